// Who imports the module does not get the globals of the script.
import { util as helpers } from "teapeer";

const util = { own: helpers.browser };
console.log(util.own);
// @ts-expect-error there is no such global
console.log(peerjs);
// @ts-expect-error there is no such global
console.log(BinaryPack);
