package io.github.teapeer.binarypack;

import org.teavm.classlib.ResourceSupplier;
import org.teavm.classlib.ResourceSupplierContext;

/** Has TeaVM compile the vectors into the tests. */
public final class VectorsResource implements ResourceSupplier {
  @Override
  public String[] supplyResources(ResourceSupplierContext context) {
    return new String[] {"vectors.txt"};
  }
}
