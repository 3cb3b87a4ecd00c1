package io.github.teapeer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written in the pages, and what must not be. */
class PagesTest {
  /** What the client brings, and the folder of the pages does not have. */
  private static final String CLIENT = "peer.min.js";

  private static final Pattern ATTRIBUTE_ADDRESS =
      Pattern.compile("\\s(?:src|href|action|data|poster)=\"([^\"#]+)\"");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]+ from \"([^\"]+)\";");
  private static final Pattern DOM_ID =
      Pattern.compile("\\bbyId\\(\"([^\"]+)\"\\)|getElementById\\(\"([^\"]+)\"\\)");

  private static Path pages;
  private static List<Path> files;

  @BeforeAll
  static void find() throws IOException, URISyntaxException {
    URL url = PagesTest.class.getResource("pages/");
    pages = Path.of(url.toURI());
    try (Stream<Path> all = Files.walk(pages)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
  }

  @Test
  void theyNameNoOtherHost() {
    Pattern otherHost =
        Pattern.compile(
            "(?i)\\b[a-z]+://[^\\s`\"'$]+|[\"'(`]//[^\\s\"')]+|\\b(?:stuns?|turns?|data):[\\w.]+");
    // A name that is spelt like an address and is never asked for anything.
    Set<String> allowed = Set.of("http://www.w3.org/2000/svg");
    for (Path file : files) {
      assertThat(otherHost.matcher(read(file)).results().map(MatchResult::group))
          .as("addresses in %s", file)
          .allMatch(allowed::contains);
    }
  }

  @Test
  void theyHaveNoInlineScriptsOrStyles() {
    Pattern inline =
        Pattern.compile("(?i)<script(?![^>]*\\ssrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");
    for (Path file : files("html", "svg")) {
      assertThat(read(file)).as("%s", file).doesNotContainPattern(inline);
    }
  }

  @Test
  void whatPeersSendIsNeverTakenForHtml() {
    Pattern dangerous =
        Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|DOMParser"
                + "|srcdoc|createContextualFragment|setTimeout\\(\\s*[\"'`]|setHTMLUnsafe");
    for (Path file : files("js")) {
      assertThat(read(file)).as("%s", file).doesNotContainPattern(dangerous);
    }
  }

  @Test
  void everyFileIsReachedAndEveryFileReachedIsThere() {
    Set<Path> reached = new LinkedHashSet<>();
    reach(pages.resolve("index.html"), reached);
    assertThat(reached).containsExactlyInAnyOrderElementsOf(files);
  }

  private static void reach(Path file, Set<Path> reached) {
    if (!reached.add(file)) {
      return;
    }
    assertThat(file).isRegularFile();
    Pattern address = file.toString().endsWith(".html") ? ATTRIBUTE_ADDRESS : IMPORT;
    address
        .matcher(read(file))
        .results()
        .map(match -> match.group(1))
        .filter(name -> !name.equals(CLIENT))
        .forEach(name -> reach(file.resolveSibling(name).normalize(), reached));
  }

  @Test
  void everyElementThatScriptsLookForIsThere() {
    String page = read(pages.resolve("index.html"));
    for (Path file : files("js")) {
      DOM_ID
          .matcher(read(file))
          .results()
          .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
          .forEach(id -> assertThat(page).as("%s", file).contains("id=\"" + id + "\""));
    }
  }

  @Test
  void everyFieldHasALabelAndEveryButtonAName() {
    String page = read(pages.resolve("index.html"));
    List<String> fields =
        Pattern.compile("<input\\s[^>]*?id=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(fields).hasSizeGreaterThanOrEqualTo(4);
    for (String field : fields) {
      assertThat(page).contains("<label for=\"" + field + "\"");
    }
    assertThat(page).doesNotContainPattern("<button[^>]*>\\s*</button>");
  }

  private static List<Path> files(String... extensions) {
    Set<String> wanted = Arrays.stream(extensions).collect(Collectors.toSet());
    List<Path> found =
        files.stream()
            .filter(file -> wanted.contains(file.toString().replaceFirst(".*\\.", "")))
            .toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }
}
