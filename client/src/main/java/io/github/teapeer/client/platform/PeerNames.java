package io.github.teapeer.client.platform;

/** The rule of ids and API keys. */
public final class PeerNames {
  private PeerNames() {}

  /**
   * Tells whether a text may be a peer's id or an API key.
   *
   * @param name the text
   * @return whether it starts and ends with a letter or digit of ASCII and holds nothing but these,
   *     spaces, {@code -} and {@code _}
   */
  public static boolean isValid(String name) {
    int last = name.length() - 1;
    if (last < 0 || !isAlphanumeric(name.charAt(0)) || !isAlphanumeric(name.charAt(last))) {
      return false;
    }
    for (int i = 1; i < last; i++) {
      char symbol = name.charAt(i);
      if (!isAlphanumeric(symbol) && symbol != ' ' && symbol != '-' && symbol != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char symbol) {
    return (symbol >= 'a' && symbol <= 'z')
        || (symbol >= 'A' && symbol <= 'Z')
        || (symbol >= '0' && symbol <= '9');
  }
}
