package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.core.Sequence;
import java.util.List;
import org.teavm.jso.JSObject;

/** A sequence that does not change. */
record SimulatedSequence<T extends JSObject>(List<T> items) implements Sequence<T> {
  SimulatedSequence(List<T> items) {
    this.items = List.copyOf(items);
  }

  @Override
  public int getLength() {
    return items.size();
  }

  @Override
  public T get(int index) {
    // JavaScript answers undefined beyond the end.
    return index >= 0 && index < items.size() ? items.get(index) : null;
  }
}
