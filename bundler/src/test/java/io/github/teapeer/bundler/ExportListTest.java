package io.github.teapeer.bundler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceText;
import org.junit.jupiter.api.Test;

class ExportListTest {
  @Test
  void theNamesTakeThePlaceOfTheWord() {
    ExportList list =
        ExportList.of(
            new SourceText(
                "module.js", "// Names.\nconst {\n  Peer,\n  util,\n} = (() => {})();\n"));
    assertThat(list.fill("export {\n  Peer as default,\n  EXPORTS,\n};\n"))
        .isEqualTo("export {\n  Peer as default,\n  Peer,\n  util,\n};\n");
    assertThat(list.fill("export { MsgPack };")).isEqualTo("export { MsgPack };");
  }

  @Test
  void aWrapperWithoutNamesIsRefused() {
    assertThatThrownBy(() -> ExportList.of(new SourceText("module.js", "(() => {})();")))
        .isInstanceOf(BuildFailure.class)
        .hasMessageStartingWith("module.js has no list of names");
  }
}
