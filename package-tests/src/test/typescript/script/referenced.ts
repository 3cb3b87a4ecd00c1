/// <reference types="teapeer/globals" />
const referenced: Peer = new Peer();
