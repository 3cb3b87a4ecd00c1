// Runs in the browser, after `var declared = [{name, getters, setters, methods, constants}, …]`.
// A type that has a constructor in this browser is compared with its prototype. Every other type
// is a dictionary and has an entry below, which answers the names of the members that the browser
// reads of one or writes into one.

/** An object that records which of its members are read, and has those of `members`. */
function spy(members) {
  const read = new Set();
  const object = new Proxy(members || {}, {
    get(target, key) {
      read.add(key);
      return target[key];
    },
  });
  return {object, read};
}

/** The names that `use` reads of a dictionary, whatever else comes of it. */
async function readBy(use, members) {
  const {object, read} = spy(members);
  try {
    await use(object);
  } catch (e) {
    // A dictionary of a few members may be incomplete; what was read counts.
  }
  return read;
}

function namesOf(...objects) {
  const names = new Set();
  for (const object of objects) {
    for (const name in object) {
      names.add(name);
    }
  }
  return names;
}

async function withConnection(use) {
  const connection = new RTCPeerConnection();
  try {
    return await use(connection);
  } finally {
    connection.close();
  }
}

function camera(video) {
  return navigator.mediaDevices.getUserMedia({video}).then((stream) => {
    stream.getTracks().forEach((track) => track.stop());
  });
}

function microphone(audio) {
  return navigator.mediaDevices.getUserMedia({audio}).then((stream) => {
    stream.getTracks().forEach((track) => track.stop());
  });
}

async function withTracks(use) {
  const stream = await navigator.mediaDevices.getUserMedia({audio: true, video: true});
  try {
    return await use(stream);
  } finally {
    stream.getTracks().forEach((track) => track.stop());
  }
}

function opened(channel) {
  return new Promise((resolve, reject) => {
    channel.onopen = resolve;
    setTimeout(() => reject(new Error('A data channel did not open within 30 s')), 30_000);
  });
}

/** A connected pair that carries data, audio and video; `use` is given it when packets flow. */
function withCall(use) {
  return withTracks((stream) => withConnection((far) => withConnection(async (near) => {
    near.onicecandidate = ({candidate}) => candidate && far.addIceCandidate(candidate);
    far.onicecandidate = ({candidate}) => candidate && near.addIceCandidate(candidate);
    stream.getTracks().forEach((track) => near.addTrack(track, stream));
    stream.getTracks().forEach((track) => far.addTrack(track, stream));
    const channel = near.createDataChannel('x');
    await far.setRemoteDescription(await near.createOffer());
    const answer = await far.createAnswer();
    await near.setLocalDescription();
    await near.setRemoteDescription(answer);
    await far.setLocalDescription(answer);
    await opened(channel);
    return use(near, far);
  })));
}

let stats = null;

/** The union of all entries of a type, once the report has those that take longest to come. */
async function statsOf(type) {
  stats ??= withCall(async (near) => {
    const byType = new Map();
    const wanted = ['remote-inbound-rtp', 'inbound-rtp', 'outbound-rtp', 'candidate-pair',
      'local-candidate', 'remote-candidate', 'transport', 'data-channel', 'peer-connection'];
    const complete = () => wanted.every((each) => byType.has(each))
        && byType.get('remote-inbound-rtp').has('roundTripTime')
        && byType.get('inbound-rtp').has('framesPerSecond')
        && byType.get('outbound-rtp').has('framesPerSecond');
    const deadline = performance.now() + 30_000;
    // Where the time is up, the comparison says which names are missing.
    do {
      (await near.getStats()).forEach((entry) => {
        const names = byType.get(entry.type) ?? new Set();
        Object.keys(entry).forEach((name) => names.add(name));
        byType.set(entry.type, names);
      });
    } while (!complete() && performance.now() < deadline);
    return byType;
  });
  return (await stats).get(type) ?? new Set();
}

/** What only candidates have that come from a server, or that use TCP. */
const SERVER_CANDIDATE_STATS = ['url', 'relayProtocol', 'relatedAddress', 'relatedPort', 'tcpType'];

async function union(...namesOrPromises) {
  return new Set((await Promise.all(namesOrPromises)).flatMap((names) => [...names]));
}

function readOfConstraint(member, use) {
  return readBy((range) => use({[member]: range}));
}

