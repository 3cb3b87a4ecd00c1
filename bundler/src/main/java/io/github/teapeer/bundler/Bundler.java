package io.github.teapeer.bundler;

import io.github.teapeer.bundler.layout.Profile;
import io.github.teapeer.bundler.source.BuildFailure;
import io.github.teapeer.bundler.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes {@code peer.js} and its relatives of TeaVM's output.
 *
 * <p>Run by the client's build. Everything that may be wrong with the result fails the build:
 * scripts that TeaVM would miscompile, a TeaVM whose output has changed, code that a strict
 * Content-Security-Policy stops, a name of the browser's that has become another one, too many
 * bytes.
 */
public final class Bundler {
  private static final String PROGRAM = "teavm.js";

  /** The layout to start from, among the scripts; the one that was found, beside the program. */
  private static final String LAYOUT = "layout.txt";

  private final BundlerOptions options;

  private Bundler(BundlerOptions options) {
    this.options = options;
  }

  /**
   * Makes the files.
   *
   * @param arguments {@code program=}, {@code scripts=}, {@code output=}, {@code version=}, {@code
   *     budget=}, {@code trials=}, {@code heat=}, {@code classes=} and {@code sources=}, as {@link
   *     BundlerOptions} tells
   * @throws IOException when a file cannot be written
   * @throws BuildFailure when the result would not be fit to be published
   */
  public static void main(String[] arguments) throws IOException {
    new Bundler(BundlerOptions.parse(arguments)).run();
  }

  private void run() throws IOException {
    int scripts = JsBodyAudit.check(options.classes());
    System.out.println("Checked " + scripts + " @JSBody scripts");
    SourceText program = new SourceText(PROGRAM, SourceText.text(options.program()));
    SourceMap programMap =
        SourceMap.parse(
            SourceText.text(
                options.program().resolveSibling(options.program().getFileName() + ".map")));
    Map<String, String> sources = javaSources();
    Path layout = options.scripts().resolve(LAYOUT);
    Profile profile = Profile.parse(Files.exists(layout) ? SourceText.text(layout) : "");
    Map<String, byte[]> files = new LinkedHashMap<>();
    // The modules differ in nothing but their last lines.
    Map<String, Compilation.Output> outputs = new HashMap<>();
    for (Product product : Product.values()) {
      SourceText glue = glue(product);
      SourceText wrapper = script(product.wrapper());
      Compilation.Output output =
          outputs.computeIfAbsent(
              product.style() + " " + product.wrapper(),
              key ->
                  new Compilation(
                          program,
                          programMap,
                          glue,
                          wrapper,
                          product.style(),
                          profile,
                          options.effort())
                      .run());
      Map<String, String> contents = new HashMap<>(sources);
      contents.put(glue.name(), glue.content());
      contents.put(wrapper.name(), wrapper.content());
      files.put(product.file(), finish(product, output.script()));
      if (product == Product.MINIFIED_SCRIPT) {
        Files.writeString(
            options.program().resolveSibling("size.txt"),
            SizeReport.of(output.script(), output.map()).table());
        Files.writeString(options.program().resolveSibling(LAYOUT), output.layout().text());
      }
      write(product.file() + ".map", output.map().below(1).toJson(product.file(), contents));
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(options.output().resolve(file.getKey()), file.getValue());
      System.out.println(
          file.getKey()
              + ": "
              + file.getValue().length
              + " bytes, "
              + SizeBudget.gzipSize(file.getValue())
              + " after gzip");
    }
    write("integrity.json", Integrity.toJson(files));
    write("integrity.html", Integrity.toHtml(options.version(), files));
    for (Map.Entry<String, String> file :
        Typings.files(
                banner(), exports().fill(script("types.d.ts").content()), script("globals.d.ts"))
            .entrySet()) {
      write(file.getKey(), file.getValue());
    }
    String measured = Product.MINIFIED_SCRIPT.file();
    options.budget().check(measured, files.get(measured));
  }

  private SourceText script(String name) {
    return SourceText.read(options.scripts().resolve(name));
  }

  private ExportList exports() {
    return ExportList.of(script("module.js"));
  }

  /** The parts of the glue as one script. */
  private SourceText glue(Product product) {
    StringBuilder content = new StringBuilder();
    for (String part : product.glue()) {
      content.append(script(part).content());
    }
    return new SourceText("glue.js", content.toString());
  }

  private byte[] finish(Product product, String script) {
    String footer =
        product.footer().isEmpty() ? "" : exports().fill(script(product.footer()).content());
    if (product.style() != Compilation.Style.READABLE) {
      footer = footer.replaceAll("\\s+", " ").replaceAll(" ?([{},;]) ?", "$1");
    }
    return (banner()
            + script.stripTrailing()
            + "\n"
            + footer
            + (footer.isEmpty() || footer.endsWith("\n") ? "" : "\n")
            + "//# sourceMappingURL="
            + product.file()
            + ".map\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String banner() {
    return "/*! teapeer " + options.version() + " MIT */\n";
  }

  private Map<String, String> javaSources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (Path directory : options.sources()) {
      try (Stream<Path> files = Files.walk(directory)) {
        List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
        for (Path file : java) {
          sources.put(
              directory.relativize(file).toString().replace('\\', '/'), SourceText.text(file));
        }
      }
    }
    return sources;
  }

  private void write(String name, String content) throws IOException {
    Files.createDirectories(options.output());
    Files.writeString(options.output().resolve(name), content);
  }
}
