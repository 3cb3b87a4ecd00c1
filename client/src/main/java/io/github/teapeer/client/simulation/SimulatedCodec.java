package io.github.teapeer.client.simulation;

import io.github.teapeer.binarypack.BinaryPack;
import io.github.teapeer.binarypack.PackLimits;
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
  public JSObject unpack(JSObject data) {
    return JavaValue.of(BinaryPack.unpack((byte[]) JavaValue.unwrap(data), PackLimits.defaults()));
  }
}
