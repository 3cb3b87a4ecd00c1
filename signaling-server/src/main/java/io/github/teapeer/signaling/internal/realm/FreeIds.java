package io.github.teapeer.signaling.internal.realm;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Makes ids that nobody has. */
final class FreeIds {
  private static final int ATTEMPTS = 100;

  private final Supplier<String> generator;
  private final Predicate<String> taken;

  /**
   * @param generator the options' own
   * @param taken whether a client has that id
   */
  FreeIds(Supplier<String> generator, Predicate<String> taken) {
    this.generator = generator;
    this.taken = taken;
  }

  /** Makes one, which is not reserved. See {@link Realm#newId}. */
  String next() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String id = generator.get();
      if (id == null || id.isEmpty()) {
        throw new IllegalStateException("generateClientId returned no id");
      }
      if (!taken.test(id)) {
        return id;
      }
    }
    throw new IllegalStateException(
        "generateClientId returned taken ids " + ATTEMPTS + " times in a row");
  }
}
