package io.github.teapeer.signaling.internal.realm;

import static io.github.teapeer.signaling.internal.realm.RealmFixture.message;
import static io.github.teapeer.signaling.internal.realm.RealmFixture.relayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.signaling.SignalingListener;
import io.github.teapeer.signaling.internal.realm.RealmFixture.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmRelayTest {
  private final RealmFixture realm = new RealmFixture();
  private final Member anna = realm.join("anna");
  private final Member bert = realm.join("bert");

  @ParameterizedTest
  @ValueSource(strings = {"OFFER", "ANSWER", "CANDIDATE", "LEAVE", "EXPIRE"})
  void whatClientsSayToEachOtherIsPassedOn(String type) {
    anna.send(message(type, "bert"));

    bert.expect(relayed(type, "anna", "bert")).assertExhausted();
    anna.assertExhausted();
    assertThat(realm.diary).endsWith(type + " anna to bert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HEARTBEAT",
        "OPEN",
        "ERROR",
        "ID-TAKEN",
        "INVALID-KEY",
        "offer",
        "PING",
        "PONG",
        "toString",
        "__proto__",
        ""
      })
  void everythingElseIsIgnored(String type) {
    anna.send(message(type, "bert"));

    realm.pass(Duration.ofSeconds(6));
    bert.assertExhausted();
    anna.assertExhausted();
    assertThat(realm.diary).containsExactly("connected anna", "connected bert");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"src\":\"bert\",\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":{\"n\":1}}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":{\"n\":1},\"src\":\"bert\"}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"src\":\"x\",\"payload\":{\"n\":1},\"src\":\"bert\"}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"s\\u0072c\":\"bert\",\"payload\":{\"n\":1}}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":{\"n\":1},\"__proto__\":{\"src\":\"bert\"}}",
      })
  void theSenderIsWhoeverTheServerKnowsItIs(String forged) {
    anna.send(forged);

    bert.expect(relayed("OFFER", "anna", "bert")).assertExhausted();
  }

  @Test
  void ofANameThatOccursTwiceTheLastOneCounts() {
    anna.send(
        "{\"type\":\"LEAVE\",\"dst\":\"anna\",\"payload\":1,\"type\":\"OFFER\",\"payload\":{\"n\":1},\"dst\":\"bert\"}");

    bert.expect(relayed("OFFER", "anna", "bert")).assertExhausted();
    anna.assertExhausted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "0",
        "-1.5e+300",
        "\"text\"",
        "\"\"",
        "[]",
        "{}",
        "[1,[2,{\"a\":null}]]",
        "{\"src\":\"x\",\"dst\":\"y\",\"type\":\"LEAVE\"}",
        "{\"teapeer\":{\"v\":1,\"unknown\":[]},\"sdp\":{\"type\":\"offer\",\"sdp\":\"v=0\\r\\na=x\\r\\n\"}}",
        "{ \"spaced\" :\t[ 1 , 2 ] }",
        "\"\\ud83d\"",
        "\"日本語 😀 \\u0000\"",
        "{\"__proto__\":{\"a\":1}}",
        "12345678901234567890123456789.000000000000000000000001"
      })
  void aPayloadArrivesLetterForLetter(String payload) {
    anna.send("{\"type\":\"OFFER\",\"payload\":" + payload + ",\"dst\":\"bert\"}");
    bert.expect(
        "{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":\"bert\",\"payload\":" + payload + "}");

    anna.send("{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\" : " + payload + " }");
    bert.expect(
            "{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":\"bert\",\"payload\":" + payload + "}")
        .assertExhausted();
  }

  @Test
  void aMessageWithoutAPayloadStaysWithoutOne() {
    anna.send("{\"type\":\"LEAVE\",\"dst\":\"bert\"}");

    bert.expect("{\"type\":\"LEAVE\",\"src\":\"anna\",\"dst\":\"bert\"}").assertExhausted();
  }

  @Test
  void aPayloadMayBeLong() {
    String payload = "{\"metadata\":\"" + "ä😀x".repeat(25_000) + "\"}";

    anna.send("{\"type\":\"OFFER\",\"payload\":" + payload + ",\"dst\":\"bert\"}");

    bert.expect(
        "{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":\"bert\",\"payload\":" + payload + "}");
  }

  @Test
  void aReceiverMayBeNamedByANumber() {
    Member number = realm.join("123");

    anna.send("{\"type\":\"OFFER\",\"payload\":{\"n\":1},\"dst\":123}");

    number.expect(relayed("OFFER", "anna", "123"));
  }

  @Test
  void aClientMayWriteToItself() {
    anna.offer("anna");

    anna.expect(relayed("OFFER", "anna", "anna"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"OFFER\",\"payload\":{}}",
        "{\"type\":\"OFFER\",\"payload\":{},\"dst\":\"\"}",
        "{\"type\":\"OFFER\",\"payload\":{},\"dst\":null}",
        "{\"type\":\"OFFER\",\"payload\":{},\"dst\":{\"toString\":\"bert\"}}",
        "{\"type\":\"OFFER\",\"payload\":{},\"dst\":[\"bert\"]}",
        "{\"type\":[\"OFFER\"],\"dst\":\"bert\"}",
        "{\"type\":null,\"dst\":\"bert\"}",
        "{\"dst\":\"bert\"}",
        "{}"
      })
  void aMessageForNobodyIsIgnored(String text) {
    anna.send(text);

    realm.pass(Duration.ofSeconds(6));
    bert.assertExhausted();
    anna.assertExhausted();
    assertThat(realm.diary).containsExactly("connected anna", "connected bert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "OFFER",
        "{",
        "{\"type\":\"OFFER\",\"dst\":\"bert\"",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":{\"a\":1}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":{\"a\":NaN}}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":{\"a\":01}}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":{a:1}}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":'x'}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":\"a\nb\"}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":[1,]}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\",}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\"}}",
        "{\"type\":\"OFFER\",\"dst\":\"bert\"}{\"type\":\"OFFER\",\"dst\":\"bert\"}",
        "{\"type\":\"OFFER\",/* comment */\"dst\":\"bert\"}",
        "[\"type\",\"OFFER\",\"dst\",\"bert\"]",
        "null",
        "1",
        "\"OFFER\""
      })
  void whatIsNoJsonObjectIsReportedAndIgnored(String text) {
    anna.send(text);

    bert.assertExhausted();
    anna.assertExhausted();
    assertThat(realm.diary)
        .hasSize(3)
        .last()
        .asString()
        .startsWith("Ignored what anna sent: the message ");
    anna.offer("bert");
    bert.expect(relayed("OFFER", "anna", "bert"));
  }

  @Test
  void aPayloadIsLimitedInDepth() {
    int room = MessageReader.MAX_DEPTH - 1;
    String deepest = "[".repeat(room) + "]".repeat(room);
    anna.send("{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":" + deepest + "}");
    bert.expect(
        "{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":\"bert\",\"payload\":" + deepest + "}");

    anna.send("{\"type\":\"OFFER\",\"dst\":\"bert\",\"payload\":[" + deepest + "]}");
    bert.assertExhausted();
    assertThat(realm.diary).last().isEqualTo("Ignored what anna sent: the message is not JSON");
  }

  @Test
  void whoeverWritesToABusyReceiverIsNotReadFromUntilThereIsRoom() {
    bert.connection.fillUp();
    AtomicInteger next = new AtomicInteger();

    realm.realm().receive(anna.client, message("OFFER", "bert"), next::incrementAndGet);
    assertThat(next).hasValue(0);

    bert.connection.drain();
    assertThat(next).hasValue(1);
  }

  @Test
  void aReceiverThatKeepsOthersWaitingTooLongIsDisconnected() {
    bert.connection.fillUp();

    realm.pass(Duration.ofMillis(250));

    assertThat(bert.connection.state()).isEqualTo(FakeConnection.State.ABORTED);
    assertThat(anna.connection.state()).isEqualTo(FakeConnection.State.OPEN);
  }

  @Test
  void whatComesFromAClientThatWasLetGoIsIgnored() {
    anna.close();

    anna.offer("bert");

    bert.assertExhausted();
  }

  @Test
  void aListenerThatThrowsDisturbsNothing() {
    List<String> called = new ArrayList<>();
    RealmSettings settings =
        new RealmSettings(
            "peerjs",
            Duration.ofSeconds(5),
            Duration.ofSeconds(90),
            Optional.empty(),
            10,
            () -> "id",
            realm.limits,
            new SignalingListener() {
              @Override
              public void connected(String id, boolean reconnected) {
                called.add(id);
                IllegalStateException mistake =
                    new IllegalStateException("thrown on purpose by a test");
                mistake.setStackTrace(new StackTraceElement[0]); // it ends up in the log
                throw mistake;
              }
            });
    Realm troubled = new Realm(settings, () -> 0);

    assertThat(troubled.connect(new Credentials("peerjs", "cleo", "T"), new FakeConnection()))
        .isPresent();
    assertThat(called).containsExactly("cleo");
  }
}
