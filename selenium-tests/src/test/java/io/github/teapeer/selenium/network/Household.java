package io.github.teapeer.selenium.network;

import io.github.teapeer.selenium.machine.Place;
import java.time.Duration;

/**
 * A browser's network behind a router that translates addresses, and lets in only what answers.
 *
 * <p>The router's device to the internet is called {@code wan}, the one to the browser {@code lan}.
 */
public final class Household implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String HEAL = "iptables -F FAULTS";

  private final Namespace router;
  private final Namespace home;

  private Household(Namespace router, Namespace home) {
    this.router = router;
    this.home = home;
  }

  /**
   * Builds one.
   *
   * @param internet has the bridge {@code br0}
   * @param number of two, from 1
   */
  static Household build(Namespace internet, int number) {
    Namespace router = Namespace.create();
    try {
      Namespace home = Namespace.create();
      Household household = new Household(router, home);
      try {
        household.connect(internet, number);
        household.translateToAnyPort();
        return household;
      } catch (IllegalStateException e) {
        home.close();
        throw e;
      }
    } catch (IllegalStateException e) {
      router.close();
      throw e;
    }
  }

  private void connect(Namespace internet, int number) {
    internet.run(
        "ip link add h%d type veth peer name wan netns %d".formatted(number, router.id()),
        "ip link set h%d master br0 up".formatted(number));
    router.run(
        "ip addr add 198.51.100.10%d/24 dev wan".formatted(number),
        "ip link set wan up",
        "ip link add lan type veth peer name eth0 netns " + home.id(),
        "ip addr add 10.%d.0.1/24 dev lan".formatted(number),
        "ip link set lan up",
        "sysctl -qw net.ipv4.ip_forward=1",
        "iptables -A INPUT -i wan -j DROP",
        "iptables -N FAULTS",
        "iptables -A FORWARD -j FAULTS",
        "iptables -A FORWARD -i wan -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT",
        "iptables -A FORWARD -i wan -j DROP");
    home.run(
        "ip addr add 10.%d.0.2/24 dev eth0".formatted(number),
        "ip link set eth0 up",
        "ip route add default via 10.%d.0.1".formatted(number));
  }

  /** Where the browser runs. */
  public Place home() {
    return home;
  }

  /** From now on a symmetric NAT: each connection outwards appears at another port. */
  public void translateToAnyPort() {
    router.run(
        "iptables -t nat -F POSTROUTING",
        "iptables -t nat -A POSTROUTING -o wan -j MASQUERADE --random-fully");
  }

  /** From now on a NAT that keeps the port, so that others can be told where to send to. */
  public void translateToTheSamePort() {
    router.run(
        "iptables -t nat -F POSTROUTING", "iptables -t nat -A POSTROUTING -o wan -j MASQUERADE");
  }

  /** From now on nothing passes by UDP. */
  public void blockUdp() {
    router.run("iptables -A FAULTS -p udp -j DROP");
  }

  /** From now on a part of all UDP packets is lost, in both directions. */
  public void loseUdp(double part) {
    router.run(
        "iptables -A FAULTS -p udp -m statistic --mode random --probability %s -j DROP"
            .formatted(part));
  }

  /** From now on nothing passes at all. */
  public void goDark() {
    router.run("iptables -A FAULTS -j DROP");
  }

  /** Ends all faults after that time, and returns then. */
  public void healAfter(Duration time) {
    router.run(time.plus(TIMEOUT), "sleep " + time.toSeconds(), HEAL);
  }

  /** The router forgets what it has translated by UDP: what goes on appears at another port. */
  public void rebind() {
    router.run("conntrack -D -p udp");
  }

  /** Ends all faults. */
  public void heal() {
    router.run(HEAL);
  }

  @Override
  public void close() {
    try (router) {
      home.close();
    }
  }
}
