package io.github.teapeer.client.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.binarypack.BinaryPack;
import io.github.teapeer.client.platform.Limits;
import io.github.teapeer.client.simulation.SimulatedBlob;
import io.github.teapeer.client.simulation.SimulatedPlatform;
import io.github.teapeer.client.simulation.Simulation;
import io.github.teapeer.jso.value.JavaValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.teavm.jso.JSObject;

/** What a {@link Reassembler} holds, in which order the chunks may come, and when it gives up. */
class ReassemblerTest {
  private static final int STOCK = Chunks.DATA_SIZE;

  private final Simulation simulation = new Simulation(31);
  private final SimulatedPlatform page = simulation.newPage("page");
  private final Recorder told = new Recorder();
  private final Limits limits = Limits.defaults();
  private final Reassembler reassembler =
      new Reassembler(page, limits, told, packed -> completed = packed);

  private JSObject completed;

  @AfterEach
  void nothingIsLeft() {
    reassembler.stop();
    page.assertNothingOpen();
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static List<byte[]> cut(byte[] bytes, int size) {
    List<byte[]> chunks = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      chunks.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
    }
    return chunks;
  }

  /** What comes of a chunk: packed bytes, or where the message is one binary the value. */
  private JSObject accept(int id, int index, int total, byte[] data) {
    completed = null;
    told.value = null;
    reassembler.accept(id, index, total, JavaValue.of(data));
    return completed == null ? told.value : completed;
  }

