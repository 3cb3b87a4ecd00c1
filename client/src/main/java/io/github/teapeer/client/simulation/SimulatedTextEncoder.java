package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.encoding.TextEncoder;
import io.github.teapeer.jso.encoding.TextEncoderEncodeIntoResult;
import io.github.teapeer.jso.value.JavaValue;
import java.nio.charset.StandardCharsets;
import org.teavm.jso.JSObject;

/** Encodes UTF-8. */
final class SimulatedTextEncoder implements TextEncoder {
  @Override
  public String getEncoding() {
    return "utf-8";
  }

  @Override
  public JSObject encode(String input) {
    return JavaValue.of(input.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public TextEncoderEncodeIntoResult encodeInto(String source, JSObject destination) {
    throw new UnsupportedOperationException("Nothing encodes into a part of an array here");
  }
}
