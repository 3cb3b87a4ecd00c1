package io.github.teapeer.selenium.network;

import io.github.teapeer.selenium.machine.ChildProcess;
import io.github.teapeer.selenium.machine.Place;
import io.github.teapeer.selenium.machine.Programs;
import io.github.teapeer.selenium.machine.TestNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** coturn, which also answers as a STUN server. Running from its start until {@link #close()}. */
public final class TurnServer implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
  private static final int USUAL_PORT = 3478;
  private static final String USER = "tea";
  private static final String PASSWORD = "leaves";
  private static final String LISTENING = "Total General servers";

  private final ChildProcess process;
  private final Path folder;
  private final String authority;

  private TurnServer(ChildProcess process, Path folder, String authority) {
    this.process = process;
    this.folder = folder;
    this.authority = authority;
  }

  /** Starts one in the test network, for peers in the same. */
  public static TurnServer start() {
    String address = TestNetwork.current().address();
    return start(Place.HERE, address, freePort(), List.of("--allow-loopback-peers"));
  }

  /**
   * Starts one somewhere else.
   *
   * @param address an address of that place, which has nothing else on the usual port
   */
  static TurnServer start(Place place, String address) {
    return start(place, address, USUAL_PORT, List.of());
  }

  private static TurnServer start(Place place, String address, int port, List<String> further) {
    Path folder = createFolder();
    List<String> command = new ArrayList<>();
    command.add(Programs.require("turnserver").toString());
    // No file of the system's configuration, and nothing outside the folder is written.
    command.addAll(List.of("-n", "--log-file", "stdout", "--simple-log", "--verbose"));
    command.addAll(List.of("--pidfile", folder.resolve("pid").toString()));
    command.addAll(List.of("--userdb", folder.resolve("users").toString()));
    command.addAll(List.of("--listening-ip", address, "--relay-ip", address));
    command.addAll(List.of("--listening-port", String.valueOf(port)));
    command.addAll(List.of("--lt-cred-mech", "--user", USER + ":" + PASSWORD, "--realm", "tests"));
    command.addAll(List.of("--no-cli", "--no-tls", "--no-dtls", "--no-multicast-peers"));
    command.addAll(further);
    String authority = address + ":" + port;
    ChildProcess process = ChildProcess.start(place.enter(command), Map.of());
    try {
      process.await(
          "listening TURN server", START_TIMEOUT, () -> process.output().contains(LISTENING));
      return new TurnServer(process, folder, authority);
    } catch (IllegalStateException e) {
      process.close();
      delete(folder);
      throw e;
    }
  }

  /** Answers what a peer's public address is. */
  public Map<String, Object> stun() {
    return Map.of("urls", List.of("stun:" + authority));
  }

  /**
   * Relays.
   *
   * @param transport {@code udp} or {@code tcp}, from the peer to this server
   */
  public Map<String, Object> turn(String transport) {
    return IceServers.entry(USER, PASSWORD, url(transport));
  }

  /** As {@link #turn}, with a password that is not the user's. */
  public Map<String, Object> turnWithWrongPassword(String transport) {
    return IceServers.entry(USER, "coffee", url(transport));
  }

  /** What it has printed so far. */
  public String output() {
    return process.output();
  }

  @Override
  public void close() {
    process.close();
    delete(folder);
  }

  private String url(String transport) {
    return "turn:" + authority + "?transport=" + transport;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path createFolder() {
    try {
      return Files.createTempDirectory("teapeer-turn-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
