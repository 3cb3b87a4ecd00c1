package io.github.teapeer.signaling.internal.realm;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.internal.realm.HeldMessages.Expired;
import io.github.teapeer.signaling.internal.realm.HeldMessages.Held;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The clients of one server and what passes between them: PeerServer's protocol without a network.
 *
 * <p>Safe for use by any number of threads. Passing a message on to a client who is there takes no
 * lock; arrivals, departures and messages for the absent are sorted out one at a time, so that a
 * message is either held before its receiver arrives, and delivered after the receiver's OPEN, or
 * finds the receiver there.
 *
 * <p>When one goes, those it was talking with may get a LEAVE: {@link Farewells} says when.
 */
public final class Realm {
  /** How long those who ask for a client that is not there wait for it. */
  private static final long EXPECTATION_MILLIS = 2_000;

  private final RealmSettings settings;
  private final SignalingLimits limits;
  private final LongSupplier clock;
  private final MessageReader reader;
  private final Audience audience;
  private final Liveness liveness;
  private final FreeIds freeIds;
  private final ConcurrentMap<String, Client> clients = new ConcurrentHashMap<>();

  private final Object lock = new Object();
  private final HeldMessages held;
  private final Farewells farewells;
  private final Expectations expectations = new Expectations();
  private boolean closed;

  /**
   * @param settings the server's options
   * @param clock milliseconds that only ever grow
   */
  public Realm(RealmSettings settings, LongSupplier clock) {
    this.settings = settings;
    this.limits = settings.limits();
    this.clock = clock;
    this.reader = new MessageReader(limits.maxMessageSize());
    this.audience = new Audience(settings.listener());
    this.liveness = new Liveness(settings);
    this.freeIds = new FreeIds(settings.generateClientId(), clients::containsKey);
    this.held = new HeldMessages(limits);
    this.farewells =
        new Farewells(settings.leaveGrace(), settings.concurrentLimit(), this::sendLeave);
  }

  /**
   * Lets a client in, or tells it why not and closes the connection.
   *
   * @return the client, or nothing if it was refused
   */
  public Optional<Client> connect(Credentials credentials, Connection connection) {
    if (!credentials.isComplete()) {
      return refuse(connection, ServerMessages.INCOMPLETE);
    }
    if (!credentials.key().equals(settings.key())) {
      return refuse(connection, ServerMessages.INVALID_KEY);
    }
    Optional<String> objection = credentials.objection(limits.maxIdLength());
    if (objection.isPresent()) {
      return refuse(connection, ServerMessages.error(objection.get()));
    }
    boolean reconnected;
    boolean returned = true;
    Client client;
    List<Expectations.Answer> expected = List.of();
    synchronized (lock) {
      Client known = clients.get(credentials.id());
      if (closed) {
        connection.abort();
        return Optional.empty();
      } else if (known == null && clients.size() >= settings.concurrentLimit()) {
        return refuse(connection, ServerMessages.FULL);
      } else if (known == null) {
        client = new Client(credentials.id(), credentials.token(), connection, clock.getAsLong());
        reconnected = settle(client);
        expected = expectations.come(client);
      } else if (known.hasToken(credentials.token())) {
        client = known;
        client.heard(clock.getAsLong());
        reconnected = true;
        returned = client.transports().add(connection, clock.getAsLong());
      } else {
        return refuse(connection, ServerMessages.ID_TAKEN);
      }
    }
    if (returned) {
      audience.connected(client, reconnected);
    }
    expected.forEach(Expectations.Answer::give);
    return Optional.of(client);
  }

  private static Optional<Client> refuse(Connection connection, String why) {
    connection.send(why);
    connection.close();
    return Optional.empty();
  }

  /** Lets a newcomer take its place, and says whether it had it before. */
  private boolean settle(Client client) {
    boolean cameBack = farewells.come(client);
    client.connection().send(ServerMessages.OPEN);
    for (Held message : held.take(client.id())) {
      client.connection().send(message.text());
      if (message.opensConversation()) {
        Optional.ofNullable(clients.get(message.src()))
            .ifPresent(sender -> converse(sender, client));
      }
    }
    // Last, so that whatever others send it comes after its OPEN and after what it had waiting.
    clients.put(client.id(), client);
    return cameBack;
  }

