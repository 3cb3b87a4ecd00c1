package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Peer} and its relatives are JavaScript classes like any other. */
@ParameterizedClass
@ValueSource(strings = {"peer.js", "peer.min.js"})
final class PeerClassTest {
  private final String name;

  PeerClassTest(String name) {
    this.name = name;
  }

  private String run(String module) {
    return Node.plain().run(Webjar.file(name), "load();\n" + module);
  }

  @Test
  void theClassesHaveTheirNames() {
    assertThat(run("tell([Peer, DataConnection, MediaConnection].map(type => type.name));"))
        .isEqualTo(
            """
            ["Peer","DataConnection","MediaConnection"]""");
  }

  @Test
  void anInstanceKnowsItsClass() {
    assertThat(
            run(
                """
                const peer = new Peer();
                tell([peer instanceof Peer, peer.constructor === Peer, peer instanceof DataConnection]);
                tell(Object.getPrototypeOf(peer) === Peer.prototype);
                """))
        .isEqualTo("[true,true,false]\ntrue");
  }

  @Test
  void peerMayBeCalledWithoutNew() {
    assertThat(
            run(
                "const peer = Peer('ann'); tell([peer instanceof Peer, peer.constructor === Peer]);"))
        .isEqualTo("[true,true]");
  }

  @Test
  void peerCanBeSubclassed() {
    assertThat(
            run(
                """
                class Ann extends Peer {
                  greeting = "hello";
                  constructor() { super("ann"); this.ready2 = true; }
                  greet() { return this.greeting; }
                  static make() { return new this(); }
                }
                const ann = Ann.make();
                tell([ann instanceof Ann, ann instanceof Peer, ann.constructor === Ann, ann.ready2, ann.greet()]);
                tell([ann.destroyed, new Peer() instanceof Ann]);
                """))
        .isEqualTo("[true,true,true,true,\"hello\"]\n[false,false]");
  }

  @Test
  void aSubclassCanBeSubclassed() {
    assertThat(
            run(
                """
                class One extends Peer {}
                class Two extends One {}
                const two = new Two();
                tell([two instanceof Two, two instanceof One, two instanceof Peer]);
                """))
        .isEqualTo("[true,true,true]");
  }

  @Test
  void aSubclassOverridesAMethodAndCallsTheInheritedOne() {
    assertThat(
            run(
                """
                class Ann extends Peer {
                  destroy() { this.wasTold = true; super.destroy(); }
                }
                const ann = new Ann();
                ann.destroy();
                tell([ann.wasTold, ann.destroyed]);
                """))
        .isEqualTo("[true,true]");
  }

  @Test
  void methodsLieOnThePrototypeWhereTheyCanBeReplaced() {
    assertThat(
            run(
                """
                tell(["on", "destroy"].map(method => Object.hasOwn(Peer.prototype, method)));
                const original = Peer.prototype.destroy;
                let calls = 0;
                Peer.prototype.destroy = function (...args) { calls++; return original.apply(this, args); };
                const peer = new Peer();
                peer.destroy();
                tell([calls, peer.destroyed]);
                """))
        .isEqualTo("[true,true]\n[1,true]");
  }

  @Test
  void propertiesLieOnThePrototypeWhereTheyCanBeRedefined() {
    assertThat(
            run(
                """
                const peer = new Peer();
                Object.defineProperty(Peer.prototype, "destroyed", { get: () => "spied" });
                tell(peer.destroyed);
                """))
        .isEqualTo("\"spied\"");
  }

  @Test
  void whatThePageAddsToAPeerCollidesWithNothing() {
    assertThat(
            run(
                """
                const peer = new Peer("ann");
                const letters = [..."abcdefghijklmnopqrstuvwxyz"];
                const names = [...letters, ...letters.map(letter => "_" + letter), "name", "el", "$el", "$id", "$parent", "$$hashKey"];
                const taken = names.filter(name => name in peer);
                for (const name of names) peer[name] = name;
                peer.destroy();
                tell([taken, peer.destroyed]);
                """))
        .isEqualTo("[[],true]");
  }

  @Test
  void withoutWebRtcThePeerReportsSoInsteadOfThrowing() {
    assertThat(
            run(
                """
                let constructed = false;
                const peer = new Peer("ann");
                const same = peer.on("error", error => tell([constructed, error.type, error instanceof Error, error.message.length > 0]));
                constructed = true;
                tell(same === peer);
                """))
        .isEqualTo("true\n[true,\"browser-incompatible\",true,true]");
  }

  @Test
  void aPageMaySayThatDataAloneIsSupported() {
    assertThat(
            run(
                """
                util.supports = { audioVideo: false, data: true };
                new Peer("-").on("error", error => tell(error.type));
                """))
        .isEqualTo("\"invalid-id\"");
  }
}
