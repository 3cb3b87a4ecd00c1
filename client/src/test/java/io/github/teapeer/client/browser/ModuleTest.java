package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code import} gets, without a browser. */
@ParameterizedClass
@ValueSource(strings = {"peer.mjs", "peer.min.mjs"})
final class ModuleTest {
  private final String name;

  ModuleTest(String name) {
    this.name = name;
  }

  private String run(String module) {
    return Node.plain().run(Webjar.file(name), "const module = await import(file);\n" + module);
  }

  @Test
  void theModuleExportsTheNamesOfPeerJs() {
    assertThat(run("tell(Object.keys(module).sort());"))
        .isEqualTo(
            """
            ["BaseConnectionErrorType","BufferedConnection","ConnectionType","DataConnection","DataConnectionErrorType",\
            "MediaConnection","MsgPack","MsgPackPeer","Peer","PeerError","PeerErrorType","SerializationType",\
            "ServerMessageType","SocketEventType","StreamConnection","default","pack","unpack","util"]""");
  }

  @Test
  void theDefaultExportIsPeer() {
    assertThat(
            run(
                "tell([module.default === module.Peer, new module.Peer() instanceof module.default]);"))
        .isEqualTo("[true,true]");
  }

  @Test
  void importingLeavesNoTrace() {
    assertThat(
            Node.plain()
                .run(
                    Webjar.file(name),
                    """
                    const before = Object.getOwnPropertyNames(globalThis).length;
                    await import(file);
                    tell(Object.getOwnPropertyNames(globalThis).length - before);
                    """))
        .isEqualTo("0");
  }

  @Test
  void theEnumsHaveTheValuesOfPeerJs() {
    assertThat(
            run(
                """
                const sorted = values => Object.fromEntries(Object.entries(values).sort());
                tell(sorted(module.ConnectionType));
                tell(sorted(module.PeerErrorType));
                tell(sorted(module.BaseConnectionErrorType));
                tell(sorted(module.DataConnectionErrorType));
                tell(sorted(module.SerializationType));
                tell(sorted(module.SocketEventType));
                tell(sorted(module.ServerMessageType));
                """))
        .isEqualTo(
            """
            {"Data":"data","Media":"media"}
            {"BrowserIncompatible":"browser-incompatible","Disconnected":"disconnected","InvalidID":"invalid-id",\
            "InvalidKey":"invalid-key","Network":"network","PeerUnavailable":"peer-unavailable",\
            "ServerError":"server-error","SocketClosed":"socket-closed","SocketError":"socket-error",\
            "SslUnavailable":"ssl-unavailable","UnavailableID":"unavailable-id","WebRTC":"webrtc"}
            {"ConnectionClosed":"connection-closed","NegotiationFailed":"negotiation-failed"}
            {"MessageToBig":"message-too-big","NotOpenYet":"not-open-yet"}
            {"Binary":"binary","BinaryUTF8":"binary-utf8","JSON":"json","None":"raw"}
            {"Close":"close","Disconnected":"disconnected","Error":"error","Message":"message"}
            {"Answer":"ANSWER","Candidate":"CANDIDATE","Error":"ERROR","Expire":"EXPIRE","Heartbeat":"HEARTBEAT",\
            "IdTaken":"ID-TAKEN","InvalidKey":"INVALID-KEY","Leave":"LEAVE","Offer":"OFFER","Open":"OPEN"}""");
  }

  @Test
  void aPeerErrorMadeOfATextCarriesTypeAndMessage() {
    assertThat(
            run(
                """
                const error = new module.PeerError("network", "no route");
                tell([error.type, error.message, error instanceof Error, error.name, String(error)]);
                tell([Object.keys(error), "cause" in error, error.stack.includes("no route")]);
                """))
        .isEqualTo(
            """
            ["network","no route",true,"Error","Error: no route"]
            [["type"],false,true]""");
  }

  @Test
  void aPeerErrorMadeOfAnErrorKeepsItsMessageAndItself() {
    assertThat(
            run(
                """
                const cause = Object.assign(new Error("no route"), { code: 7, type: "other" });
                const error = new module.PeerError("network", cause);
                tell([error.type, error.message, error.code, error.cause === cause]);
                """))
        .isEqualTo("[\"network\",\"no route\",7,true]");
  }

  @Test
  void aPeerErrorCanBeSubclassed() {
    assertThat(
            run(
                """
                class Mine extends module.PeerError {}
                const error = new Mine("webrtc", "x");
                tell([error instanceof Mine, error instanceof module.PeerError, error.type]);
                """))
        .isEqualTo("[true,true,\"webrtc\"]");
  }

  @Test
  void thePeerReportsErrorsOfTheExportedClass() {
    assertThat(
            run(
                """
                new module.Peer().on("error", error => tell([error instanceof module.PeerError, error.type]));
                """))
        .isEqualTo("[true,\"browser-incompatible\"]");
  }
}
