package io.github.teapeer.binarypack;

import java.util.Collection;
import org.teavm.extension.spi.resources.ResourcesPolicy;

/** Has TeaVM compile the vectors into the tests. */
public final class VectorsResource implements ResourcesPolicy {
  @Override
  public String[] supplyResources(Collection<? extends String> classNames) {
    return new String[] {"vectors.txt"};
  }
}
