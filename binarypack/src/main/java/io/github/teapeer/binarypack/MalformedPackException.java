package io.github.teapeer.binarypack;

import org.teavm.jso.JSBody;

/**
 * The bytes are not BinaryPack, end too early, or exceed a limit of {@link PackLimits}. Nothing of
 * the value is returned, and the reader can be used again after {@link PackReader#reset}.
 */
public final class MalformedPackException extends PackException {
  private final int offset;

  /**
   * Reports a fault in packed bytes.
   *
   * @param problem what is wrong, in a few words
   * @param offset where, as an index of the array read
   */
  public MalformedPackException(String problem, int offset) {
    super(message(problem, offset));
    this.offset = offset;
  }

  /** Where the faulty value starts, as an index of the array read. */
  public int offset() {
    return offset;
  }

  /** TeaVM's own number formatting is a large download. */
  @JSBody(
      params = {"problem", "offset"},
      script = "return problem + ' at byte ' + offset;")
  private static String message(String problem, int offset) {
    return problem + " at byte " + offset;
  }
}
