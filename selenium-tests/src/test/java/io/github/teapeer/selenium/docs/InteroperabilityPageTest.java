package io.github.teapeer.selenium.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** docs/interop.md says what the tests with other libraries expect. */
class InteroperabilityPageTest {
  private static final String BEGIN = "<!-- What follows is what the tests expect. -->\n";
  private static final String END = "<!-- The tests' part ends here. -->\n";

  @Test
  void thePageSaysWhatTheTestsExpect() {
    String page = ProjectFiles.text("docs/interop.md");
    assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    String part = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
    String expected = InteroperabilityPage.render();
    assertThat(part)
        .as("docs/interop.md between its marks should be:%n%n%s%n", expected)
        .isEqualTo(expected);
  }
}
