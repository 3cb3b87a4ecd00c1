'use strict';
// The camera and microphone, which the tests' browsers fake, and the playing of what others send.

const media = (() => {
  const players = new Map();

  /** Small pictures: two browsers encode and decode them on as little as one core. */
  function openDevices() {
    return navigator.mediaDevices.getUserMedia({
      audio: true,
      video: { width: 160, height: 120 },
    });
  }

  /** A moving picture that is smaller than the camera's. */
  function openScreen() {
    const canvas = document.createElement('canvas');
    canvas.width = 96;
    canvas.height = 64;
    const context = canvas.getContext('2d');
    let shade = 0;
    setInterval(() => {
      context.fillStyle = `rgb(${(shade += 8) % 256}, 128, 64)`;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }, 50);
    return canvas.captureStream(20);
  }

  /** Plays the stream as an application would, and counts the frames that are shown. */
  function play(name, stream) {
    if (players.get(name)?.video.srcObject === stream) return;
    const video = document.createElement('video');
    const player = { video, frames: 0, waiting: new Set() };
    players.set(name, player);
    const count = () => {
      player.frames++;
      for (const look of player.waiting) look();
      video.requestVideoFrameCallback(count);
    };
    video.requestVideoFrameCallback(count);
    video.muted = true;
    video.srcObject = stream;
    document.body.append(video);
    video.play().catch((error) => recorder.note(`playing ${name}:`, error));
  }

  /** Resolves when that many more frames of the call have been shown. */
  function framesAdvance(name, count) {
    const player = players.get(name);
    if (!player) throw new Error(`Call ${name} has no stream`);
    const goal = player.frames + count;
    return new Promise((resolve) => {
      const look = () => {
        if (player.frames < goal) return;
        player.waiting.delete(look);
        resolve(player.frames);
      };
      player.waiting.add(look);
      look();
    });
  }

  /** Resolves when the picture that is shown has that width. */
  function pictureIsWide(name, width) {
    const { video } = players.get(name);
    return new Promise((resolve) => {
      const look = () => {
        if (video.videoWidth !== width) return;
        video.removeEventListener('resize', look);
        resolve();
      };
      video.addEventListener('resize', look);
      look();
    });
  }

  async function audioPackets(peerConnection) {
    let packets = 0;
    for (const report of (await peerConnection.getStats()).values()) {
      if (report.type === 'inbound-rtp' && report.kind === 'audio') packets += report.packetsReceived;
    }
    return packets;
  }

  /** Resolves when that many more packets of sound have arrived. */
  async function audioAdvances(peerConnection, count) {
    const interval = 50;
    const goal = (await audioPackets(peerConnection)) + count;
    while ((await audioPackets(peerConnection)) < goal) {
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  }

  return { openDevices, openScreen, pictureIsWide, play, framesAdvance, audioAdvances };
})();
