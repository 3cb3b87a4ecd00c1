package io.github.teapeer.bundler;

import io.github.teapeer.bundler.Compilation.Style;
import java.util.ArrayList;
import java.util.List;

/** The files that pages load. */
enum Product {
  /** The script for people who want to read what they load. */
  SCRIPT("peer.js", "script.js", "", Style.READABLE),
  /** The script for production. */
  MINIFIED_SCRIPT("peer.min.js", "script.js", "", Style.SMALLEST),
  /** The ES module, which bundlers take and minify themselves. */
  MODULE("peer.mjs", "module.js", "exports.mjs", Style.READABLE),
  /** The ES module for pages that import it directly. */
  MINIFIED_MODULE("peer.min.mjs", "module.js", "exports.mjs", Style.MINIFIED),
  /** The same as a CommonJS module, for {@code require}. */
  COMMONJS("peer.cjs", "module.js", "exports.cjs", Style.READABLE),
  /** The same for pages that load the script, and of which only the serializer is new. */
  SERIALIZER("serializer.msgpack.mjs", "module.js", "exports.msgpack.mjs", Style.MINIFIED);

  private static final List<String> GLUE =
      List.of("emitter.js", "util.js", "environment.js", "classes.js");
  private static final List<String> SERIALIZERS =
      List.of("msgpack-codec.js", "connections.js", "msgpack.js");

  private final String file;
  private final String wrapper;
  private final String footer;
  private final Style style;

  Product(String file, String wrapper, String footer, Style style) {
    this.file = file;
    this.wrapper = wrapper;
    this.footer = footer;
    this.style = style;
  }

  /** The file's name. */
  String file() {
    return file;
  }

  /** The name of the wrapper around the program. */
  String wrapper() {
    return wrapper;
  }

  /** The names of the parts of the glue, each of which uses what stands before it. */
  List<String> glue() {
    List<String> parts = new ArrayList<>(GLUE);
    if (!footer.isEmpty()) {
      parts.addAll(SERIALIZERS);
    }
    return parts;
  }

  /** The name of the file to put after the program, or the empty string. */
  String footer() {
    return footer;
  }

  /** For whom it is written. */
  Style style() {
    return style;
  }
}
