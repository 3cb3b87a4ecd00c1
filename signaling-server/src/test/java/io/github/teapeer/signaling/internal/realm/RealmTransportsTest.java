package io.github.teapeer.signaling.internal.realm;

import static io.github.teapeer.signaling.internal.realm.RealmFixture.OPEN;
import static io.github.teapeer.signaling.internal.realm.RealmFixture.relayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.signaling.internal.realm.FakeConnection.State;
import io.github.teapeer.signaling.internal.realm.RealmFixture.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that have a stream and a socket, one after the other or both at once. */
class RealmTransportsTest {
  private final RealmFixture realm = new RealmFixture();
  private final Member bert = realm.join("bert");

  private void assertReached(Member anna) {
    bert.offer("anna");
    anna.expect(relayed("OFFER", "bert", "anna")).assertExhausted();
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void whoeverComesFirstGetsAnOpenByWhateverItComes(Transport transport) {
    Member anna = realm.attach("anna", transport).expect(OPEN);

    assertReached(anna);
    assertThat(realm.diary)
        .containsExactly("connected bert", "connected anna", "OFFER bert to anna");
  }

  @Test
  void aSocketBesideAnOldStreamGetsNoOpenAndIsUsedOnceItHasBeenHeard() {
    Member stream = realm.attach("anna", Transport.OLD_STREAM).expect(OPEN);
    Member socket = realm.attach("anna", Transport.SOCKET);
    assertThat(socket.connection.probes()).isEqualTo(1);
    assertReached(stream);
    socket.assertExhausted();

    socket.heard();

    assertReached(socket);
    stream.assertExhausted();
    assertThat(stream.connection.state()).isEqualTo(State.CLOSED);
    assertThat(realm.diary).doesNotContain("reconnected anna");
  }

  @Test
  void aSocketBesideAStreamOfOursGetsItsOwnOpen() {
    Member stream = realm.attach("anna", Transport.STREAM).expect(OPEN);
    Member socket = realm.attach("anna", Transport.SOCKET).expect(OPEN);
    assertReached(stream);

    socket.heard();

    assertReached(socket);
  }

  @Test
  void anOldStreamAfterItsSocketGetsNoOpenIfTheSocketWorks() {
    Member socket = realm.attach("anna", Transport.SOCKET).expect(OPEN);
    Member stream = realm.attach("anna", Transport.OLD_STREAM);
    assertThat(socket.connection.probes()).isEqualTo(1);

    socket.heard();
    realm.pass(Duration.ofSeconds(10));

    stream.assertExhausted();
    assertThat(stream.connection.state()).isEqualTo(State.CLOSED);
    assertReached(socket);
  }

  @Test
  void anOldStreamAfterItsSocketGetsAnOpenIfTheSocketIsMute() {
    realm.attach("anna", Transport.SOCKET).expect(OPEN);
    Member stream = realm.attach("anna", Transport.OLD_STREAM);
    realm.pass(Duration.ofMillis(Transports.OPEN_AFTER_MILLIS - 1));
    stream.assertExhausted();

    realm.pass(Duration.ofMillis(1));

    stream.expect(OPEN);
    assertReached(stream);
    realm.pass(Duration.ofSeconds(10));
    stream.assertExhausted();
  }

  @Test
  void anOldClientThatReconnectsWhileItsLostSocketIsThereGetsOneOpen() {
    Member lost = realm.attach("anna", Transport.SOCKET).expect(OPEN);
    Member stream = realm.attach("anna", Transport.OLD_STREAM);
    Member socket = realm.attach("anna", Transport.SOCKET).expect(OPEN);
    assertThat(lost.connection.state()).isEqualTo(State.CLOSED);

    socket.heard();
    realm.pass(Duration.ofSeconds(10));

    stream.assertExhausted();
    assertReached(socket);
  }

  @Test
  void anOldStreamThatIsRenewedGetsNoOpen() {
    Member first = realm.attach("anna", Transport.OLD_STREAM).expect(OPEN);
    Member second = realm.attach("anna", Transport.RENEWED_OLD_STREAM);

    assertReached(second);
    first.assertExhausted();
    assertThat(first.connection.state()).isEqualTo(State.CLOSED);
    assertThat(realm.diary).doesNotContain("reconnected anna");
  }

  @Test
  void anOldStreamThatIsRenewedBesideASocketMeansThatTheSocketIsMute() {
    Member socket = realm.attach("anna", Transport.SOCKET).expect(OPEN);
    Member renewed = realm.attach("anna", Transport.RENEWED_OLD_STREAM);

    realm.pass(Duration.ofSeconds(10));
    assertReached(renewed);
    socket.assertExhausted();
  }

  @Test
  void aStreamThatIsLostLeavesItsClientToTheSocketBesideIt() {
    Member stream = realm.attach("anna", Transport.OLD_STREAM).expect(OPEN);
    Member socket = realm.attach("anna", Transport.SOCKET);

    stream.lose();

    assertReached(socket);
    assertThat(realm.diary).doesNotContain("LOST anna");
    socket.lose();
    assertThat(realm.diary).endsWith("LOST anna");
  }

  @Test
  void aSocketBesideAStreamMayBeLostWithoutHarm() {
    Member stream = realm.attach("anna", Transport.OLD_STREAM).expect(OPEN);
    realm.attach("anna", Transport.SOCKET).lose();
    assertReached(stream);

    Member socket = realm.attach("anna", Transport.SOCKET).heard();
    assertReached(socket);
    stream.lose();
    assertThat(realm.diary).doesNotContain("LOST anna");
    socket.close();
    assertThat(realm.diary).endsWith("CLOSED anna");
  }

  @Test
  void goodbyesEndAllConnections() {
    Member stream = realm.attach("anna", Transport.STREAM).expect(OPEN);
    Member socket = realm.attach("anna", Transport.SOCKET).expect(OPEN);

    realm.realm().goodbye(stream.client);

    assertThat(stream.connection.state()).isEqualTo(State.CLOSED);
    assertThat(socket.connection.state()).isEqualTo(State.CLOSED);
    assertThat(realm.diary).endsWith("CLOSED anna");
    assertThat(realm.realm().ids()).containsExactly("bert");
  }

  @Test
  void aStreamThatIsRenewedMayBeSilentOtherwise() {
    bert.send("{\"type\":\"HEARTBEAT\"}");
    realm.attach("anna", Transport.OLD_STREAM).expect(OPEN);
    for (int i = 0; i < 10; i++) {
      realm.pass(Duration.ofSeconds(60));
      realm.attach("anna", Transport.RENEWED_OLD_STREAM).assertExhausted();
      bert.send("{\"type\":\"HEARTBEAT\"}");
    }
    assertThat(realm.realm().ids()).containsExactlyInAnyOrder("anna", "bert");

    realm.pass(Duration.ofSeconds(45));
    bert.send("{\"type\":\"HEARTBEAT\"}");
    realm.pass(Duration.ofSeconds(45));
    assertThat(realm.diary).endsWith("SILENT anna");
  }

  @Test
  void aClientWithoutHeartbeatsIsAskedWhetherItIsThere() {
    Member anna = realm.attach("anna", Transport.SOCKET).expect(OPEN);
    bert.send("{\"type\":\"HEARTBEAT\"}");
    for (int i = 0; i < 10; i++) {
      realm.pass(Duration.ofSeconds(30));
      assertThat(anna.connection.probes()).isEqualTo(i + 1);
      anna.heard();
      bert.send("{\"type\":\"HEARTBEAT\"}");
      realm.pass(Duration.ofSeconds(1));
    }
    assertThat(realm.realm().ids()).contains("anna");
    assertThat(bert.connection.probes()).isZero();
  }

  @Test
  void whoeverAsksForAClientThatIsAboutToComeIsToldWhenItDoes() {
    List<String> answers = new ArrayList<>();
    ask("anna", "T", answers);
    ask("anna", "guess", answers);
    assertThat(answers).isEmpty();

    realm.join("anna");

    assertThat(answers).containsExactly("anna", "nobody");
    ask("anna", "T", answers);
    ask("anna", "guess", answers);
    assertThat(answers).containsExactly("anna", "nobody", "anna", "nobody");
  }

  @Test
  void whoeverAsksForAClientThatDoesNotComeIsToldSoSoon() {
    List<String> answers = new ArrayList<>();
    ask("anna", "T", answers);
    realm.pass(Duration.ofMillis(1_999));
    assertThat(answers).isEmpty();

    realm.pass(Duration.ofMillis(1));
    assertThat(answers).containsExactly("nobody");
    realm.join("anna");
    assertThat(answers).hasSize(1);
  }

  @Test
  void onlySoManyMayWaitForAClient() {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      ask("anna", "T", answers);
    }
    assertThat(answers).containsExactly("nobody");
    for (int i = 64; i < 1_001; i++) {
      ask("id" + i, "T", answers);
    }
    assertThat(answers).containsExactly("nobody", "nobody");

    realm.realm().close();
    assertThat(answers).hasSize(1_002).containsOnly("nobody");
    ask("late", "T", answers);
    assertThat(answers).hasSize(1_003).containsOnly("nobody");
  }

  private void ask(String id, String token, List<String> answers) {
    realm
        .realm()
        .find(
            new Credentials("peerjs", id, token),
            found -> answers.add(found.map(Client::id).orElse("nobody")));
  }

  @Test
  void aRealmMaySendPingsAndMissThePongs() {
    RealmFixture skyWay = new RealmFixture();
    skyWay.pingInterval = Optional.of(Duration.ofSeconds(15));
    Member anna = skyWay.join("anna");
    Member stock = skyWay.join("stock");
    skyWay.pass(Duration.ofSeconds(14));
    anna.assertExhausted();

    skyWay.pass(Duration.ofSeconds(1));
    anna.expect("{\"type\":\"PING\"}").send("{\"type\":\"PONG\"}").assertExhausted();
    stock.expect("{\"type\":\"PING\"}");
    for (int i = 0; i < 3; i++) {
      assertThat(skyWay.realm().ids()).contains("anna");
      skyWay.pass(Duration.ofSeconds(15));
      stock.expect("{\"type\":\"PING\"}");
    }

    assertThat(skyWay.diary).endsWith("SILENT anna");
    assertThat(skyWay.realm().ids()).containsExactly("stock");
  }
}
