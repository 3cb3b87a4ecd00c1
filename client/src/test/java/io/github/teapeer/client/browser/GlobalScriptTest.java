package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page gets from {@code <script src="peer.js">}. */
@ParameterizedClass
@ValueSource(strings = {"peer.js", "peer.min.js"})
final class GlobalScriptTest {
  private final String name;

  GlobalScriptTest(String name) {
    this.name = name;
  }

  private String run(String module) {
    return Node.plain().run(Webjar.file(name), module);
  }

  @Test
  void theScriptDefinesTheGlobalsOfTheApiAndNothingElse() {
    assertThat(
            run(
                """
                const context = vm.createContext({});
                const names = () => vm.runInContext("Object.getOwnPropertyNames(globalThis)", context);
                const before = new Set(names());
                vm.runInContext(fs.readFileSync(file, "utf8"), context);
                tell(names().filter(name => !before.has(name)).sort());
                """))
        .isEqualTo(
            """
            ["BinaryPack","DataConnection","MediaConnection","Peer","peerjs","util"]""");
  }

  @Test
  void theGlobalsCanBeReplacedByThePage() {
    assertThat(
            run(
                """
                load();
                for (const name of ["Peer", "peerjs", "util", "DataConnection", "MediaConnection", "BinaryPack"]) {
                  globalThis[name] = name;
                  tell(globalThis[name] === name && delete globalThis[name]);
                }
                """))
        .isEqualTo("true\ntrue\ntrue\ntrue\ntrue\ntrue");
  }

  @Test
  void theNamespacesHoldTheSameClassAndTheDocumentedMembers() {
    assertThat(
            run(
                """
                load();
                tell(peerjs.Peer === Peer);
                tell(Object.keys(peerjs).sort());
                tell([typeof util, typeof peerjs.util]);
                tell([typeof BinaryPack.pack, typeof BinaryPack.unpack]);
                """))
        .isEqualTo(
            """
            true
            ["Peer","util"]
            ["object","object"]
            ["function","function"]""");
  }

  @Test
  void theScriptMayBeLoadedTwice() {
    assertThat(
            run(
                "load(); const first = Peer; load(); tell(Peer !== first && new Peer() instanceof Peer);"))
        .isEqualTo("true");
  }

  @Test
  void theScriptRunsWhereStringsMayNotBeCompiled() {
    assertThat(
            Node.withoutEval()
                .run(
                    Webjar.file(name),
                    """
                    let stopped = false;
                    try { eval("1"); } catch { stopped = true; }
                    load();
                    tell([stopped, new Peer() instanceof Peer]);
                    """))
        .isEqualTo("[true,true]");
  }

  @Test
  void theScriptHoldsNoCodeThatCompilesStrings() {
    assertThat(Webjar.text(name))
        .doesNotContainPattern("\\beval\\b|\\bFunction\\(|new Function\\b");
  }

  @Test
  void theScriptDoesNotMakeTheScriptsAfterItStrict() {
    assertThat(
            run(
                """
                const after = "; (function () { return this === globalThis; })()";
                tell(vm.runInThisContext(fs.readFileSync(file, "utf8") + after));
                """))
        .isEqualTo("true");
  }
}
