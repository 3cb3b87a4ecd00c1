package io.github.teapeer.client.simulation;

import io.github.teapeer.binarypack.BinaryPack;
import io.github.teapeer.binarypack.PackLimits;
import io.github.teapeer.binarypack.PackReader;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.client.platform.ValueCodec;
import io.github.teapeer.jso.value.JavaValue;
import org.teavm.jso.JSObject;

/** Packs Java values. There are no Blobs among them. */
final class SimulatedCodec implements ValueCodec {
  @Override
  public JSObject pack(PackWriter out, JSObject value) {
    BinaryPack.write(out, JavaValue.unwrap(value), PackLimits.defaults());
    return null;
  }

  @Override
  public JSObject unpack(JSObject data, boolean legacyStrings) {
    byte[] bytes = (byte[]) JavaValue.unwrap(data);
    PackReader in = new PackReader();
    in.setLegacyStrings(legacyStrings);
    in.reset(bytes, 0, bytes.length);
    Object value = BinaryPack.read(in);
    in.finish();
    return JavaValue.of(value);
  }
}
