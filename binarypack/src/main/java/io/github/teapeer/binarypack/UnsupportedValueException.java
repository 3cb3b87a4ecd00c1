package io.github.teapeer.binarypack;

import org.teavm.jso.JSBody;

/**
 * A value that BinaryPack cannot express (a function, a cycle, an integer of more than 64 bits…),
 * or one that is well formed but not what the reader expected.
 */
public final class UnsupportedValueException extends PackException {
  private final String path;

  /**
   * Reports a value.
   *
   * @param problem what is wrong, in a few words
   * @param path where the value is, {@code $} being the packed value itself: {@code
   *     $.items[5].name}
   */
  public UnsupportedValueException(String problem, String path) {
    super(message(problem, path));
    this.path = path;
  }

  /** Where the value is: {@code $} is the packed value itself, {@code $.items[5].name} a part. */
  public String path() {
    return path;
  }

  /** TeaVM's own string concatenation is a larger download. */
  @JSBody(
      params = {"problem", "path"},
      script = "return problem + ' at ' + path;")
  private static String message(String problem, String path) {
    return problem + " at " + path;
  }
}
