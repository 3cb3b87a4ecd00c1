package io.github.teapeer.signaling.internal.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is sent, what comes out is what a parser would have read, or nothing. */
class MessageReaderFuzzTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectMapper INDENTING =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final List<String> NAMES = List.of("src", "dst", "type", "payload", "x\"y");

  private final MessageReader reader = new MessageReader(1 << 20);

  @Test
  void payloadsAreCutOutExactly() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      ObjectNode message = JsonNodeFactory.instance.objectNode();
      JsonNode payload = value(random, 0);
      for (int name : random.ints(3, 0, 3).toArray()) {
        message.set("extra" + name, value(random, 0));
      }
      message.put("type", "OFFER").set("payload", payload);
      message.put("dst", "bert");
      ObjectMapper writer = random.nextBoolean() ? MAPPER : INDENTING;
      String text = writer.writeValueAsString(message);

      ClientMessage read = reader.read(text).orElseThrow();

      assertThat(read.dst()).isEqualTo("bert");
      assertThat(MAPPER.readTree(read.payload())).as("seed %d, %s", seed, text).isEqualTo(payload);
      String relayed = ServerMessages.relayed(read.type(), "\"anna\"", "\"bert\"", read.payload());
      JsonNode arrived = MAPPER.readTree(relayed);
      assertThat(arrived.get("src").asText()).isEqualTo("anna");
      assertThat(arrived.get("payload")).isEqualTo(payload);
      assertThat(arrived.size()).isEqualTo(4);
    }
  }

  @Test
  void damagedTextNeverYieldsDamagedMessages() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String good =
        "{\"type\":\"OFFER\",\"payload\":{\"a\":[1,\"\\u00e4\\n\",{\"b\":null}],\"c\":-1e5},\"dst\":\"bert\"}";
    int survived = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder damaged = new StringBuilder(good);
      for (int damage = random.nextInt(3); damage >= 0; damage--) {
        int at = random.nextInt(damaged.length());
        char odd = "{}[]\",:\\ue0\u0000x \ud83d".charAt(random.nextInt(15));
        switch (random.nextInt(3)) {
          case 0 -> damaged.setCharAt(at, odd);
          case 1 -> damaged.insert(at, odd);
          default -> damaged.deleteCharAt(at);
        }
      }
      try {
        String payload = reader.read(damaged.toString()).map(ClientMessage::payload).orElse("");
        if (!payload.isEmpty()) {
          survived++;
          JsonNode whole = MAPPER.readTree(damaged.toString());
          assertThat(MAPPER.readTree(payload))
              .as("seed %d, %s", seed, damaged)
              .isEqualTo(whole.get("payload"));
        }
      } catch (MalformedMessageException e) {
        assertThat(e).hasMessageStartingWith("the message ");
      }
    }
    assertThat(survived).as("seed %d", seed).isPositive();
  }

  private static JsonNode value(Random random, int depth) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 4 ? 6 : 8)) {
      case 0 -> json.nullNode();
      case 1 -> json.booleanNode(random.nextBoolean());
      case 2 -> json.numberNode(random.nextInt());
      case 3 -> json.numberNode(random.nextGaussian());
      case 4, 5 -> json.textNode(text(random));
      case 6 -> array(random, depth + 1);
      default -> object(random, depth + 1);
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    random.ints(random.nextInt(20), 0, 0x3000).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static ArrayNode array(Random random, int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(random, depth));
    }
    return array;
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      object.set(NAMES.get(random.nextInt(NAMES.size())), value(random, depth));
    }
    return object;
  }
}
