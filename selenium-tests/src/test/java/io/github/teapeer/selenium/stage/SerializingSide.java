package io.github.teapeer.selenium.stage;

/**
 * One side of a connection with a serializer.
 *
 * @param kind which, as {@code serializers.js} tells
 * @param side the library of the page's script, and the browser
 */
public record SerializingSide(String kind, Side side) {
  @Override
  public String toString() {
    return kind + " with " + side;
  }
}
