package io.github.teapeer.signaling.internal.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;

/**
 * Puts the frames of a message together and makes them text. It takes up memory only for what has
 * really come, and none between messages.
 */
final class MessageAssembler {
  private static final byte[] NOTHING = {};

  private final int maxSize;
  private byte[] bytes = NOTHING;
  private int length;

  /**
   * @param maxSize how many bytes a message may have
   */
  MessageAssembler(int maxSize) {
    this.maxSize = maxSize;
  }

  /**
   * Adds a frame's payload.
   *
   * @return the message, if that was its last frame
   * @throws MessageTooLargeException if it has become too long, which closes the socket with 1009
   * @throws BadPayloadException if it is not UTF-8, which closes the socket with 1007 (RFC 6455,
   *     8.1)
   */
  Optional<String> add(ByteBuffer payload, boolean last) {
    int added = payload.remaining();
    if (added > maxSize - length) {
      forget();
      throw new MessageTooLargeException("A message may have at most " + maxSize + " bytes");
    }
    if (length + added > bytes.length) {
      // The room doubles, so that many small frames do not cost more than a few large ones.
      int room = last ? length + added : Math.min(maxSize, 2 * (length + added));
      bytes = Arrays.copyOf(bytes, room);
    }
    payload.get(bytes, length, added);
    length += added;
    if (!last) {
      return Optional.empty();
    }
    String message = decode(bytes, length);
    forget();
    return Optional.of(message);
  }

  private void forget() {
    bytes = NOTHING;
    length = 0;
  }

  private static String decode(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    // Whatever was not UTF-8 has become U+FFFD, which hardly anybody sends otherwise.
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, 0, length))
            .toString();
      } catch (CharacterCodingException e) {
        throw new BadPayloadException("A message is not UTF-8", e);
      }
    }
    return text;
  }
}
