package io.github.teapeer.client.simulation;

import io.github.teapeer.binarypack.BinaryPack;
import io.github.teapeer.binarypack.PackLimits;
import io.github.teapeer.binarypack.PackReader;
import io.github.teapeer.binarypack.PackWriter;
import io.github.teapeer.client.platform.ValueCodec;
import io.github.teapeer.jso.file.Blob;
import io.github.teapeer.jso.value.JavaValue;
import io.github.teapeer.jso.value.Values;
import org.teavm.jso.JSObject;

/** Packs Java values, and a Blob that is the whole value. */
final class SimulatedCodec implements ValueCodec {
  @Override
  public Blob pack(PackWriter out, JSObject value) {
    if (value instanceof SimulatedBlob blob) {
      out.writeBinaryHeader((int) blob.getSize());
      return blob.after(out.toByteArray());
    }
    BinaryPack.write(out, JavaValue.unwrap(value), PackLimits.defaults());
    return null;
  }

  @Override
  public JSObject unpack(JSObject data, boolean legacyStrings, boolean views) {
    byte[] bytes = (byte[]) JavaValue.unwrap(data);
    PackReader in = new PackReader();
    in.setLegacyStrings(legacyStrings);
    in.reset(bytes, 0, bytes.length);
    JSObject values = Values.newArray();
    do {
      Values.push(values, JavaValue.of(BinaryPack.read(in)));
    } while (in.remaining() > 0);
    in.finish();
    return values;
  }
}
