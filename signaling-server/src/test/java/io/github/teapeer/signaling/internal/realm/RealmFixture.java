package io.github.teapeer.signaling.internal.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.signaling.Departure;
import io.github.teapeer.signaling.RelayedMessage;
import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.SignalingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A realm with a clock that the test moves, and with a diary of what its listener heard. */
final class RealmFixture implements SignalingListener {
  static final String OPEN = "{\"type\":\"OPEN\"}";

  final List<String> diary = new ArrayList<>();
  String key = "peerjs";
  Optional<Duration> leaveGrace = Optional.of(Duration.ofSeconds(5));
  int concurrentLimit = 5000;
  Supplier<String> generateClientId = () -> "free";
  SignalingLimits limits = SignalingLimits.defaults();
  Optional<Duration> pingInterval = Optional.empty();
  private long now = 1_000_000;
  private Realm realm;

  /** A client with the connection it has at present. */
  final class Member {
    final String id;
    final Client client;
    final FakeConnection connection;

    Member(String id, Client client, FakeConnection connection) {
      this.id = id;
      this.client = client;
      this.connection = connection;
    }

    /** Sends, and checks that the next message would be read. */
    Member send(String text) {
      AtomicInteger next = new AtomicInteger();
      realm().receive(client, text, next::incrementAndGet);
      assertThat(next).hasValue(1);
      return this;
    }

    Member offer(String dst) {
      return send(message("OFFER", dst));
    }

    Member expect(String... messages) {
      connection.expect(messages);
      return this;
    }

    void assertExhausted() {
      connection.assertExhausted();
    }

    /** Lets the client be heard over this connection. */
    Member heard() {
      realm().heard(client, connection);
      return this;
    }

    void lose() {
      realm().disconnected(client, connection, Departure.LOST);
    }

    void close() {
      realm().disconnected(client, connection, Departure.CLOSED);
    }
  }

  Realm realm() {
    if (realm == null) {
      realm =
          new Realm(
              new RealmSettings(
                  key,
                  Duration.ofSeconds(5),
                  Duration.ofSeconds(90),
                  leaveGrace,
                  concurrentLimit,
                  generateClientId,
                  limits,
                  this,
                  pingInterval),
              () -> now);
    }
    return realm;
  }

  /** Connects with the token "T", and takes the OPEN. */
  Member join(String id) {
    return join(id, "T");
  }

  Member join(String id, String token) {
    FakeConnection connection = new FakeConnection();
    Client client = realm().connect(new Credentials(key, id, token), connection).orElseThrow();
    connection.expect(OPEN);
    return new Member(id, client, connection);
  }

  /** Connects with the token "T" by some transport, whatever it is sent. */
  Member attach(String id, Transport transport) {
    FakeConnection connection = new FakeConnection(transport);
    Client client = realm().connect(new Credentials(key, id, "T"), connection).orElseThrow();
    return new Member(id, client, connection);
  }

  /** Tries to connect, which must be refused, and returns the connection. */
  FakeConnection refused(String givenKey, String id, String token) {
    FakeConnection connection = new FakeConnection();
    assertThat(realm().connect(new Credentials(givenKey, id, token), connection)).isEmpty();
    assertThat(connection.state()).isEqualTo(FakeConnection.State.CLOSED);
    return connection;
  }

  /** Lets time pass, and has the realm do what is due. */
  void pass(Duration time) {
    now += time.toMillis();
    realm().sweep();
  }

  static String message(String type, String dst) {
    return "{\"type\":\"" + type + "\",\"payload\":{\"n\":1},\"dst\":\"" + dst + "\"}";
  }

  static String relayed(String type, String src, String dst) {
    return "{\"type\":\""
        + type
        + "\",\"src\":\""
        + src
        + "\",\"dst\":\""
        + dst
        + "\",\"payload\":{\"n\":1}}";
  }

  static String leave(String src, String dst) {
    return "{\"type\":\"LEAVE\",\"src\":\"" + src + "\",\"dst\":\"" + dst + "\"}";
  }

  static String expire(String src, String dst) {
    return "{\"type\":\"EXPIRE\",\"src\":\"" + src + "\",\"dst\":\"" + dst + "\"}";
  }

  @Override
  public void connected(String id, boolean reconnected) {
    diary.add((reconnected ? "reconnected " : "connected ") + id);
  }

  @Override
  public void disconnected(String id, Departure why) {
    diary.add(why + " " + id);
  }

  @Override
  public void message(RelayedMessage message) {
    diary.add(message.type() + " " + message.src() + " to " + message.dst());
  }

  @Override
  public void error(String problem, Throwable cause) {
    diary.add(problem);
  }
}
