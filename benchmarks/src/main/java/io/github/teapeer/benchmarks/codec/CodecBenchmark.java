package io.github.teapeer.benchmarks.codec;

import io.github.teapeer.binarypack.BinaryPack;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Packs and unpacks a value with {@link BinaryPack} and with {@code msgpack-core}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {
  /** Which of the {@link Values} is packed. */
  @Param({"smallObject", "doubles", "smallInts", "ascii", "cjkAndEmoji", "binary", "tree", "chunk"})
  public String value;

  private Object content;
  private byte[] oursPacked;
  private byte[] theirsPacked;

  /** Makes the value, and packs it for those that unpack. */
  @Setup
  public void makeValues() throws IOException {
    content = Values.named(value);
    oursPacked = BinaryPack.pack(content);
    theirsPacked = packWithMessagePack();
  }

  /** Packs with {@link BinaryPack}. */
  @Benchmark
  public byte[] packWithTeaPeer() {
    return BinaryPack.pack(content);
  }

  /** Packs with {@code msgpack-core}. */
  @Benchmark
  public byte[] packWithMessagePack() throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      MessagePackObjects.pack(packer, content);
      return packer.toByteArray();
    }
  }

  /** Unpacks with {@link BinaryPack}. */
  @Benchmark
  public Object unpackWithTeaPeer() {
    return BinaryPack.unpack(oursPacked);
  }

  /** Unpacks with {@code msgpack-core}. */
  @Benchmark
  public Object unpackWithMessagePack() throws IOException {
    try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(theirsPacked)) {
      return MessagePackObjects.unpack(unpacker);
    }
  }
}