const dictionaries = {
  AddEventListenerOptions: () =>
      readBy((options) => new EventTarget().addEventListener('x', () => {}, options)),
  BlobPropertyBag: () => readBy((options) => new Blob([], options)),
  ConstrainBooleanParameters: () => readOfConstraint('echoCancellation', microphone),
  ConstrainDOMStringParameters: () => readOfConstraint('deviceId', camera),
  ConstrainDoubleRange: () => readOfConstraint('frameRate', camera),
  ConstrainULongRange: () => readOfConstraint('width', camera),
  DisplayMediaStreamOptions: () =>
      readBy((options) => navigator.mediaDevices.getDisplayMedia(options), {video: false}),
  EventInit: () => readBy((init) => new Event('x', init)),
  FilePropertyBag: () => readBy((options) => new File([], 'x', options)),
  MediaStreamConstraints: () =>
      readBy((constraints) => navigator.mediaDevices.getUserMedia(constraints)),
  MediaTrackConstraintSet: () => union(readBy(camera), readBy(microphone)),
  MediaTrackConstraints: () => union(readBy(camera), readBy(microphone)),
  // The fake camera looks nowhere; a real one says where.
  MediaTrackSettings: () => withTracks((stream) => union(
      namesOf(...stream.getTracks().map((track) => track.getSettings())), ['facingMode'])),
  MediaTrackSupportedConstraints: () =>
      namesOf(navigator.mediaDevices.getSupportedConstraints()),
  QueuingStrategy: () => readBy((strategy) => new ReadableStream({}, strategy)),
  QueuingStrategyInit: () =>
      readBy((init) => new CountQueuingStrategy(init), {highWaterMark: 1}),
  RTCConfiguration: () =>
      readBy((configuration) => new RTCPeerConnection(configuration).close()),
  // The priority is specified, in WebRTC Priority Control, but Chromium does not know it yet.
  RTCDataChannelInit: () => withConnection((connection) => union(
      readBy((init) => connection.createDataChannel('x', init)), ['priority'])),
  RTCDataChannelStats: () => statsOf('data-channel'),
  RTCDtlsFingerprint: async () => {
    const certificate =
        await RTCPeerConnection.generateCertificate({name: 'ECDSA', namedCurve: 'P-256'});
    return namesOf(certificate.getFingerprints()[0]);
  },
  RTCIceCandidateInit: () => readBy(
      (init) => new RTCIceCandidate(init), {candidate: '', sdpMid: '0'}),
  RTCIceCandidatePair: () => withCall((near) =>
      namesOf(near.sctp.transport.iceTransport.getSelectedCandidatePair())),
  RTCIceCandidatePairStats: () => statsOf('candidate-pair'),
  RTCIceCandidateStats: () => union(
      statsOf('local-candidate'), statsOf('remote-candidate'), SERVER_CANDIDATE_STATS),
  RTCIceServer: () => readBy(
      (server) => new RTCPeerConnection({iceServers: [server]}).close(),
      {urls: 'turn:127.0.0.1', username: 'x', credential: 'x'}),
  RTCInboundRtpStreamStats: () => statsOf('inbound-rtp'),
  RTCOfferOptions: () => withConnection((connection) =>
      readBy((options) => connection.createOffer(options))),
  RTCOutboundRtpStreamStats: () => statsOf('outbound-rtp'),
  RTCPeerConnectionStats: () => statsOf('peer-connection'),
  RTCReceivedRtpStreamStats: () => statsOf('inbound-rtp'),
  // Chromium leaves out what it could compute from the rest.
  RTCRemoteInboundRtpStreamStats: () => union(statsOf('remote-inbound-rtp'), ['packetsReceived']),
  RTCRtcpParameters: () => withCall((near) => namesOf(near.getSenders()[0].getParameters().rtcp)),
  RTCRtpCapabilities: () => namesOf(RTCRtpSender.getCapabilities('audio')),
  RTCRtpCodec: () => namesOf(...RTCRtpSender.getCapabilities('audio').codecs),
  RTCRtpCodecParameters: () => withCall((near) =>
      namesOf(...near.getSenders().flatMap((sender) => sender.getParameters().codecs))),
  RTCRtpEncodingParameters: () => withConnection((connection) => readBy((encoding) =>
      connection.addTransceiver('video', {sendEncodings: [encoding]}))),
  RTCRtpHeaderExtensionCapability: () =>
      namesOf(...RTCRtpSender.getCapabilities('audio').headerExtensions),
  RTCRtpHeaderExtensionParameters: () => withCall((near) =>
      namesOf(...near.getSenders()[0].getParameters().headerExtensions)),
  RTCRtpParameters: () => withCall((near) => namesOf(near.getSenders()[0].getParameters())),
  RTCRtpReceiveParameters: () =>
      withCall((near) => namesOf(near.getReceivers()[0].getParameters())),
  RTCRtpSendParameters: () => withConnection((connection) => {
    const {sender} = connection.addTransceiver('video');
    return readBy((parameters) => sender.setParameters(parameters), sender.getParameters());
  }),
  RTCRtpStreamStats: () => statsOf('outbound-rtp'),
  RTCRtpTransceiverInit: () => withConnection((connection) =>
      readBy((init) => connection.addTransceiver('video', init))),
  RTCSentRtpStreamStats: () => statsOf('outbound-rtp'),
  RTCSessionDescriptionInit: () =>
      readBy((init) => new RTCSessionDescription(init), {type: 'offer'}),
  RTCStats: () => statsOf('transport'),
  RTCTransportStats: () => statsOf('transport'),
  ReadableStreamReadResult: async () => namesOf(await new Blob(['x']).stream().getReader().read()),
  ReadableWritablePair: () => readBy(
      (pair) => new Blob(['x']).stream().pipeThrough(pair), streamsOf(new TransformStream())),
  RequestInit: () => readBy((init) => new Request('/', init)),
  ResponseInit: () => readBy((init) => new Response(null, init)),
  StreamPipeOptions: () => readBy((options) =>
      new Blob(['x']).stream().pipeTo(new WritableStream(), options)),
  TextDecodeOptions: () => readBy((options) => new TextDecoder().decode(new Uint8Array(), options)),
  TextDecoderOptions: () => readBy((options) => new TextDecoder('utf-8', options)),
  TextEncoderEncodeIntoResult: () => namesOf(new TextEncoder().encodeInto('x', new Uint8Array(1))),
  Transformer: () => readBy((transformer) => new TransformStream(transformer)),
  UnderlyingSink: () => readBy((sink) => new WritableStream(sink)),
  UnderlyingSource: () => union(
      readBy((source) => new ReadableStream(source)),
      readBy((source) => new ReadableStream(source), {type: 'bytes'})),
};

