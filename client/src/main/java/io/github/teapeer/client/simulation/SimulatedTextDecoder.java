package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.encoding.TextDecodeOptions;
import io.github.teapeer.jso.encoding.TextDecoder;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.teavm.jso.JSObject;

/** Decodes UTF-8 that comes in pieces. */
final class SimulatedTextDecoder implements TextDecoder {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] rest = new byte[0];

  @Override
  public String getEncoding() {
    return "utf-8";
  }

  @Override
  public boolean isFatal() {
    return false;
  }

  @Override
  public boolean isIgnoreBOM() {
    return false;
  }

  @Override
  public String decode(JSObject input) {
    return decode(input, TextDecodeOptions.create());
  }

  @Override
  public String decode(JSObject input, TextDecodeOptions options) {
    byte[] added = (byte[]) JavaValue.unwrap(input);
    ByteBuffer bytes = ByteBuffer.allocate(rest.length + added.length);
    bytes.put(rest).put(added).flip();
    CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
    boolean more = Values.getBoolean(options, "stream");
    decoder.decode(bytes, text, !more);
    rest = new byte[bytes.remaining()];
    bytes.get(rest);
    if (!more) {
      decoder.flush(text);
      decoder.reset();
    }
    return text.flip().toString();
  }
}
