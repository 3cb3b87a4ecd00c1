package io.github.teapeer.signaling.internal.realm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes a client's message apart without building it: the whole text is checked to be JSON, but the
 * payload stays the slice of the text that it was, to be passed on as it is. Session descriptions
 * are most of what a signalling server carries, and it never needs to look into one.
 */
final class MessageReader {
  /**
   * No payload of any client is deeper than ten; a receiver must not be handed one that overflows
   * its parser.
   */
  static final int MAX_DEPTH = 256;

  private final JsonFactory json;

  /**
   * @param maxLength the longest message that will be given to this reader, in characters
   */
  MessageReader(int maxLength) {
    json =
        JsonFactory.builder()
            // Names come from strangers: a table of all that were ever seen would only grow.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(maxLength)
                    .maxNumberLength(maxLength)
                    .maxStringLength(maxLength)
                    .build())
            .build();
  }

  /**
   * Reads one message. Of a name that occurs twice the last one counts, as in {@code JSON.parse}.
   *
   * @return the message, or nothing if it is of a type that this server does not know
   * @throws MalformedMessageException if the text is not one JSON object
   */
  Optional<ClientMessage> read(String text) throws MalformedMessageException {
    try (JsonParser parser = json.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedMessageException("the message is not a JSON object");
      }
      Optional<MessageType> type = Optional.empty();
      String dst = "";
      String payload = "";
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        switch (name) {
          case "type" -> type = MessageType.named(text(parser, value));
          case "dst" -> dst = text(parser, value);
          case "payload" -> payload = slice(parser, text);
          default -> parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new MalformedMessageException("the message goes on after its end");
      }
      return type.isEmpty()
          ? Optional.empty()
          : Optional.of(new ClientMessage(type.get(), dst, payload));
    } catch (IOException e) {
      throw new MalformedMessageException("the message is not JSON", e);
    }
  }

  /**
   * The text of a string, and of a number too: {@code connect(123)} in a page means the peer "123".
   */
  private static String text(JsonParser parser, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
      return parser.getText();
    }
    parser.skipChildren();
    return "";
  }

  private static String slice(JsonParser parser, String text) throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    int end = (int) parser.currentLocation().getCharOffset();
    return text.substring(start, end);
  }
}
