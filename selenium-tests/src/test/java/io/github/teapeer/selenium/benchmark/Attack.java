package io.github.teapeer.selenium.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What clients do to a server that they should not. Goes on until {@link #close()}. Clients that
 * the server gets rid of are what is hoped for, and no error.
 */
final class Attack implements AutoCloseable {
  private static final int JOIN_MS = 30_000;
  private static final int DRIP_MS = 500;
  private static final int AT_ONCE_MS = 1;

  /** What a client does again and again. */
  interface Step {
    void take() throws IOException;
  }

  private final int port;
  private final List<RawClient> clients = new ArrayList<>();
  private final Set<RawClient> gone = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Attack> parts = new ArrayList<>();
  private final ScheduledExecutorService dripping =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "dripping"));
  private volatile boolean over;

  Attack(int port) {
    this.port = port;
  }

  int port() {
    return port;
  }

  /** Another connection, which the attack keeps. */
  RawClient connect() {
    try {
      return keep(new RawClient(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another WebSocket, which the attack keeps. */
  RawClient join(String id) {
    try {
      return keep(RawClient.join(port, id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized RawClient keep(RawClient client) {
    clients.add(client);
    return client;
  }

  /** Does something until the attack is over, or the server does not let it. */
  void repeat(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!over) {
                  step.take();
                }
              } catch (IOException refused) {
                // That is its purpose.
              }
            },
            "attacker");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Does something by a connection of its own, again and again, whatever the server does to it. */
  void repeatAnew(Encounter encounter) {
    repeat(
        () -> {
          try (RawClient client = new RawClient(port)) {
            encounter.with(client);
          } catch (IOException refused) {
            // The next one.
          }
        });
  }

  /** Does something once a while, for as long as the server lets it. */
  void drip(Step step) {
    Future<?> unused =
        dripping.scheduleWithFixedDelay(() -> tryTo(step), DRIP_MS, DRIP_MS, TimeUnit.MILLISECONDS);
  }

  /** Does something that the server may refuse. */
  void tryTo(Step step) {
    try {
      step.take();
    } catch (IOException refused) {
      // That is its purpose.
    }
  }

  /** Takes in another attack, which ends with this one. Who takes part in it is not counted. */
  Attack with(Attack part) {
    parts.add(part);
    return this;
  }

  /** What a client does that has just connected. */
  interface Encounter {
    void with(RawClient client) throws IOException;
  }

  /** The percentage of the clients it has kept that the server has let go. */
  double letGo() {
    List<RawClient> kept;
    synchronized (this) {
      kept = List.copyOf(clients);
    }
    try {
      for (RawClient client : kept) {
        if (!gone.contains(client) && client.isLetGo(AT_ONCE_MS)) {
          gone.add(client);
        }
      }
      return kept.isEmpty() ? Double.NaN : 100.0 * gone.size() / kept.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    over = true;
    dripping.shutdownNow();
    parts.forEach(Attack::close);
    try {
      synchronized (this) {
        for (RawClient client : clients) {
          client.close();
        }
      }
      for (Thread thread : threads) {
        thread.join(JOIN_MS);
        if (thread.isAlive()) {
          throw new IllegalStateException("An attacker does not end");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
