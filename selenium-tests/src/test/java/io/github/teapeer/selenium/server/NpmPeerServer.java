package io.github.teapeer.selenium.server;

import io.github.teapeer.selenium.machine.ChildProcess;
import io.github.teapeer.selenium.machine.ModuleFiles;
import io.github.teapeer.selenium.machine.Programs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the npm package {@code peer} in a Node process, on a port that the system chose. */
final class NpmPeerServer implements PeerServer {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Pattern LISTENING = Pattern.compile("listening on (\\d+)\n");

  private final ChildProcess process;
  private final int port;

  private NpmPeerServer(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the version that is installed under that name, on a port or where that is 0 on any. */
  static NpmPeerServer start(String npmPackage, int wantedPort) {
    ChildProcess process =
        ChildProcess.start(
            List.of(
                Programs.require("node").toString(),
                ModuleFiles.file("src/test/node/peer-server.mjs").toString(),
                npmPackage),
            Map.of("PEER_PORT", String.valueOf(wantedPort)));
    try {
      process.await("listening peer server", START_TIMEOUT, () -> matcher(process).find());
      Matcher listening = matcher(process);
      if (!listening.find()) {
        throw new IllegalStateException("The port vanished from the output");
      }
      return new NpmPeerServer(process, Integer.parseInt(listening.group(1)));
    } catch (IllegalStateException e) {
      process.close();
      throw e;
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void suspend() {
    process.signal("STOP");
  }

  @Override
  public void resume() {
    process.signal("CONT");
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      resume(); // Or it would not hear that it is to end.
    }
    process.close();
  }

  private static Matcher matcher(ChildProcess process) {
    return LISTENING.matcher(process.output());
  }
}
