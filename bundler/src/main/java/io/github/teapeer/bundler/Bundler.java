package io.github.teapeer.bundler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes {@code peer.js} and its relatives of TeaVM's output. */
public final class Bundler {
  private Bundler() {}

  public static void main(String[] arguments) throws IOException {
    Path raw = Path.of(arguments[0]);
    Path scripts = Path.of(arguments[1]);
    Path output = Path.of(arguments[2]);
    Files.createDirectories(output);
    Sources sources =
        new Sources(
            new Sources.Text("raw.js", Files.readString(raw.resolve("raw.js"))),
            Files.readString(raw.resolve("raw.js.map")),
            new Sources.Text("glue.js", glue(scripts)));
    for (String kind : new String[] {"script.js", "module.js"}) {
      for (boolean minified : new boolean[] {false, true}) {
        Sources.Text wrapper = new Sources.Text(kind, Files.readString(scripts.resolve(kind)));
        Compilation.Output o = new Compilation(sources, wrapper, minified).run();
        String name =
            "peer" + (minified ? ".min" : "") + (kind.equals("script.js") ? ".js" : ".mjs");
        Files.writeString(
            output.resolve(name),
            o.script()
                + (kind.equals("module.js")
                    ? Files.readString(scripts.resolve("exports.mjs"))
                    : ""));
        Files.writeString(output.resolve(name + ".map"), o.map());
      }
    }
  }

  private static String glue(Path scripts) throws IOException {
    StringBuilder glue = new StringBuilder();
    for (String part : new String[] {"emitter.js", "util.js", "environment.js", "glue.js"}) {
      glue.append(Files.readString(scripts.resolve(part)));
    }
    return glue.toString();
  }
}
