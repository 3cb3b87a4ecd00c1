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
  private final SharedBudget budget;
  private byte[] bytes = NOTHING;
  private int length;
  private boolean closed;

  /**
   * @param maxSize how many bytes a message may have
   * @param budget what all unfinished messages share
   */
  MessageAssembler(int maxSize, SharedBudget budget) {
    this.maxSize = maxSize;
    this.budget = budget;
  }

  /**
   * Adds a frame's payload.
   *
   * @return the message, if that was its last frame
   * @throws MessageTooLargeException if it has become too long, which closes the socket with 1009
   * @throws BadPayloadException if it is not UTF-8, which closes the socket with 1007 (RFC 6455,
   *     8.1)
   */
  synchronized Optional<String> add(ByteBuffer payload, boolean last) {
    if (closed) {
      return Optional.empty();
    }
    int added = payload.remaining();
    long allowed = last ? maxSize : budget.allowance(maxSize);
    if (added > allowed - length) {
      forget();
      throw new MessageTooLargeException("A message may have at most " + allowed + " bytes");
    }
    if (last && length == 0 && payload.hasArray()) {
      // All of it has come already, as it does mostly.
      Optional<String> whole =
          Optional.of(decode(payload.array(), payload.arrayOffset() + payload.position(), added));
      payload.position(payload.limit());
      return whole;
    }
    makeRoom(length + added, last);
    payload.get(bytes, length, added);
    length += added;
    if (!last) {
      return Optional.empty();
    }
    try {
      return Optional.of(decode(bytes, 0, length));
    } finally {
      forget();
    }
  }

  /** The room doubles, so that many small frames do not cost more than a few large ones. */
  private void makeRoom(int needed, boolean last) {
    if (needed > bytes.length) {
      int room = last ? needed : (int) Math.min(maxSize, 2L * needed);
      budget.add(room - bytes.length);
      bytes = Arrays.copyOf(bytes, room);
    }
  }

  /** Gives up what has come of a message, and what comes from now on. */
  synchronized void close() {
    closed = true;
    forget();
  }

  private void forget() {
    budget.add(-bytes.length);
    bytes = NOTHING;
    length = 0;
  }

  private static String decode(byte[] bytes, int start, int length) {
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    // Whatever was not UTF-8 has become U+FFFD, which hardly anybody sends otherwise.
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, start, length))
            .toString();
      } catch (CharacterCodingException e) {
        throw new BadPayloadException("A message is not UTF-8", e);
      }
    }
    return text;
  }
}
