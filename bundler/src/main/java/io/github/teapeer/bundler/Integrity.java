package io.github.teapeer.bundler;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Hashes for the {@code integrity} attribute (W3C Subresource Integrity). */
final class Integrity {
  private Integrity() {}

  /** The value of the {@code integrity} attribute for these bytes. */
  static String sha384(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-384").digest(content);
      return "sha384-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-384", e);
    }
  }

  /** A JSON object from file names to the values of their {@code integrity} attributes. */
  static String toJson(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .map(
            file -> "  " + Json.string(file.getKey()) + ": " + Json.string(sha384(file.getValue())))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  /**
   * The elements with which a page loads the files from a public CDN, and refuses any other bytes.
   *
   * @param version the published version
   * @param files the contents by name; the scripts and modules among them are told
   */
  static String toHtml(String version, Map<String, byte[]> files) {
    StringBuilder html =
        new StringBuilder("<!-- Each of these loads teapeer " + version + ". -->\n");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String url = "https://cdn.jsdelivr.net/npm/teapeer@" + version + "/" + file.getKey();
      String hash = sha384(file.getValue());
      if (file.getKey().endsWith(".js")) {
        html.append(
            "<script src=\"%s\" integrity=\"%s\" crossorigin=\"anonymous\"></script>\n"
                .formatted(url, hash));
      } else if (file.getKey().endsWith(".mjs")) {
        String name = file.getKey().startsWith("peer.") ? "teapeer" : "teapeer/" + file.getKey();
        html.append(
            "<script type=\"importmap\">{\"imports\": {\"%s\": \"%s\"}, \"integrity\": {\"%s\": \"%s\"}}</script>\n"
                .formatted(name, url, url, hash));
      }
    }
    return html.toString();
  }
}
