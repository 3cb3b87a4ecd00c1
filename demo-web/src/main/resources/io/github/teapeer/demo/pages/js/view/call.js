import { byId } from "./dom.js";
import { notify } from "./notices.js";
import { showReport } from "./report.js";

const WORDS = {
  preparing: "Opening camera and microphone…",
  calling: "Waiting for an answer…",
  talking: "",
};

const show = (video, stream) => {
  if (video.srcObject !== stream) video.srcObject = stream;
};

const showToggle = (button, tracks, available) => {
  button.hidden = !available;
  button.ariaPressed = String(tracks.every((track) => track.enabled));
};

// The call, as pictures or as a question.
export const showCall = (phone) => {
  const tracks = (kind) => phone.call?.media?.stream.getTracks().filter((track) => track.kind === kind) ?? [];

  const refreshReport = showReport(byId("call-report"), () => phone.call?.connection);

  const refresh = () => {
    const { call } = phone;
    refreshReport();
    const ringing = call?.state === "ringing";
    byId("ringing").hidden = !ringing;
    byId("ringing-title").textContent = ringing ? `${call.peerId} is calling` : "";
    const appears = byId("call").hidden;
    byId("call").hidden = !call || ringing;
    show(byId("remote-video"), call?.remoteStream ?? null);
    show(byId("local-video"), call?.media?.stream ?? null);
    showToggle(byId("microphone"), tracks("audio"), call?.media?.has.audio);
    showToggle(byId("camera"), tracks("video"), call?.media?.has.video);
    if (byId("call").hidden) return;
    byId("call-title").textContent = `Call with ${call.peerId}`;
    byId("call-state").textContent = WORDS[call.state];
    if (appears) byId("call").scrollIntoView({ block: "nearest" });
  };

  const toggle = (kind) => {
    for (const track of tracks(kind)) track.enabled = !track.enabled;
    refresh();
  };

  byId("answer").addEventListener("click", () => phone.answer());
  byId("decline").addEventListener("click", () => phone.decline());
  byId("hang-up").addEventListener("click", () => phone.hangUp());
  byId("microphone").addEventListener("click", () => toggle("audio"));
  byId("camera").addEventListener("click", () => toggle("video"));
  phone.addEventListener("change", refresh);
  phone.addEventListener("problem", ({ detail }) => notify(detail));
};
