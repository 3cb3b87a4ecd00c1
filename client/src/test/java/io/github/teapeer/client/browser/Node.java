package io.github.teapeer.client.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs JavaScript in Node.js, which has no WebRTC: the place to see that loading the files is
 * harmless.
 */
final class Node {
  private static final int DEADLINE_SECONDS = 30;

  private final List<String> switches;

  private Node(List<String> switches) {
    this.switches = List.copyOf(switches);
  }

  /** Node.js as it is. */
  static Node plain() {
    return new Node(List.of());
  }

  /** Node.js that, as a page under a strict Content-Security-Policy, refuses to compile strings. */
  static Node withoutEval() {
    return new Node(List.of("--disallow-code-generation-from-strings"));
  }

  /**
   * Runs a module, which finds the path of a file in {@code file} and tells its results with {@code
   * tell(value)}.
   *
   * @param file the file to look at
   * @param lines the module
   * @return what was told, as JSON, one value a line
   * @throws AssertionError when Node.js is missing, fails or does not end
   */
  String run(Path file, String lines) {
    String prelude =
        """
        import fs from "node:fs";
        import vm from "node:vm";
        const file = process.argv[2];
        const tell = value => console.log(JSON.stringify(value));
        const load = () => vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });
        """;
    List<String> command = new ArrayList<>();
    command.add("node");
    command.addAll(switches);
    command.addAll(List.of("--input-type=module", "-", file.toString()));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new AssertionError(
          "This test needs Node.js (a 'node' on the PATH): " + e.getMessage(), e);
    }
    try {
      CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
      try (OutputStream input = process.getOutputStream()) {
        input.write((prelude + lines).getBytes(UTF_8));
      }
      if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("Node.js did not end within " + DEADLINE_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw new AssertionError("Node.js failed:\n" + output.join());
      }
      return output.join().strip();
    } catch (IOException e) {
      throw new AssertionError("Cannot talk to Node.js: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while Node.js was running", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      return "(output unreadable: " + e.getMessage() + ")";
    }
  }
}
