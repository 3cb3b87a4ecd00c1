package io.github.teapeer.signaling.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageAssemblerTest {
  private final SharedBudget budget = new SharedBudget(1_000_000);
  private final MessageAssembler assembler = new MessageAssembler(1_000, budget);

  @AfterEach
  void noMemoryIsUsedBetweenMessages() {
    assertThat(budget.used()).isZero();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same bytes, in one of the kinds of buffers that they may come in. */
  private static ByteBuffer anyKind(ByteBuffer bytes, Random random) {
    int length = bytes.remaining();
    return switch (random.nextInt(3)) {
      case 0 -> bytes;
      case 1 -> ByteBuffer.allocate(length + 3).position(3).slice().put(bytes).flip();
      default -> ByteBuffer.allocateDirect(length).put(bytes).flip();
    };
  }

  @Test
  void howeverAMessageIsCutItArrivesWhole() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String message = "aä€😀".repeat(random.nextInt(100));
      ByteBuffer rest = bytes(message);
      while (rest.hasRemaining() && random.nextInt(5) > 0) {
        int length = random.nextInt(Math.min(rest.remaining(), 50) + 1);
        ByteBuffer frame = rest.slice(rest.position(), length);
        assertThat(assembler.add(frame, false)).isEmpty();
        rest.position(rest.position() + length);
      }
      ByteBuffer end = anyKind(rest, random);
      assertThat(assembler.add(end, true)).as("seed %d", seed).contains(message);
      assertThat(end.hasRemaining()).as("seed %d", seed).isFalse();
    }
  }

  @Test
  void afterABadMessageComesAGoodOne() {
    assembler.add(bytes("x".repeat(1_000)), false);
    assertThatThrownBy(() -> assembler.add(bytes("x"), true))
        .isInstanceOf(MessageTooLargeException.class)
        .hasMessage("A message may have at most 1000 bytes");
    assertThat(assembler.add(bytes("good"), true)).contains("good");

    ByteBuffer half = ByteBuffer.wrap(new byte[] {(byte) 0xc3});
    assertThatThrownBy(() -> assembler.add(half, true))
        .isInstanceOf(BadPayloadException.class)
        .hasMessage("A message is not UTF-8");
  }

  @Test
  void anUnfinishedMessageCountsForAllUntilItsSocketIsClosed() {
    assembler.add(bytes("x".repeat(400)), false);
    assertThat(budget.used()).isBetween(400L, 1_000L);

    assembler.close();
    assertThat(budget.used()).isZero();
    assertThat(assembler.add(bytes("late"), false)).isEmpty();
    assertThat(assembler.add(bytes("later"), true)).isEmpty();
  }

  @Test
  void whileAllUseTooMuchNobodyMayLeaveMuchUnfinished() {
    SharedBudget small = new SharedBudget(0);
    MessageAssembler large = new MessageAssembler(1_000_000, small);
    ByteBuffer share = ByteBuffer.wrap(new byte[(int) SharedBudget.SHARE]);

    large.add(share, false);
    assertThatThrownBy(() -> large.add(bytes("x"), false))
        .isInstanceOf(MessageTooLargeException.class)
        .hasMessage("A message may have at most 65536 bytes");
    assertThat(small.used()).isZero();
    share.flip();
    large.add(share, false);
    assertThat(large.add(bytes("the end"), true).orElseThrow()).endsWith("the end");
  }

  @Test
  void aMessageMayBeEmptyOrAsLongAsTheLimit() {
    assertThat(assembler.add(bytes(""), true)).contains("");
    assembler.add(bytes("x".repeat(999)), false);
    assertThat(assembler.add(bytes("y"), true)).contains("x".repeat(999) + "y");
  }
}
