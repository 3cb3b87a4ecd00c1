package io.github.teapeer.bundler;

/**
 * What the bundler reads.
 *
 * @param program TeaVM's CommonJS output
 * @param programMap its source map
 * @param glue the JavaScript that makes classes of TeaVM's exports
 */
record Sources(Text program, String programMap, Text glue) {

  /**
   * A file.
   *
   * @param name its name in source maps
   * @param content its text
   */
  record Text(String name, String content) {}
}