  /**
   * Finds the client that somebody says to be, giving it a moment to come if it is not there.
   *
   * @param credentials of this realm's key
   * @param asker told exactly once, now or later and by any thread; nothing if there is no such
   *     client, or the token is not its own
   */
  public void find(Credentials credentials, Consumer<Optional<Client>> asker) {
    Client known = clients.get(credentials.id());
    if (known == null) {
      synchronized (lock) {
        known = clients.get(credentials.id());
        if (known == null
            && !closed
            && credentials.objection(limits.maxIdLength()).isEmpty()
            && expectations.add(
                credentials.id(),
                credentials.token(),
                clock.getAsLong() + EXPECTATION_MILLIS,
                asker)) {
          return;
        }
      }
    }
    asker.accept(Optional.ofNullable(known).filter(client -> client.hasToken(credentials.token())));
  }

  /**
   * Takes note of a sign of life: that a client got through, whatever it said.
   *
   * @param client the client
   * @param connection the connection over which it came
   */
  public void heard(Client client, Connection connection) {
    client.heard(clock.getAsLong());
    if (client.transports().isWaiting(connection)) {
      synchronized (lock) {
        if (client.transports().isWaiting(connection)) {
          client.transports().promote();
        }
      }
    }
  }

  /**
   * Takes a message from a client. What is no message of this protocol is ignored, and reported to
   * the listener.
   *
   * @param client the client
   * @param text what it sent
   * @param next run exactly once, when the client may be read from again
   */
  public void receive(Client client, String text, Runnable next) {
    if (!accept(client, text, next)) {
      next.run();
    }
  }

  /**
   * Takes a message from a client as {@link #receive} does, and says whether it was one.
   *
   * @return whether it was JSON of the protocol's form; if not, {@code next} is not run
   */
  public boolean accept(Client client, String text, Runnable next) {
    client.heard(clock.getAsLong());
    Optional<ClientMessage> message;
    try {
      message = client.isGone() ? Optional.empty() : reader.read(text);
    } catch (MalformedMessageException e) {
      audience.error("Ignored what " + client.id() + " sent: " + e.getMessage(), e);
      return false;
    }
    if (message.isPresent() && message.get().isForPeer()) {
      pass(client, message.get(), next);
    } else {
      message.ifPresent(own -> handle(client, own.type()));
      next.run();
    }
    return true;
  }

  /** Handles what is for the server itself. */
  private void handle(Client client, MessageType type) {
    if (type.isSignOfLife()) {
      client.beat();
    } else if (type == MessageType.LEAVE) {
      dismiss(client, Departure.LEFT, () -> true);
    }
  }

  private void pass(Client src, ClientMessage message, Runnable next) {
    audience.message(src, message);
    Optional<Client> present = Optional.ofNullable(clients.get(message.dst()));
    if (present.isEmpty() && message.type().isHeld()) {
      present = holdUnlessThere(src, message, null);
    }
    if (present.isEmpty()) {
      next.run();
      return;
    }
    Client dst = present.get();
    note(src, message.type(), dst);
    String text =
        ServerMessages.relayed(message.type(), src.quotedId(), dst.quotedId(), message.payload());
    Connection connection = dst.connection();
    connection.send(text, next, () -> goOnWithout(connection, src, message));
  }

  /** Has a message that a connection did not take any more go by another one, now or later. */
  private void goOnWithout(Connection ended, Client src, ClientMessage message) {
    if (message.type().isHeld()) {
      holdUnlessThere(src, message, ended)
          .ifPresent(
              dst ->
                  dst.connection()
                      .send(
                          ServerMessages.relayed(
                              message.type(), src.quotedId(), dst.quotedId(), message.payload())));
    }
  }

