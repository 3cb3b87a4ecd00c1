package io.github.teapeer.selenium.benchmark;

import io.github.teapeer.selenium.machine.ChildProcess;
import io.github.teapeer.selenium.machine.ModuleFiles;
import io.github.teapeer.selenium.machine.PageProcess;
import io.github.teapeer.selenium.machine.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signalling server in a process of its own. Running until {@link #close()} or {@link #kill}. */
final class MeasuredServer implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Pattern PORT = Pattern.compile("(?:port: |listening on )(\\d+)");
  private static final String LIMIT = "50000";

  /** Whose it is. */
  enum Kind {
    /** This project's. */
    OURS("TeaPeer"),
    /** The npm package {@code peer}. */
    NPM("npm peer");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** What tables call it. */
    String title() {
      return title;
    }
  }

  /**
   * How it is started.
   *
   * @param port where it listens; 0 for any free port
   * @param alive how long a client may be silent
   * @param arguments more of our command; npm's has nothing like them
   */
  record Setup(int port, Duration alive, List<String> arguments) {
    /** As it is without options, but for the number of clients. */
    static final Setup DEFAULT = new Setup(0, Duration.ofSeconds(90), List.of());

    /**
     * Without our limit on the messages of one client, which a single pair of the benchmark passes.
     */
    static final Setup UNHURRIED =
        new Setup(0, Duration.ofSeconds(90), List.of("--max_message_rate=1000000"));

    Setup withPort(int other) {
      return new Setup(other, alive, arguments);
    }
  }

  private final ChildProcess process;

  private MeasuredServer(ChildProcess process) {
    this.process = process;
    process.await("listening server", START_TIMEOUT, () -> PORT.matcher(process.output()).find());
  }

  static MeasuredServer start(Kind kind, Setup setup) {
    return new MeasuredServer(kind == Kind.OURS ? ours(setup) : npm(setup));
  }

  /** As its command starts it. */
  private static ChildProcess ours(Setup setup) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xms32m", // as README.md of signaling-server says to start it
                "-Xmn16m",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path"),
                "io.github.teapeer.signaling.cli.Main",
                "--port=" + setup.port(),
                "--host=127.0.0.1",
                "--quiet",
                "--concurrent_limit=" + LIMIT,
                "--alive_timeout=" + setup.alive().toMillis()));
    command.addAll(setup.arguments());
    return ChildProcess.start(command, Map.of());
  }

  private static ChildProcess npm(Setup setup) {
    return ChildProcess.start(
        List.of(
            Programs.require("node").toString(),
            ModuleFiles.file("src/test/node/peer-server.mjs").toString(),
            "peer"),
        Map.of(
            "PEER_PORT",
            String.valueOf(setup.port()),
            "CONCURRENT_LIMIT",
            LIMIT,
            "ALIVE_TIMEOUT",
            String.valueOf(setup.alive().toMillis())));
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

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed. */
  String output() {
    return process.output();
  }

  /** Ends it with SIGKILL. */
  void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
