package io.github.teapeer.binarypack;

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
   * @param offset where, in bytes from the start of the message
   */
  public MalformedPackException(String problem, int offset) {
    super(Intrinsics.join(problem + " at byte ", offset));
    this.offset = offset;
  }

  /** Where the faulty value starts, in bytes from the start of the message. */
  public int offset() {
    return offset;
  }
}