  @Test
  void chunksMayComeInAnyOrder() {
    byte[] packed = BinaryPack.pack(random(3_000_000));
    List<byte[]> chunks = cut(packed, STOCK);
    for (boolean blobs : new boolean[] {false, true}) {
      told.collectsBlobs = blobs;
      for (int seed = 1; seed <= 20; seed++) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
          order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        JSObject message = null;
        for (int index : order) {
          assertThat(message).as("Seed %s", seed).isNull();
          message = accept(seed, index, chunks.size(), chunks.get(index));
          assertThat(accept(seed, index, chunks.size(), chunks.get(index))).isNull();
        }
        if (blobs) {
          assertThat(((SimulatedBlob) message).content()).isEqualTo(random(3_000_000));
        } else {
          assertThat((byte[]) JavaValue.unwrap(message)).isEqualTo(random(3_000_000));
        }
        reassembler.stop();
      }
    }
    assertThat(told.dropped).isEmpty();
  }

  @Test
  void whatIsNotOneBinaryComesPacked() {
    byte[] packed = BinaryPack.pack(List.of(random(100_000), "and more"));
    List<byte[]> chunks = cut(packed, STOCK);
    for (int index = 0; index < chunks.size() - 1; index++) {
      assertThat(accept(1, index, chunks.size(), chunks.get(index))).isNull();
    }
    int last = chunks.size() - 1;
    assertThat((byte[]) JavaValue.unwrap(accept(1, last, chunks.size(), chunks.get(last))))
        .isEqualTo(packed);
  }

  @Test
  void aGigabyteFromPeerJsIsNotTooLarge() {
    byte[] chunk = new byte[STOCK]; // the same for all: only what it counts matters
    int total = (1 << 30) / STOCK + 1;
    for (int index = 0; index < total - 1; index++) {
      assertThat(accept(1, index, total, chunk)).isNull();
    }
    assertThat(told.dropped).isEmpty();
    assertThat(told.transferred).isEqualTo((double) STOCK * (total - 1));
  }

  @Test
  void whatIsTooLargeIsDroppedAndReportedOnce() {
    byte[] chunk = new byte[1 << 18];
    int total = 1 << 20;
    for (int index = 0; index < total; index++) {
      accept(1, index, total, chunk);
    }
    assertThat(told.dropped).containsExactly("too large 5116 " + total);
    List<byte[]> next = cut(BinaryPack.pack(random(100_000)), STOCK);
    for (int index = 0; index < next.size() - 1; index++) {
      assertThat(accept(2, index, next.size(), next.get(index))).isNull();
    }
    assertThat(accept(2, next.size() - 1, next.size(), next.get(next.size() - 1))).isNotNull();
  }

  @Test
  void aStrangersWordForTheSizeAllocatesNothing() {
    for (int id = 1; id <= 10_000; id++) {
      accept(id, Integer.MAX_VALUE - 1, Integer.MAX_VALUE, new byte[1]);
    }
    assertThat(told.dropped).hasSize(10_000 - 256);
  }

  @Test
  void emptyChunksCountToo() {
    byte[] empty = new byte[0];
    for (int index = 1; told.dropped.isEmpty(); index++) {
      assertThat(index).isLessThan(6_000_000);
      accept(1, index, Integer.MAX_VALUE, empty);
    }
    assertThat(told.dropped.get(0)).startsWith("too large");
  }

  @Test
  void whatIsLargerThanTheLimitIsDropped() {
    limits.setMessageSize(100_000);
    byte[] fits = random(90_000);
    List<byte[]> chunks = cut(BinaryPack.pack(fits), STOCK);
    for (int index = 0; index < chunks.size() - 1; index++) {
      assertThat(accept(1, index, chunks.size(), chunks.get(index))).isNull();
    }
    assertThat(accept(1, chunks.size() - 1, chunks.size(), chunks.get(chunks.size() - 1)))
        .isEqualTo(JavaValue.of(fits));
    assertThat(told.dropped).isEmpty();
    for (int index = 0; index < 20; index++) {
      accept(2, index, 20, new byte[STOCK]);
      assertThat(reassembler.held()).isLessThanOrEqualTo(100_000);
    }
    assertThat(told.dropped).containsExactly("too large 7 20");
  }

  @Test
  void theLimitsAreThoseThatWereGiven() {
    limits.setIncompleteMessages(2);
    limits.setIncompleteTime(1000);
    for (int id = 1; id <= 3; id++) {
      accept(id, 0, 2, new byte[1]);
    }
    assertThat(told.dropped).containsExactly("too many 1 2");
    simulation.runFor(2100);
    assertThat(told.dropped)
        .containsExactly(
            "too many 1 2", "incomplete for too long 1 2", "incomplete for too long 1 2");
  }

  @Test
  void aBinaryThatBecomesABlobIsHeldPieceByPiece() {
    told.collectsBlobs = true;
    byte[] content = random(20_000_000);
    List<byte[]> chunks = cut(BinaryPack.pack(content), Chunks.MAX_DATA_SIZE);
    JSObject message = null;
    for (int index = 0; index < chunks.size(); index++) {
      message = accept(1, index, chunks.size(), chunks.get(index));
      assertThat(reassembler.held() - Reassembler.BLOB_COST * 65_856 * index)
          .isLessThan(Reassembler.PART_SIZE + 2.0 * Chunks.MAX_DATA_SIZE);
    }
    assertThat(((SimulatedBlob) message).content()).isEqualTo(content);
    assertThat(reassembler.held()).isZero();
  }

  @Test
  void aBlobWhoseSizeIsALieIsReported() {
    told.collectsBlobs = true;
    byte[] packed = BinaryPack.pack(random(200_000));
    List<byte[]> chunks = cut(Arrays.copyOf(packed, packed.length - 1), STOCK);
    for (int index = 0; index < chunks.size(); index++) {
      assertThat(accept(1, index, chunks.size(), chunks.get(index))).isNull();
    }
    assertThat(told.malformed).isEqualTo(1);
  }

  @Test
  void anAbortFreesWhatIsThere() {
    told.collectsBlobs = true;
    byte[] content = random(9_000_000);
    List<byte[]> chunks = cut(BinaryPack.pack(content), STOCK);
    for (int index = 0; index < chunks.size() - 1; index++) {
      accept(7, index, chunks.size(), chunks.get(index));
    }
    assertThat(reassembler.held()).isPositive();
    reassembler.abort(7);
    reassembler.abort(7);
    reassembler.abort(8);
    assertThat(reassembler.held()).isZero();
    assertThat(accept(7, chunks.size() - 1, chunks.size(), chunks.get(chunks.size() - 1))).isNull();
    assertThat(told.dropped).isEmpty();
  }

  @Test
  void nothingIsLateWhileTheOtherSideIsAskedToHoldBack() {
    accept(1, 0, 2, new byte[] {1});
    reassembler.setHeld(true);
    simulation.runFor(1_000_000);
    reassembler.setHeld(false);
    simulation.runFor(59_000);
    assertThat(told.dropped).isEmpty();
    simulation.runFor(62_000);
    assertThat(told.dropped).containsExactly("incomplete for too long 1 2");
  }

  @Test
  void anythingMayCome() {
    for (int seed = 1; seed <= 2000; seed++) {
      RandomGenerator random = new Random(seed);
      told.collectsBlobs = random.nextBoolean();
      for (int i = 0; i < 100; i++) {
        switch (random.nextInt(12)) {
          case 0 -> reassembler.abort(random.nextInt(5));
          case 1 -> reassembler.setHeld(random.nextBoolean());
          case 2 -> simulation.runFor(random.nextInt(70_000));
          default -> {
            byte[] data = new byte[random.nextInt(10)];
            random.nextBytes(data);
            if (data.length > 0 && random.nextInt(3) == 0) {
              data[0] = (byte) 0xdb;
            }
            accept(random.nextInt(5), random.nextInt(6) - 1, random.nextInt(6), data);
          }
        }
        assertThat(reassembler.held()).as("Seed %s", seed).isNotNegative();
      }
      reassembler.stop();
      reassembler.setHeld(false);
      assertThat(reassembler.held()).as("Seed %s", seed).isZero();
      page.assertNothingOpen();
    }
  }

  /** Records what it is told. */
  private static final class Recorder implements TransferListener {
    JSObject value;
    final List<String> dropped = new ArrayList<>();
    boolean collectsBlobs;
    int malformed;
    double transferred;

    @Override
    public void received(JSObject received) {
      value = received;
    }

    @Override
    public boolean collectsBlobs() {
      return collectsBlobs;
    }

    @Override
    public void closeRequested() {
      throw new AssertionError("A Reassembler knows nothing of this");
    }

    @Override
    public void badData(Throwable cause) {
      malformed++;
    }

    @Override
    public void dropped(String why, int received, int total) {
      dropped.add(why + " " + received + " " + total);
    }

    @Override
    public void progress(boolean outgoing, double newTransferred, double total) {
      assertThat(outgoing).isFalse();
      assertThat(newTransferred).isLessThanOrEqualTo(total);
      transferred = newTransferred;
    }

    @Override
    public void drained() {
      throw new AssertionError("A Reassembler knows nothing of this");
    }
  }
}
