package io.github.teapeer.binarypack.js;

import io.github.teapeer.binarypack.MalformedPackException;
import io.github.teapeer.binarypack.PackLimits;
import io.github.teapeer.binarypack.PackReader;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.binarypack.UnsupportedValueException;
import org.teavm.jso.JSObject;

/**
 * Packs and unpacks JavaScript values as {@code BinaryPack.pack} and {@code unpack} of PeerJS do.
 * One instance keeps a buffer for all its messages; {@link JsPacker} and {@link JsUnpacker} work on
 * a caller's own.
 */
public final class JsBinaryPack {
  private final boolean legacyStrings;
  private final PackReader reader;
  private PackWriter idleWriter;

  /** Creates a codec with the default limits and plain UTF-8 strings. */
  public JsBinaryPack() {
    this(PackLimits.defaults(), false);
  }

  /**
   * Creates a codec.
   *
   * @param limits what is accepted
   * @param legacyStrings see {@link PackWriter#PackWriter(boolean)}
   */
  public JsBinaryPack(PackLimits limits, boolean legacyStrings) {
    this.legacyStrings = legacyStrings;
    reader = new PackReader(limits);
  }

  /**
   * Packs a value, see {@link JsPacker} for which.
   *
   * @return an ArrayBuffer, or, if there is a Blob in the value, a Promise of one, which is
   *     rejected with the browser's error if a Blob cannot be read
   * @throws UnsupportedValueException if the value, or one inside it, cannot be packed
   */
  public JSObject pack(JSObject value) {
    // A getter of the value may pack something itself, so the writer is taken while it is in use.
    PackWriter writer = idleWriter;
    idleWriter = null;
    if (writer == null) {
      writer = new PackWriter(legacyStrings);
    }
    writer.reset();
    JSObject blob = JsPacker.write(writer, value, reader.limits());
    idleWriter = writer;
    return blob == null ? JsBytes.buffer(writer.toByteArray()) : JsValues.content(blob);
  }

  /**
   * Unpacks a value, see {@link JsUnpacker}.
   *
   * @param data an ArrayBuffer, typed array or DataView
   * @throws MalformedPackException if it is not one packed value, or exceeds a limit
   */
  public JSObject unpack(JSObject data) {
    JSObject found = JsBytes.find(data);
    byte[] bytes = found == null ? new byte[0] : JsBytes.of(found);
    reader.reset(bytes, 0, bytes.length);
    JSObject value = JsUnpacker.read(reader);
    reader.finish();
    return value;
  }
}
