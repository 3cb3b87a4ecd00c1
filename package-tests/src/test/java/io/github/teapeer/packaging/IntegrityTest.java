package io.github.teapeer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hashes with which a page refuses files that are not ours. */
final class IntegrityTest {
  private static final Pattern SCRIPT =
      Pattern.compile(
          "<script src=\"https://cdn\\.jsdelivr\\.net/npm/teapeer@([^/]+)/([^\"]+)\""
              + " integrity=\"([^\"]+)\" crossorigin=\"anonymous\"></script>");
  private static final Pattern MODULE = Pattern.compile("<script type=\"importmap\">(.*)</script>");

  @TempDir private Path folder;

  private static String html() {
    return Published.text(Published.npm().resolve("integrity.html"));
  }

  private static String hash(String file) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-384")
            .digest(Files.readAllBytes(Published.npm().resolve(file)));
    return "sha384-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void thereIsAHashForEveryScript() throws Exception {
    JsonNode hashes =
        new ObjectMapper().readTree(Published.npm().resolve("integrity.json").toFile());
    List<String> scripts;
    try (Stream<Path> files = Files.list(Published.npm())) {
      scripts =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches(".*\\.[cm]?js"))
              .toList();
    }
    assertThat(scripts).contains("peer.js", "peer.min.js", "peer.mjs", "peer.min.mjs", "peer.cjs");
    for (String script : scripts) {
      assertThat(hashes.path(script).asText()).as(script).isEqualTo(hash(script));
    }
  }

  @Test
  void theElementsForPagesCarryTheHashes() throws Exception {
    List<String> files = new ArrayList<>();
    for (Matcher script = SCRIPT.matcher(html()); script.find(); ) {
      assertThat(script.group(1)).isEqualTo(Published.version());
      assertThat(script.group(3)).isEqualTo(hash(script.group(2)));
      files.add(script.group(2));
    }
    for (Matcher module = MODULE.matcher(html()); module.find(); ) {
      JsonNode map = new ObjectMapper().readTree(module.group(1));
      String name = map.get("imports").fieldNames().next();
      String url = map.get("imports").get(name).asText();
      String file = url.substring(url.lastIndexOf('/') + 1);
      assertThat(name).isEqualTo(file.startsWith("peer.") ? "teapeer" : "teapeer/" + file);
      assertThat(map.get("integrity").get(url).asText()).isEqualTo(hash(file));
      files.add(file);
    }
    assertThat(files)
        .contains("peer.js", "peer.min.js", "peer.mjs", "peer.min.mjs", "serializer.msgpack.mjs")
        .doesNotHaveDuplicates();
  }

  /** The lines of the file, with the public address replaced by that of the test. */
  private String line(String file) {
    return html()
        .lines()
        .filter(line -> line.contains("/" + file + "\""))
        .findFirst()
        .orElseThrow()
        .replaceAll("https://cdn\\.jsdelivr\\.net/npm/teapeer@[^/]+/", "/teapeer/");
  }

  @Test
  void aBrowserRunsTheFilesAndRefusesOthers() throws Exception {
    Path tampered = Files.createDirectory(folder.resolve("tampered"));
    for (String file : List.of("peer.min.js", "peer.min.mjs")) {
      Files.writeString(
          tampered.resolve(file), Published.text(Published.npm().resolve(file)) + "\n");
    }
    String page =
        """
        <!doctype html>
        %s
        %s
        <script type="module">
          const script = typeof Peer;
          const module = await import("teapeer").then(({ Peer }) => typeof Peer, () => "refused");
          await fetch("/report", { method: "POST", body: JSON.stringify([script, module]) });
        </script>
        """
            .formatted(line("peer.min.mjs"), line("peer.min.js"));
    Files.writeString(folder.resolve("page.html"), page);
    assertThat(shown(Published.npm())).isEqualTo("[\"function\",\"function\"]");
    assertThat(shown(tampered)).isEqualTo("[\"undefined\",\"refused\"]");
  }

  private String shown(Path files) throws IOException, InterruptedException {
    try (PageHost host = new PageHost().serve("/", folder).serve("/teapeer/", files);
        Browser browser = new Browser(host.url("/page.html"))) {
      assertThat(browser).isNotNull();
      return host.report().toString();
    }
  }
}
