package io.github.teapeer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.teapeer.signaling.SignalingServer;
import io.github.teapeer.signaling.SignalingServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that Vite makes of the installed package. */
@ExtendWith(Consumer.Extension.class)
final class BundlerTest {
  private static Path built;

  @BeforeAll
  static void build(Consumer consumer) throws IOException {
    Path sources = consumer.folder("vite");
    try (Stream<Path> files = Files.list(Path.of("src/test/vite"))) {
      for (Path file : files.toList()) {
        Files.copy(file, sources.resolve(file.getFileName().toString()));
      }
    }
    consumer.folder(
        "vite",
        "vite.config.mjs",
        """
        export default {
          base: "./",
          build: {
            modulePreload: false,
            rollupOptions: {
              input: ["index.html", "unused.html"],
              output: { entryFileNames: "[name].js", chunkFileNames: "chunk-[name].js" },
            },
          },
        };
        """);
    Command.run(
        sources,
        "node",
        Path.of("node_modules/vite/bin/vite.js").toAbsolutePath().toString(),
        "build",
        "--logLevel",
        "warn");
    built = sources.resolve("dist");
  }

  @Test
  void aBundledPageConnectsPeers() throws Exception {
    SignalingServerOptions options =
        SignalingServerOptions.builder().host("localhost").port(0).build();
    try (SignalingServer server = SignalingServer.start(options);
        PageHost host = new PageHost().serve("/", built);
        Browser page = new Browser(host.url("/index.html?server=" + server.port()))) {
      assertThat(page).isNotNull();
      assertThat(host.report())
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"from": "ann", "bytes": [1, 2, 3], "answered": true, "browser": "chrome"}"""));
    }
  }

  @Test
  void whatAPageDoesNotUseIsLeftOut() {
    assertThat(Published.text(built.resolve("unused.js")))
        .contains("unused")
        .hasSizeLessThan(2_000)
        .doesNotContain("RTCPeerConnection");
    assertThat(Published.text(built.resolve("unused.html"))).doesNotContain("chunk");
  }
}
