package io.github.teapeer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The installed package in Node.js, where there is no browser. */
@ExtendWith(Consumer.Extension.class)
final class NodeTest {
  private final Consumer consumer;

  NodeTest(Consumer consumer) {
    this.consumer = consumer;
  }

  private String run(String name, String script) {
    Path folder = consumer.folder("node", name, script);
    Command.Result result = Command.result(folder, "node", name);
    assertThat(result.errors()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.output().strip();
  }

  @Test
  void aModuleImportsTheDefaultAndTheNames() {
    assertThat(
            run(
                "names.mjs",
                """
                import Default, { Peer, util, PeerError, pack, unpack, PeerErrorType } from "teapeer";
                import * as all from "teapeer";
                console.log(Default === Peer, all.default === Peer, typeof util.supports, PeerErrorType.Network);
                console.log(new PeerError("network", "x").type, JSON.stringify(unpack(pack({ a: [1] }))));
                """))
        .isEqualTo("true true object network\nnetwork {\"a\":[1]}");
  }

  @Test
  void aScriptRequiresTheDefaultAndTheNames() {
    assertThat(
            run(
                "names.cjs",
                """
                const { Peer, util, PeerError, pack, unpack, PeerErrorType } = require("teapeer");
                const all = require("teapeer");
                console.log(all.default === Peer, all.__esModule, typeof util.supports, PeerErrorType.Network);
                console.log(new PeerError("network", "x").type, JSON.stringify(unpack(pack({ a: [1] }))));
                """))
        .isEqualTo("true true object network\nnetwork {\"a\":[1]}");
  }

  @Test
  void bothKindsOfModulesHaveTheSameNames() {
    assertThat(
            run(
                "same.mjs",
                """
                import { createRequire } from "node:module";
                import * as imported from "teapeer";
                const required = createRequire(import.meta.url)("teapeer");
                console.log(Object.keys(imported).sort().join() === Object.keys(required).sort().join());
                """))
        .isEqualTo("true");
  }

  @Test
  void namesOfTheCommonJsModuleCanBeImported() {
    assertThat(
            run(
                "interop.mjs",
                """
                import { Peer, util } from "teapeer/peer.cjs";
                console.log(typeof Peer, typeof util);
                """))
        .isEqualTo("function object");
  }

  @Test
  void theCommonJsModuleIsStrict() {
    // Only functions of sloppy code have a property of this name.
    assertThat(run("strict.cjs", "console.log(Object.hasOwn(require('teapeer').Peer, 'caller'));"))
        .isEqualTo("false");
  }

  @Test
  void aPeerWithoutABrowserReportsThatInsteadOfThrowing() {
    String script =
        """
        const peer = new Peer("ann");
        peer.on("error", error => console.log(error.type, error instanceof PeerError, peer.destroyed));
        peer.on("close", () => console.log("close"));
        peer.on("open", () => console.log("open"));
        """;
    String expected = "browser-incompatible true ";
    assertThat(run("peer.mjs", "import { Peer, PeerError } from 'teapeer';\n" + script))
        .startsWith(expected)
        .doesNotContain("open");
    assertThat(run("peer.cjs", "const { Peer, PeerError } = require('teapeer');\n" + script))
        .startsWith(expected)
        .doesNotContain("open");
  }

  @Test
  void aPeerWithoutABrowserAndWithoutListenersEndsNothing() {
    assertThat(
            run(
                "silent.mjs",
                """
                import Peer from "teapeer";
                const peer = new Peer();
                setTimeout(() => console.log("alive"));
                """))
        .isEqualTo("alive");
  }

  @Test
  void importingLeavesNoTrace() {
    assertThat(
            run(
                "trace.mjs",
                """
                const before = Object.getOwnPropertyNames(globalThis).length;
                await import("teapeer");
                console.log(Object.getOwnPropertyNames(globalThis).length - before);
                """))
        .isEqualTo("0");
  }

  @Test
  void theManifestCanBeRead() {
    assertThat(run("manifest.cjs", "console.log(require('teapeer/package.json').version);"))
        .isEqualTo(Published.version());
  }
}
