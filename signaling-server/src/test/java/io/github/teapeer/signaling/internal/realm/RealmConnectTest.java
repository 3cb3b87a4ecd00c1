package io.github.teapeer.signaling.internal.realm;

import static io.github.teapeer.signaling.internal.realm.RealmFixture.relayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.signaling.SignalingLimits;
import io.github.teapeer.signaling.internal.realm.RealmFixture.Member;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmConnectTest {
  private final RealmFixture realm = new RealmFixture();

  @ParameterizedTest
  @CsvSource({"'',id,token", "peerjs,'',token", "peerjs,id,''", "'','',''"})
  void whoeverLeavesAParameterOutIsTurnedAway(String key, String id, String token) {
    realm
        .refused(key, id, token)
        .expect(
            "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"No id, token, or key supplied to websocket server\"}}")
        .assertExhausted();
  }

  @Test
  void whoeverHasAnotherKeyIsTurnedAway() {
    realm
        .refused("other", "id", "token")
        .expect("{\"type\":\"ERROR\",\"payload\":{\"msg\":\"Invalid key provided\"}}")
        .assertExhausted();
  }

  @Test
  void anIdThatIsTakenIsRefusedToWhoeverHasAnotherToken() {
    Member anna = realm.join("anna", "1");

    realm
        .refused("peerjs", "anna", "2")
        .expect("{\"type\":\"ID-TAKEN\",\"payload\":{\"msg\":\"ID is taken\"}}")
        .assertExhausted();

    anna.assertExhausted();
    assertThat(anna.connection.state()).isEqualTo(FakeConnection.State.OPEN);
  }

  @Test
  void noMoreClientsAreLetInThanTheLimitSays() {
    realm.concurrentLimit = 2;
    realm.join("anna");
    Member bert = realm.join("bert");

    realm
        .refused("peerjs", "cleo", "token")
        .expect(
            "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"Server has reached its concurrent user limit\"}}")
        .assertExhausted();

    bert.close();
    realm.join("cleo");
  }

  @Test
  void aClientMayReconnectWhenTheServerIsFull() {
    realm.concurrentLimit = 1;
    realm.join("anna");

    realm.join("anna");

    assertThat(realm.diary).containsExactly("connected anna", "reconnected anna");
  }

  @Test
  void aReconnectingClientGetsAnOpenAndItsOldConnectionIsClosed() {
    Member bert = realm.join("bert");
    Member before = realm.join("anna");
    Member after = realm.join("anna");

    assertThat(before.connection.state()).isEqualTo(FakeConnection.State.CLOSED);
    bert.offer("anna");
    after.expect(relayed("OFFER", "bert", "anna")).assertExhausted();
    before.assertExhausted();
  }

  @Test
  void theEndOfAReplacedConnectionIsOfNoConsequence() {
    Member bert = realm.join("bert");
    Member before = realm.join("anna");
    before.offer("bert");
    bert.expect(relayed("OFFER", "anna", "bert"));
    Member after = realm.join("anna");

    before.lose();
    realm.pass(Duration.ofSeconds(60));

    bert.assertExhausted();
    bert.offer("anna");
    after.expect(relayed("OFFER", "bert", "anna"));
    assertThat(realm.realm().ids()).containsExactlyInAnyOrder("anna", "bert");
  }

  @Test
  void idsAndTokensAreLimitedInLength() {
    realm.limits = SignalingLimits.defaults().withMaxIdLength(8);
    realm.join("12345678", "12345678");

    for (List<String> tooLong : List.of(List.of("123456789", "T"), List.of("anna", "123456789"))) {
      realm
          .refused("peerjs", tooLong.get(0), tooLong.get(1))
          .expect(
              "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"An id or a token may have at most 8 characters\"}}")
          .assertExhausted();
    }
  }

  @Test
  void anIdMustNotContainControlCharacters() {
    realm
        .refused("peerjs", "an\nna", "T")
        .expect(
            "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"An id must not contain control characters\"}}")
        .assertExhausted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__proto__",
        "constructor",
        "toString",
        "hasOwnProperty",
        "peerjs",
        "a b",
        "a+b&c=d",
        "日本語",
        "😀",
        "\"",
        "\\",
        "null"
      })
  void anyTextMayBeAnId(String id) {
    Member odd = realm.join(id);
    Member anna = realm.join("anna");
    String json = ServerMessages.quote(id);

    anna.send("{\"type\":\"OFFER\",\"dst\":" + json + "}");
    odd.expect("{\"type\":\"OFFER\",\"src\":\"anna\",\"dst\":" + json + "}");
    odd.send("{\"type\":\"ANSWER\",\"dst\":\"anna\"}");
    anna.expect("{\"type\":\"ANSWER\",\"src\":" + json + ",\"dst\":\"anna\"}");

    assertThat(realm.realm().ids()).containsExactlyInAnyOrder(id, "anna");
  }

  @Test
  void aNewIdIsOneThatNobodyHas() {
    List<String> offered = List.of("anna", "anna", "bert");
    Iterator<String> ids = offered.iterator();
    realm.generateClientId = ids::next;
    realm.join("anna");

    assertThat(realm.realm().newId()).isEqualTo("bert");
  }

  @Test
  void anIdGeneratorThatOnlyKnowsTakenIdsIsAskedAHundredTimes() {
    realm.generateClientId = () -> "anna";
    realm.join("anna");

    assertThatThrownBy(realm.realm()::newId)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("generateClientId returned taken ids 100 times in a row");
  }

  @Test
  void anIdGeneratorThatReturnsNothingIsAnError() {
    realm.generateClientId = () -> "";

    assertThatThrownBy(realm.realm()::newId)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("generateClientId returned no id");
  }

  @Test
  void aClosedRealmDisconnectsEverybodyAndTellsNobody() {
    Member anna = realm.join("anna");
    Member bert = realm.join("bert");
    anna.offer("bert");
    bert.expect(relayed("OFFER", "anna", "bert"));

    realm.realm().close();
    anna.lose();
    bert.lose();
    realm.pass(Duration.ofSeconds(60));

    assertThat(Stream.of(anna, bert).map(member -> member.connection.state()))
        .containsOnly(FakeConnection.State.CLOSED);
    bert.assertExhausted();
    assertThat(realm.diary)
        .containsExactly("connected anna", "connected bert", "OFFER anna to bert");
    FakeConnection late = new FakeConnection();
    assertThat(realm.realm().connect(new Credentials("peerjs", "late", "T"), late)).isEmpty();
    assertThat(late.state()).isEqualTo(FakeConnection.State.ABORTED);
  }

  @Test
  void theTokenIsKeptOutOfLogs() {
    assertThat(new Credentials("peerjs", "anna", "secret").toString())
        .isEqualTo("Credentials[key=peerjs, id=anna]");
  }
}
