package io.github.teapeer.selenium.network;

import io.github.teapeer.selenium.machine.ChildProcess;
import io.github.teapeer.selenium.machine.Place;
import io.github.teapeer.selenium.machine.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network namespace: at first with no more than a loopback device. It has no name; a process that
 * does nothing keeps it until {@link #close()}, or until this JVM ends.
 */
final class Namespace implements Place, AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ChildProcess holder;
  private DoorKeeper door;

  private Namespace(ChildProcess holder) {
    this.holder = holder;
  }

  /**
   * Makes one.
   *
   * @throws IllegalStateException when that is not permitted here, with what the system says
   */
  static Namespace create() {
    Path own = networkOf(ProcessHandle.current().pid()).orElseThrow();
    ChildProcess holder =
        ChildProcess.start(
            List.of(Programs.require("unshare").toString(), "--net", "cat"), Map.of());
    try {
      holder.await(
          "namespace",
          TIMEOUT,
          () -> networkOf(holder.pid()).filter(network -> !network.equals(own)).isPresent());
      Namespace namespace = new Namespace(holder);
      namespace.run("ip link set lo up", "sysctl -qw net.ipv6.conf.all.disable_ipv6=1");
      return namespace;
    } catch (IllegalStateException e) {
      holder.close();
      throw e;
    }
  }

  /** What `ip link` calls this namespace. */
  long id() {
    return holder.pid();
  }

  /**
   * Runs lines of a shell script in it, and waits for them.
   *
   * @throws IllegalStateException with what they printed, when one fails
   */
  void run(String... lines) {
    runIn(this, TIMEOUT, lines);
  }

  /** The same, for lines that take their time. */
  void run(Duration timeout, String... lines) {
    runIn(this, timeout, lines);
  }

  /** Runs lines of a shell script in a place, and waits for them. */
  static void runIn(Place place, Duration timeout, String... lines) {
    List<String> shell = List.of("sh", "-euc", String.join("\n", lines) + "\necho done");
    try (ChildProcess process = ChildProcess.start(place.enter(shell), Map.of())) {
      process.await("end", timeout, () -> process.output().endsWith("done\n"));
    }
  }

  @Override
  public List<String> enter(List<String> command) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of(Programs.require("nsenter").toString(), "--net", "--target", "" + id()));
    all.addAll(command);
    return List.copyOf(all);
  }

  @Override
  public int reach(int port) {
    if (door == null) {
      door = new DoorKeeper(this::enter);
    }
    return door.reach(port);
  }

  @Override
  public void close() {
    try (holder) {
      if (door != null) {
        door.close();
      }
    }
  }

  /** Which network a process is in; empty when it has ended. */
  private static Optional<Path> networkOf(long process) {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc", "" + process, "ns/net")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
