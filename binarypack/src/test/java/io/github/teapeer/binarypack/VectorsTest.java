package io.github.teapeer.binarypack;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.junit.runner.RunWith;

/** What stock PeerJS writes is read, and where stock is right the same is written. */
@RunWith(BrowserTestRunner.class)
public class VectorsTest {
  @Test
  public void everyValueIsPackedAsExpected() {
    for (Vector vector : Vector.all()) {
      byte[] packed = FrontEnd.pack(vector.value());
      assertEquals(vector.name(), vector.expected(), Hex.encode(packed));
    }
  }

  @Test
  public void everyValueIsPackedForOldPeersAsExpected() {
    for (Vector vector : Vector.all()) {
      byte[] packed = FrontEnd.pack(vector.value(), PackLimits.defaults(), true);
      assertEquals(vector.name(), vector.legacy(), Hex.encode(packed));
    }
  }

  @Test
  public void everyValueIsReadAsItWasPacked() {
    for (Vector vector : Vector.all()) {
      if (!vector.hasLoneSurrogates()) {
        assertReads(vector, vector.expected());
      }
    }
  }

  @Test
  public void everyValuePackedForOldPeersIsReadAsItWas() {
    for (Vector vector : Vector.all()) {
      assertReads(vector, vector.legacy());
    }
  }

  @Test
  public void everyValueThatStockPacksIsRead() {
    int read = 0;
    for (Vector vector : Vector.all()) {
      if (!vector.hasLoneSurrogates()) {
        for (String packed : vector.stock()) {
          assertReads(vector, packed);
          read++;
        }
      }
    }
    assertTrue("Only " + read + " values of stock codecs", read > 500);
  }

  private static void assertReads(Vector vector, String packed) {
    Object read = FrontEnd.unpack(Hex.decode(packed));
    assertTrue(
        vector.name() + " from " + packed + " is " + read, Sameness.same(vector.value(), read));
  }
}
