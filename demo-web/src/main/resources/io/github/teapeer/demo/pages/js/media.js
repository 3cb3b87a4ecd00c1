// Camera and microphone; where there is none, something in its place, so that one can call and be called all the same.

const WHY = new Map([
  ["NotAllowedError", "The browser was not allowed to use your camera and microphone."],
  ["NotReadableError", "Another program is using your camera or microphone."],
]);

const INSECURE = "Browsers give pages a camera and a microphone only on localhost and over HTTPS.";

// A picture that says why there is none, drawn again every second, for a still one is never sent.
const placeholderPicture = () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 240 });
  const drawing = canvas.getContext("2d");
  const draw = () => {
    drawing.fillStyle = "#26302c";
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.fillStyle = "#e5ebe8";
    drawing.font = "24px sans-serif";
    drawing.textAlign = "center";
    drawing.fillText("no camera", canvas.width / 2, canvas.height / 2);
  };
  draw();
  const timer = setInterval(draw, 1000);
  return { tracks: canvas.captureStream().getTracks(), stop: () => clearInterval(timer) };
};

const silence = () => {
  const audio = new AudioContext();
  return { tracks: audio.createMediaStreamDestination().stream.getTracks(), stop: () => audio.close() };
};

const openDevices = async () => {
  if (!navigator.mediaDevices) return { tracks: [], problem: INSECURE };
  const devices = await navigator.mediaDevices.enumerateDevices();
  const has = (kind) => devices.some((device) => device.kind === kind);
  const wanted = { video: has("videoinput"), audio: has("audioinput") };
  if (!wanted.video && !wanted.audio) return { tracks: [], problem: "No camera and no microphone was found." };
  try {
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    const missing = wanted.video ? (wanted.audio ? null : "No microphone was found.") : "No camera was found.";
    return { tracks: stream.getTracks(), problem: missing };
  } catch (error) {
    return { tracks: [], problem: WHY.get(error.name) ?? `Camera and microphone cannot be used: ${error.message}.` };
  }
};

// What this page sends in a call: `stream`; `has.video` and `has.audio`, whether they come from devices; `problem`, why not, in words,
// or null; and `stop()`, which lets go of the devices.
export const openMedia = async () => {
  const { tracks, problem } = await openDevices();
  const has = { video: tracks.some(({ kind }) => kind === "video"), audio: tracks.some(({ kind }) => kind === "audio") };
  const standIns = [...(has.video ? [] : [placeholderPicture()]), ...(has.audio ? [] : [silence()])];
  const stream = new MediaStream([...tracks, ...standIns.flatMap((standIn) => standIn.tracks)]);
  return {
    stream,
    has,
    problem,
    stop() {
      for (const track of stream.getTracks()) track.stop();
      for (const standIn of standIns) standIn.stop();
    },
  };
};
