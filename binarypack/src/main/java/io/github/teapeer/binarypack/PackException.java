package io.github.teapeer.binarypack;

/**
 * A BinaryPack failure. Always one of two kinds: {@link MalformedPackException} when the bytes that
 * were read are wrong, {@link UnsupportedValueException} when a value cannot be packed or is not
 * what was expected.
 */
public abstract sealed class PackException extends RuntimeException
    permits MalformedPackException, UnsupportedValueException {
  PackException(String message) {
    super(message);
  }
}
