package io.github.teapeer.signaling.internal.realm;

import static io.github.teapeer.signaling.internal.realm.RealmFixture.expire;
import static io.github.teapeer.signaling.internal.realm.RealmFixture.message;
import static io.github.teapeer.signaling.internal.realm.RealmFixture.relayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.internal.realm.RealmFixture.Member;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmHoldTest {
  private static final Duration ALMOST_5_SECONDS = Duration.ofMillis(4_999);
  private static final Duration A_MOMENT = Duration.ofMillis(1);

  private final RealmFixture realm = new RealmFixture();

  @Test
  void messagesWaitForAReceiverWhoComesInTimeAndFollowItsOpen() {
    Member anna = realm.join("anna");
    anna.send(message("OFFER", "bert")).send(message("CANDIDATE", "bert"));

    realm.pass(ALMOST_5_SECONDS);
    Member bert = realm.join("bert");

    bert.expect(relayed("OFFER", "anna", "bert"), relayed("CANDIDATE", "anna", "bert"))
        .assertExhausted();
    realm.pass(Duration.ofSeconds(60));
    anna.assertExhausted();
  }

  @Test
  void whatWasDeliveredIsNotDeliveredAgain() {
    Member anna = realm.join("anna");
    anna.offer("bert");
    realm.join("bert").expect(relayed("OFFER", "anna", "bert")).close();

    realm.join("bert").assertExhausted();
  }

  @Test
  void theSenderLearnsOnceThatAReceiverDidNotCome() {
    Member anna = realm.join("anna");
    anna.send(message("OFFER", "bert"));
    realm.pass(Duration.ofSeconds(2));
    anna.send(message("CANDIDATE", "bert")).send(message("CANDIDATE", "bert"));

    realm.pass(Duration.ofMillis(2_999));
    anna.assertExhausted();
    realm.pass(A_MOMENT);

    anna.expect(expire("bert", "anna"));
    realm.pass(Duration.ofSeconds(60));
    anna.assertExhausted();
    realm.join("bert").assertExhausted();
  }

  @Test
  void everySenderLearnsOfEveryReceiver() {
    Member anna = realm.join("anna");
    Member bert = realm.join("bert");
    anna.offer("x").offer("y").offer("x");
    bert.offer("x");

    realm.pass(Duration.ofSeconds(5));

    anna.expect(expire("x", "anna"), expire("y", "anna")).assertExhausted();
    bert.expect(expire("x", "bert")).assertExhausted();
  }

  @Test
  void everySendersMessagesWaitTheirOwnTime() {
    Member anna = realm.join("anna");
    Member bert = realm.join("bert");
    anna.offer("cleo");
    realm.pass(Duration.ofSeconds(3));
    bert.offer("cleo");

    realm.pass(Duration.ofSeconds(2));
    anna.expect(expire("cleo", "anna"));
    bert.assertExhausted();

    realm.join("cleo").expect(relayed("OFFER", "bert", "cleo")).assertExhausted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LEAVE", "EXPIRE"})
  void aFarewellWaitsForNobody(String type) {
    Member anna = realm.join("anna");
    anna.send(message(type, "bert"));

    realm.join("bert").assertExhausted();
    realm.pass(Duration.ofSeconds(6));
    anna.assertExhausted();
  }

  @Test
  void aReceiverWhoIsOnlyMissingGetsWhatWasSentMeanwhile() {
    Member anna = realm.join("anna");
    realm.join("bert").lose();

    anna.offer("bert");

    realm.join("bert").expect(relayed("OFFER", "anna", "bert")).assertExhausted();
  }

  @Test
  void aSenderWhoHasGoneIsToldNothingButWhatItSentStillArrives() {
    realm.join("anna").offer("bert").offer("cleo").close();

    realm.join("bert").expect(relayed("OFFER", "anna", "bert"));
    realm.pass(Duration.ofSeconds(6));
    realm.join("anna").assertExhausted();
  }

  @Test
  void aReceiverCanHaveOnlySoManyMessagesWaiting() {
    realm.limits = SignalingLimits.defaults().withMaxHeldPerReceiver(2);
    Member anna = realm.join("anna");
    Member bert = realm.join("bert");

    anna.offer("cleo").offer("cleo").assertExhausted();
    bert.offer("cleo").expect(expire("cleo", "bert")).offer("dora").assertExhausted();

    realm
        .join("cleo")
        .expect(relayed("OFFER", "anna", "cleo"), relayed("OFFER", "anna", "cleo"))
        .assertExhausted();
  }

  @Test
  void aReceiverCanHaveOnlySoMuchWaiting() {
    int size = relayed("OFFER", "anna", "cleo").length();
    realm.limits = SignalingLimits.defaults().withMaxHeldSizePerReceiver(size * 2L);
    Member anna = realm.join("anna");

    anna.offer("cleo").offer("cleo").assertExhausted();
    anna.offer("cleo").expect(expire("cleo", "anna")).assertExhausted();
  }

  @Test
  void aSenderCanLeaveOnlySoManyMessagesWaiting() {
    realm.limits = SignalingLimits.defaults().withMaxHeldPerSender(2);
    Member anna = realm.join("anna");
    Member bert = realm.join("bert");

    anna.offer("x").offer("y").assertExhausted();
    anna.offer("z").expect(expire("z", "anna")).assertExhausted();
    bert.offer("z").assertExhausted();

    realm.join("x");
    anna.offer("z").assertExhausted();
  }

  @Test
  void onlySoManyMessagesWaitInAll() {
    realm.limits = SignalingLimits.defaults().withMaxHeld(2);
    Member anna = realm.join("anna");
    Member bert = realm.join("bert");
    anna.offer("x");
    bert.offer("y");

    anna.offer("x").expect(expire("x", "anna")).assertExhausted();

    realm.pass(Duration.ofSeconds(5));
    anna.expect(expire("x", "anna"));
    bert.expect(expire("y", "bert"));
    anna.offer("x").offer("x").assertExhausted();
  }

  @Test
  void onlySoMuchWaitsInAll() {
    int size = relayed("OFFER", "anna", "x").length();
    realm.limits = SignalingLimits.defaults().withMaxHeldSize(size * 2L);
    Member anna = realm.join("anna");
    anna.offer("x").offer("y").assertExhausted();

    anna.offer("z").expect(expire("z", "anna")).assertExhausted();

    realm.join("x");
    anna.offer("z").assertExhausted();
  }

  @Test
  void nothingWaitsForAReceiverWhoCannotExist() {
    String tooLong = "x".repeat(257);
    Member anna = realm.join("anna");

    anna.offer(tooLong);

    anna.expect(expire(tooLong, "anna")).assertExhausted();
  }

  @Test
  void whateverHappensAllRoomIsGivenBack() {
    HeldMessages held = new HeldMessages(SignalingLimits.defaults().withMaxHeld(1000));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int step = 0; step < 5_000; step++) {
      String dst = "d" + random.nextInt(10);
      switch (random.nextInt(4)) {
        case 0 -> held.take(dst);
        case 1 -> held.expire(step - 50);
        default ->
            held.hold(
                dst,
                new HeldMessages.Held(
                    "s" + random.nextInt(10), "x".repeat(random.nextInt(9)), false),
                step);
      }
    }
    held.expire(5_000);

    assertThat(held.isEmpty()).as("seed %d", seed).isTrue();
  }
}
