/** WebRTC: connections to other peers. */
package io.github.teapeer.jso.webrtc;
