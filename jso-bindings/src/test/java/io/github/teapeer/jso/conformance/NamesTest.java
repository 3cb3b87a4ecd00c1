package io.github.teapeer.jso.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.jso.dom.Event;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teavm.browserrunner.BrowserRunDescriptor;
import org.teavm.browserrunner.BrowserRunner;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Compares the names in the compiled interfaces with those that a browser knows: the prototypes of
 * its classes, the members that it reads of dictionaries it is given, and those of dictionaries it
 * gives. names.js does the part that runs in the browser.
 */
class NamesTest {
  @TempDir private Path served;

  @Test
  void everyDeclaredNameIsOneThatTheBrowserKnows() throws Exception {
    List<DeclaredType> types = declaredTypes();
    assertThat(types).extracting(DeclaredType::name).contains("RTCPeerConnection", "RequestInit");
    Files.writeString(
        served.resolve("names.js"),
        "var declared = " + json(types) + ";\n" + resource("names.js"),
        StandardCharsets.UTF_8);

    BrowserRunner runner =
        new BrowserRunner(served.toFile(), "JAVASCRIPT", BrowserRunner::chromeBrowser, false);
    runner.start();
    try {
      runner.runTest(
          new BrowserRunDescriptor("names", "tests/names.js", false, List.of(), "", false));
    } finally {
      runner.stop();
    }
  }

  private static List<DeclaredType> declaredTypes()
      throws IOException, ReflectiveOperationException, URISyntaxException {
    Path classes = Path.of(Event.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<DeclaredType> types = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : files) {
      String name = classes.relativize(file).toString().replaceFirst("\\.class$", "");
      Class<?> type = Class.forName(name.replace('/', '.').replace('\\', '.'));
      if (type.isInterface()
          && JSObject.class.isAssignableFrom(type)
          && !type.isAnnotationPresent(JSFunctor.class)
          && !type.getPackageName().endsWith(".value")
          && !type.getSimpleName().equals("package-info")) {
        types.add(DeclaredType.of(type));
      }
    }
    return types;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = NamesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String json(List<DeclaredType> types) {
    return types.stream().map(NamesTest::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
  }

  private static String json(DeclaredType type) {
    return "{name: \"%s\", getters: %s, setters: %s, methods: %s, constants: %s}"
        .formatted(
            type.name(),
            json(type.getters()),
            json(type.setters()),
            json(type.methods()),
            json(type.constants()));
  }

  private static String json(Set<String> names) {
    return names.stream().collect(Collectors.joining("\", \"", "[\"", "\"]")).replace("\"\"", "");
  }

  private static String json(Map<String, Integer> constants) {
    return constants.entrySet().stream()
        .map(constant -> constant.getKey() + ": " + constant.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
