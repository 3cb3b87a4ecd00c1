package io.github.teapeer.demo;

import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * Makes ids that can be read out and typed, such as {@code k7mq-3xwd}: two groups of four, of
 * letters and digits that are not mistaken for one another. There are 2<sup>40</sup>, so one cannot
 * be guessed while its page is open.
 */
final class ShortIds implements Supplier<String> {
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUP = 4;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    return group() + "-" + group();
  }

  private String group() {
    StringBuilder group = new StringBuilder(GROUP);
    for (int i = 0; i < GROUP; i++) {
      group.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return group.toString();
  }
}
