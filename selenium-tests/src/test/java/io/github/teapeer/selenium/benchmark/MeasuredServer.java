package io.github.teapeer.selenium.benchmark;

import io.github.teapeer.selenium.machine.ChildProcess;
import io.github.teapeer.selenium.machine.ModuleFiles;
import io.github.teapeer.selenium.machine.Programs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signalling server in a process of its own. Running until {@link #close()}. */
final class MeasuredServer implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Pattern PORT = Pattern.compile("(?:port: |listening on )(\\d+)");

  private final ChildProcess process;

  private MeasuredServer(ChildProcess process) {
    this.process = process;
    process.await("listening server", START_TIMEOUT, () -> PORT.matcher(process.output()).find());
  }

  /** This project's, as its command starts it. */
  static MeasuredServer ours() {
    return new MeasuredServer(
        ChildProcess.start(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-classpath",
                System.getProperty("java.class.path"),
                "io.github.teapeer.signaling.cli.Main",
                "--port=0",
                "--host=127.0.0.1",
                "--concurrent_limit=50000"),
            Map.of()));
  }

  /** The npm package {@code peer}. */
  static MeasuredServer npm() {
    return new MeasuredServer(
        ChildProcess.start(
            List.of(
                Programs.require("node").toString(),
                ModuleFiles.file("src/test/node/peer-server.mjs").toString(),
                "peer"),
            Map.of("CONCURRENT_LIMIT", "50000")));
  }

  int port() {
    Matcher matcher = PORT.matcher(process.output());
    if (!matcher.find()) {
      throw new IllegalStateException("The port vanished from the output");
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** What Linux tells of it. */
  PageProcess usage() {
    return new PageProcess(process.pid());
  }

  @Override
  public void close() {
    process.close();
  }
}
