package io.github.teapeer.client.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The source maps lead from the scripts to the Java lines. */
@ParameterizedClass
@ValueSource(strings = {"peer.js", "peer.min.js", "peer.mjs", "peer.min.mjs"})
final class SourceMapTest {
  private final String name;

  SourceMapTest(String name) {
    this.name = name;
  }

  private String run(String module) {
    Path file = Webjar.file(name);
    return Node.plain()
        .run(
            file,
            """
            import { SourceMap } from "node:module";
            const script = fs.readFileSync(file, "utf8").split("\\n");
            const json = JSON.parse(fs.readFileSync(file + ".map", "utf8"));
            const map = new SourceMap(json);
            // Every place of the script at which a name or a keyword begins, and where it came from.
            const places = script.flatMap((text, line) =>
              [...text.matchAll(/[\\w$]+/g)].map(match => ({ text: match[0], ...map.findEntry(line, match.index) })));
            const ours = places.filter(place => place.originalSource?.startsWith("io/github/teapeer/"));
            const line = place => json.sourcesContent[json.sources.indexOf(place.originalSource)].split("\\n")[place.originalLine];
            """
                + module);
  }

  @Test
  void theScriptNamesItsMap() {
    assertThat(
            run(
                "tell([script.filter(line => line.startsWith('//# sourceMappingURL=')), json.file]);"))
        .isEqualTo("[[\"//# sourceMappingURL=%s.map\"],\"%s\"]".formatted(name, name));
  }

  @Test
  void theSourcesAreRelativeAndOursCarryTheirText() {
    assertThat(
            run(
                """
                tell(json.sources.filter(source => !/^[\\w.]+(\\/[\\w.-]+)*\\.js$|^[\\w]+(\\/[\\w.-]+)*\\.java$/.test(source)));
                const java = json.sources.filter(source => source.startsWith("io/github/teapeer/"));
                tell(java.filter(source => json.sourcesContent[json.sources.indexOf(source)] === null));
                tell(java.includes("io/github/teapeer/client/browser/PeerScript.java"));
                """))
        .isEqualTo("[]\n[]\ntrue");
  }

  @Test
  void everyPieceThatCameFromOurJavaPointsAtALineThatIsThere() {
    assertThat(
            run(
                """
                tell(ours.length > 20);
                tell(ours.filter(place => !line(place)?.trim()));
                """))
        .isEqualTo("true\n[]");
  }

  @Test
  void theJavaLineHoldsTheWordThatPointsAtIt() {
    assertThat(
            run(
                """
                tell(ours.filter(place => place.text.length > 5 && line(place).includes(place.text)).length >= 3);
                """))
        .isEqualTo("true");
  }
}
