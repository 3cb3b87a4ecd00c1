package io.github.teapeer.selenium.network;

import io.github.teapeer.selenium.machine.Place;
import io.github.teapeer.selenium.machine.TestNetwork;
import java.time.Duration;
import java.util.List;

/**
 * A small internet: this JVM with its servers and a TURN server are on it, and two households
 * behind routers that translate addresses. Nothing of it is part of this machine's own network. Up
 * until {@link #close()}.
 *
 * <pre>
 *   this JVM 198.51.100.10    TURN server 198.51.100.20
 *        └───────────┬────────────────┘
 *           ┌────────┴────────┐
 *     router .101       router .102
 *           │                 │
 *     browser 10.1.0.2  browser 10.2.0.2
 * </pre>
 */
public final class NatLab implements AutoCloseable {
  /** The address of this JVM. */
  public static final String SERVER = "198.51.100.10";

  /** The system property that turns the tests off that need this. */
  public static final String SWITCH = "teapeer.natlab";

  private static final String TURN = "198.51.100.20";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Namespace internet;
  private final Household first;
  private final Household second;
  private final TurnServer turn;

  private NatLab(Namespace internet) {
    this.internet = internet;
    internet.run(
        "ip link add br0 type bridge",
        "ip addr add %s/24 dev br0".formatted(TURN),
        "ip link set br0 up",
        // What goes to private addresses vanishes, as on the internet: where the system says
        // instead
        // that there is no way, coturn stops relaying for that peer.
        "ip link add sink type veth peer name drain",
        "ip link set sink arp off up",
        "ip link set drain arp off up",
        "ip route add default dev sink");
    Namespace.runIn(
        Place.HERE,
        TIMEOUT,
        "ip link add lab type veth peer name server netns " + internet.id(),
        "ip addr add %s/24 dev lab".formatted(SERVER),
        "ip link set lab up");
    internet.run("ip link set server master br0 up");
    first = Household.build(internet, 1);
    second = Household.build(internet, 2);
    turn = TurnServer.start(internet, TURN);
  }

  /**
   * Builds it, with symmetric NATs.
   *
   * @throws IllegalStateException where it cannot be built, saying why and how to do without
   */
  public static NatLab build() {
    if (TestNetwork.current() != TestNetwork.NAMESPACE) {
      throw unavailable("the tests run in this machine's own network", null);
    }
    Namespace internet;
    try {
      internet = Namespace.create();
    } catch (IllegalStateException e) {
      throw unavailable(e.getMessage(), e);
    }
    try {
      return new NatLab(internet);
    } catch (IllegalStateException e) {
      internet.close();
      throw unavailable(e.getMessage(), e);
    }
  }

  private static IllegalStateException unavailable(String why, Exception cause) {
    return new IllegalStateException(
        "The NAT lab needs network namespaces (root, or user namespaces), iproute2, iptables with"
            + " its NAT, conntrack and statistic modules, conntrack, and coturn. Without, run with -D"
            + SWITCH
            + "=off, which turns its tests off. What is missing: "
            + why,
        cause);
  }

  /** The households. */
  public List<Household> households() {
    return List.of(first, second);
  }

  /** The first of the two. */
  public Household first() {
    return first;
  }

  /** The second of the two. */
  public Household second() {
    return second;
  }

  /** The TURN server, which is a STUN server as well. */
  public TurnServer turn() {
    return turn;
  }

  @Override
  public void close() {
    try (internet;
        first;
        second) {
      turn.close();
    }
  }
}
