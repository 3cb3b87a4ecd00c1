package io.github.teapeer.binarypack;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.junit.runner.RunWith;

/** What stock PeerJS writes is read, and where stock is right the same is written. */
@RunWith(BrowserTestRunner.class)
public class VectorsTest {
  @Test
  public void everyValueIsPackedAsExpected() {
    for (Vector vector : Vector.all()) {
      assertEquals(
          vector.name(), Hex.encode(vector.expected()), Hex.encode(FrontEnd.pack(vector.value())));
    }
  }

  @Test
  public void everyValueIsPackedForOldPeersAsExpected() {
    for (Vector vector : Vector.all()) {
      byte[] packed = FrontEnd.pack(vector.value(), PackLimits.defaults(), true);
      assertEquals(vector.name(), Hex.encode(vector.legacy()), Hex.encode(packed));
    }
  }
}