function streamsOf({readable, writable}) {
  return {readable, writable};
}

/** What an event has itself, and its prototype has not. */
const UNFORGEABLE = {isTrusted: Object.getOwnPropertyDescriptor(new Event('x'), 'isTrusted')};

/** Types that go by another name in JavaScript. */
const ALIASES = {Sequence: 'Array', Promise: 'Promise'};

function descriptor(prototype, name) {
  for (let object = prototype; object; object = Object.getPrototypeOf(object)) {
    const found = Object.getOwnPropertyDescriptor(object, name);
    if (found) {
      return found;
    }
  }
  return prototype === Event.prototype || prototype instanceof Event ? UNFORGEABLE[name] : null;
}

function compareWithPrototype(type, constructor, problems) {
  const {prototype} = constructor;
  for (const name of type.getters) {
    const found = descriptor(prototype, name);
    if (!found || !(found.get || typeof found.value === 'number')) {
      problems.push(`${type.name} has no attribute ${name}`);
    }
  }
  for (const name of type.setters) {
    const found = descriptor(prototype, name);
    if (!found || !found.set) {
      problems.push(`${type.name} has no attribute ${name} that can be set`);
    }
  }
  for (const name of type.methods) {
    const found = descriptor(prototype, name);
    if (!found || typeof found.value !== 'function') {
      problems.push(`${type.name} has no method ${name}`);
    }
  }
  for (const [name, value] of Object.entries(type.constants)) {
    if (constructor[name] !== value) {
      problems.push(`${type.name}.${name} is not ${value} but ${constructor[name]}`);
    }
  }
}

async function compareWithDictionary(type, problems) {
  const known = await dictionaries[type.name]();
  for (const name of new Set([...type.getters, ...type.setters])) {
    if (!known.has(name)) {
      problems.push(`${type.name} has no member ${name}; it has ${[...known].join(', ')}`);
    }
  }
  if (type.methods.length > 0) {
    problems.push(`The dictionary ${type.name} has methods: ${type.methods}`);
  }
}

async function problemsIn(types) {
  const problems = [];
  for (const type of types) {
    const constructor = globalThis[ALIASES[type.name] || type.name];
    if (dictionaries[type.name]) {
      await compareWithDictionary(type, problems);
    } else if (typeof constructor === 'function') {
      compareWithPrototype(type, constructor, problems);
    } else {
      problems.push(`There is no type ${type.name}`);
    }
  }
  for (const name of Object.keys(dictionaries)) {
    if (!types.some((type) => type.name === name)) {
      problems.push(`The dictionary ${name} is not declared`);
    }
  }
  return problems;
}

function main(args, callback) {
  problemsIn(declared).then(
      (problems) => callback(problems.length > 0 ? new Error('\n' + problems.join('\n')) : null),
      callback);
}