  /**
   * Keeps a message for later, unless its receiver has come meanwhile.
   *
   * @param ended a connection of the receiver that has ended, whether it is known already or not;
   *     or null
   */
  private Optional<Client> holdUnlessThere(Client src, ClientMessage message, Connection ended) {
    String dst = message.dst();
    synchronized (lock) {
      Client arrived = clients.get(dst);
      if (arrived != null && arrived.connection() != ended) {
        return Optional.of(arrived);
      }
      String text =
          ServerMessages.relayed(
              message.type(), src.quotedId(), ServerMessages.quote(dst), message.payload());
      Held waiting = new Held(src.id(), text, message.type().opensConversation());
      boolean mayCome = dst.length() <= limits.maxIdLength();
      if (!mayCome || !held.hold(dst, waiting, clock.getAsLong())) {
        src.connection().send(ServerMessages.expire(dst, src.id()));
      }
      return Optional.empty();
    }
  }

  private void note(Client src, MessageType type, Client dst) {
    if (type.opensConversation()) {
      converse(src, dst);
    } else if (type == MessageType.LEAVE) {
      src.parted(dst.id());
    }
  }

  private void converse(Client src, Client dst) {
    src.talksWith(dst, limits.maxCorrespondents());
  }

  private void sendLeave(String lost, String peer) {
    Client told = clients.get(peer);
    if (told != null) {
      told.connection().send(ServerMessages.leave(lost, peer));
    }
  }

  /**
   * Tells that a connection has ended. Of no consequence if the client has another one by now, or
   * was let go before.
   *
   * @param client whose connection it was
   * @param connection the connection
   * @param why {@link Departure#CLOSED} or {@link Departure#LOST}
   */
  public void disconnected(Client client, Connection connection, Departure why) {
    synchronized (lock) {
      if (!client.transports().remove(connection, why) || !remove(client, why)) {
        return;
      }
    }
    client.transports().closeBeside(connection);
    audience.disconnected(client, why);
  }

  /**
   * Lets a client go that said goodbye without being asked to tell others: {@link
   * Departure#CLOSED}.
   */
  public void goodbye(Client client) {
    dismiss(client, Departure.CLOSED, () -> true);
  }

  /** Ends the stay of a client whose connection is still open, if that still holds. */
  private void dismiss(Client client, Departure why, BooleanSupplier holds) {
    synchronized (lock) {
      if (!holds.getAsBoolean() || !remove(client, why)) {
        return;
      }
    }
    client.transports().close();
    audience.disconnected(client, why);
  }

  /** Returns whether the client was still there. */
  private boolean remove(Client client, Departure why) {
    if (closed || !clients.remove(client.id(), client)) {
      return false;
    }
    client.setGone();
    farewells.gone(client, why, clock.getAsLong());
    return true;
  }

  /**
   * Does what is due by now: refuses messages that have waited too long, gives up clients that did
   * not come back, lets go of silent ones and of those that do not take what is sent to them. To be
   * called a few times a second.
   */
  public void sweep() {
    long now = clock.getAsLong();
    List<Expectations.Answer> disappointed;
    synchronized (lock) {
      for (Expired expired : held.expire(now - settings.expireTimeout().toMillis())) {
        Client sender = clients.get(expired.sender());
        if (sender != null) {
          sender.connection().send(ServerMessages.expire(expired.receiver(), expired.sender()));
        }
      }
      farewells.sweep(now);
      clients.values().forEach(client -> client.transports().sweep(now));
      disappointed = expectations.expire(now);
    }
    disappointed.forEach(Expectations.Answer::give);
    for (Client client : clients.values()) {
      if (liveness.isSilent(client, now)) {
        dismiss(client, Departure.SILENT, () -> liveness.isSilent(client, now));
      } else if (client.connection().isStalled(now)) {
        client.connection().abort();
      } else {
        liveness.ask(client, now);
      }
    }
  }

  /**
   * Makes an id that no client has. It is not reserved.
   *
   * @throws IllegalStateException if the id generator of the options keeps returning ids that are
   *     taken, or none
   */
  public String newId() {
    return freeIds.next();
  }

  /** The ids of all clients. */
  public List<String> ids() {
    return List.copyOf(clients.keySet());
  }

  /**
   * Disconnects everybody and lets nobody in any more. Nobody is told of the others, nor is the
   * listener.
   */
  public void close() {
    List<Expectations.Answer> disappointed;
    synchronized (lock) {
      closed = true;
      disappointed = expectations.expire(Long.MAX_VALUE);
    }
    disappointed.forEach(Expectations.Answer::give);
    for (Client client : clients.values()) {
      client.transports().close();
    }
  }
}
