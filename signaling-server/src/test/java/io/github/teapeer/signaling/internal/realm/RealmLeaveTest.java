package io.github.teapeer.signaling.internal.realm;

import static io.github.teapeer.signaling.internal.realm.RealmFixture.leave;
import static io.github.teapeer.signaling.internal.realm.RealmFixture.message;
import static io.github.teapeer.signaling.internal.realm.RealmFixture.relayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.internal.realm.RealmFixture.Member;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealmLeaveTest {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration ALMOST_GRACE = Duration.ofMillis(4_999);
  private static final Duration A_MOMENT = Duration.ofMillis(1);

  private final RealmFixture realm = new RealmFixture();

  /** Two clients, of whom the first has called the second. */
  private Member call(Member caller, String callee) {
    Member other = realm.join(callee);
    caller.offer(callee);
    return other.expect(relayed("OFFER", caller.id, callee));
  }

  private Member answer(Member callee, Member caller) {
    callee.send(message("ANSWER", caller.id));
    caller.expect(relayed("ANSWER", callee.id, caller.id));
    return callee;
  }

  @Test
  void theOneWhoWasCalledLearnsThatTheCallerIsLost() {
    Member anna = realm.join("anna");
    Member bert = call(anna, "bert");

    anna.lose();
    realm.pass(ALMOST_GRACE);
    bert.assertExhausted();
    realm.pass(A_MOMENT);

    bert.expect(leave("anna", "bert")).assertExhausted();
    assertThat(realm.diary).endsWith("LOST anna");
  }

  @Test
  void theCallerLearnsThatTheOneWhoAnsweredIsLost() {
    Member anna = realm.join("anna");
    Member bert = answer(call(anna, "bert"), anna);

    bert.lose();
    realm.pass(GRACE);

    anna.expect(leave("bert", "anna")).assertExhausted();
  }

  @Test
  void nobodyLearnsAnythingOfAClientThatComesBackInTime() {
    Member anna = realm.join("anna");
    Member bert = call(anna, "bert");

    anna.lose();
    realm.pass(ALMOST_GRACE);
    realm.join("anna");
    realm.pass(Duration.ofSeconds(60));

    bert.assertExhausted();
    assertThat(realm.diary).endsWith("LOST anna", "reconnected anna");
  }

  @Test
  void aClientThatCameBackAndIsLostAgainIsStillMissed() {
    Member anna = realm.join("anna");
    Member bert = call(anna, "bert");
    anna.lose();
    realm.join("anna").lose();

    realm.pass(GRACE);

    bert.expect(leave("anna", "bert")).assertExhausted();
  }

  @Test
  void aClientThatClosesItsSocketKeepsItsConnections() {
    Member anna = realm.join("anna");
    Member bert = call(anna, "bert");

    anna.close();
    realm.pass(Duration.ofSeconds(60));

    bert.assertExhausted();
    assertThat(realm.diary).endsWith("CLOSED anna");
  }

  @Test
  void aClientThatDisconnectedAndReconnectedIsMissedWhenItIsLostLater() {
    Member anna = realm.join("anna");
    call(anna, "bert");
    anna.close();
    realm.pass(Duration.ofMinutes(30));
    Member bert = realm.join("bert");
    realm.join("anna").lose();

    realm.pass(GRACE);

    bert.expect(leave("anna", "bert")).assertExhausted();
  }

  @Test
  void aClientThatStaysAwayForAnHourIsForgotten() {
    Member anna = realm.join("anna");
    call(anna, "bert");
    anna.close();
    realm.pass(Duration.ofHours(1));
    Member bert = realm.join("bert");
    realm.join("anna").lose();

    realm.pass(GRACE);

    bert.assertExhausted();
    assertThat(realm.diary).doesNotContain("reconnected anna");
  }

  @Test
  void aClientThatDisconnectedKeepsItsConnectionsWhenAnotherTakesItsId() {
    Member anna = realm.join("anna", "old");
    Member bert = call(anna, "bert");
    anna.close();

    realm.join("anna", "new").lose();
    realm.pass(GRACE);

    bert.assertExhausted();
  }

  @Test
  void whenALostClientsIdIsClaimedByAnotherItsPeersLearnSoBeforeTheyHearOfTheNewOne() {
    Member anna = realm.join("anna", "old");
    Member bert = call(anna, "bert");
    anna.lose();

    Member reloaded = realm.join("anna", "new");
    bert.expect(leave("anna", "bert"));
    reloaded.offer("bert");
    bert.expect(relayed("OFFER", "anna", "bert"));

    realm.pass(GRACE);
    bert.assertExhausted();
    assertThat(realm.diary).contains("connected anna").doesNotContain("reconnected anna");
  }

  @Test
  void theNewOwnerOfAnIdIsNotTakenForTheOldOne() {
    Member anna = realm.join("anna", "old");
    Member bert = call(anna, "bert");
    anna.lose();
    Member reloaded = realm.join("anna", "new");
    bert.expect(leave("anna", "bert"));

    reloaded.lose();
    realm.pass(GRACE);

    bert.assertExhausted();
  }

  @Test
  void strangersLearnNothing() {
    Member anna = realm.join("anna");
    Member stranger = realm.join("stranger");
    Member bert = call(anna, "bert");

    anna.lose();
    realm.pass(GRACE);

    bert.expect(leave("anna", "bert"));
    stranger.assertExhausted();
  }

  @Test
  void whoeverOnlyKnockedLearnsNothing() {
    Member anna = realm.join("anna");
    Member knocker = realm.join("knocker");
    knocker.offer("anna").send(message("CANDIDATE", "anna"));
    anna.expect(relayed("OFFER", "knocker", "anna"), relayed("CANDIDATE", "knocker", "anna"));

    anna.lose();
    realm.pass(GRACE);

    knocker.assertExhausted();
  }

  @Test
  void whoeverGotTheCallLateLearnsOfTheLossToo() {
    Member anna = realm.join("anna").offer("bert");
    Member bert = realm.join("bert").expect(relayed("OFFER", "anna", "bert"));

    anna.lose();
    realm.pass(GRACE);

    bert.expect(leave("anna", "bert")).assertExhausted();
  }

  @Test
  void whoeverWasLeftAlreadyIsNotLeftAgain() {
    Member anna = realm.join("anna");
    Member bert = call(anna, "bert");
    anna.send(message("LEAVE", "bert"));
    bert.expect(relayed("LEAVE", "anna", "bert"));

    anna.lose();
    realm.pass(GRACE);

    bert.assertExhausted();
  }

  @Test
  void whoeverIsNotThereAtThatMomentIsNotTold() {
    Member anna = realm.join("anna");
    Member bert = call(anna, "bert");
    anna.lose();
    bert.lose();

    realm.pass(GRACE);

    realm.join("bert").assertExhausted();
  }

  @Test
  void aSilentClientIsDisconnectedAndMissedIfItUsedToSendHeartbeats() {
    Member anna = realm.join("anna").send("{\"type\":\"HEARTBEAT\"}");
    Member bert = call(anna, "bert");
    realm.pass(Duration.ofMillis(89_999));
    bert.send("{\"type\":\"HEARTBEAT\"}");
    assertThat(anna.connection.state()).isEqualTo(FakeConnection.State.OPEN);

    realm.pass(A_MOMENT);

    assertThat(anna.connection.state()).isEqualTo(FakeConnection.State.CLOSED);
    bert.expect(leave("anna", "bert")).assertExhausted();
    assertThat(realm.diary).endsWith("SILENT anna");
    assertThat(realm.realm().ids()).containsExactly("bert");
    anna.lose();
    realm.pass(GRACE);
    bert.assertExhausted();
  }

  @Test
  void aClientThatNeverSentHeartbeatsIsDisconnectedAndNotMissed() {
    Member anna = realm.join("anna");
    Member bert = call(anna, "bert");
    realm.pass(Duration.ofSeconds(80));
    bert.send("{\"type\":\"HEARTBEAT\"}");

    realm.pass(Duration.ofSeconds(10));

    assertThat(anna.connection.state()).isEqualTo(FakeConnection.State.CLOSED);
    bert.assertExhausted();
    assertThat(realm.diary).endsWith("SILENT anna");
  }

  @Test
  void whateverAClientSendsShowsThatItIsAlive() {
    Member anna = realm.join("anna");
    for (String text :
        new String[] {"{\"type\":\"HEARTBEAT\"}", "not JSON", message("EXPIRE", "x")}) {
      realm.pass(Duration.ofSeconds(80));
      anna.send(text);
    }
    realm.pass(Duration.ofSeconds(80));

    assertThat(anna.connection.state()).isEqualTo(FakeConnection.State.OPEN);
  }

  @Test
  void aReconnectShowsThatAClientIsAlive() {
    realm.join("anna");
    realm.pass(Duration.ofSeconds(80));
    Member anna = realm.join("anna");
    realm.pass(Duration.ofSeconds(80));

    assertThat(anna.connection.state()).isEqualTo(FakeConnection.State.OPEN);
  }

  @Test
  void aClientThatSaysGoodbyeToNobodyInParticularLeavesAtOnce() {
    Member anna = realm.join("anna");
    Member bert = call(anna, "bert");

    anna.send("{\"type\":\"LEAVE\"}");

    bert.expect(leave("anna", "bert")).assertExhausted();
    assertThat(anna.connection.state()).isEqualTo(FakeConnection.State.CLOSED);
    assertThat(realm.realm().ids()).containsExactly("bert");
    assertThat(realm.diary).endsWith("LEFT anna");
  }

  @Test
  void withoutGraceALossIsToldAtOnce() {
    realm.leaveGrace = Optional.of(Duration.ZERO);
    Member anna = realm.join("anna");
    Member bert = call(anna, "bert");

    anna.lose();

    bert.expect(leave("anna", "bert")).assertExhausted();
  }

  @Test
  void aServerThatNeverAnnouncesALeaveTellsNobody() {
    realm.leaveGrace = Optional.empty();
    Member anna = realm.join("anna").send("{\"type\":\"HEARTBEAT\"}");
    Member bert = call(anna, "bert");
    anna.lose();
    realm.pass(Duration.ofSeconds(60));
    bert.assertExhausted();

    call(realm.join("anna"), "cleo");
    bert.send("{\"type\":\"LEAVE\"}");

    assertThat(realm.diary).contains("LOST anna").endsWith("LEFT bert");
  }

  @Test
  void onlySoManyPeersAreRememberedTheLatestFirst() {
    realm.limits = SignalingLimits.defaults().withMaxCorrespondents(2);
    Member anna = realm.join("anna");
    Member first = call(anna, "first");
    Member second = call(anna, "second");
    anna.offer("first");
    first.expect(relayed("OFFER", "anna", "first"));
    Member third = call(anna, "third");

    anna.lose();
    realm.pass(GRACE);

    first.expect(leave("anna", "first"));
    third.expect(leave("anna", "third"));
    second.assertExhausted();
  }

  @Test
  void whenTooManyAreMissingTheOneMissingLongestIsGivenUp() {
    realm.concurrentLimit = 2;
    Member bert = realm.join("bert");
    for (String id : new String[] {"x", "y"}) {
      Member member = realm.join(id).offer("bert");
      bert.expect(relayed("OFFER", id, "bert"));
      member.lose();
      bert.assertExhausted();
    }

    Member last = realm.join("z").offer("bert");
    bert.expect(relayed("OFFER", "z", "bert"));
    last.lose();

    bert.expect(leave("x", "bert")).assertExhausted();
    realm.pass(GRACE);
    bert.expect(leave("y", "bert"), leave("z", "bert")).assertExhausted();
  }
}
