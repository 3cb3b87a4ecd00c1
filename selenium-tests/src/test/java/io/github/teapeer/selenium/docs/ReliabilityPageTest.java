package io.github.teapeer.selenium.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/reliability.md names tests for what it guarantees. */
class ReliabilityPageTest {
  private static final Pattern NAMED = Pattern.compile("\\b\\w+Test#\\w+");

  @Test
  void everyTestThatIsNamedExists() {
    List<String> named =
        NAMED
            .matcher(ProjectFiles.text("docs/reliability.md"))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(TestMethods.all()).containsAll(named);
  }
}
