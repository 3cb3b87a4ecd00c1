package io.github.teapeer.selenium.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** docs/api.md names a test for everything that the project says it does. */
class ApiPageTest {
  private static final String PAGE = "docs/api.md";

  private final List<ApiRow> rows = ApiRow.of(ProjectFiles.text(PAGE));

  @Test
  void everyRowHasATestOrSaysThatItIsNotDoneYet() {
    assertThat(rows).isNotEmpty();
    SoftAssertions softly = new SoftAssertions();
    for (ApiRow row : rows) {
      if (!row.isNotYet()) {
        softly.assertThat(row.tests()).as(row.name()).isNotEmpty();
      }
    }
    softly.assertAll();
  }

  @Test
  void everyTestThatIsNamedExists() {
    Set<String> methods = TestMethods.all();
    SoftAssertions softly = new SoftAssertions();
    for (ApiRow row : rows) {
      softly.assertThat(methods).as(row.name()).containsAll(row.tests());
    }
    softly.assertAll();
  }

  @Test
  void everyRowSaysWhereItComesFromAndIsThereOnce() {
    assertThat(rows).allSatisfy(row -> assertThat(row.marks()).matches("[S35+]( [S35+])*"));
    assertThat(rows).extracting(ApiRow::name).doesNotHaveDuplicates();
  }

  @Test
  void aRowWithoutATestAndATestThatIsNotThereAreNoticed() {
    List<ApiRow> bad =
        ApiRow.of(
            "| what | marks | covered by |\n|---|---|---|\n| `a` | S | |\n| `b` | 5 | X#y |\n");
    assertThat(bad.get(0).tests()).isEmpty();
    assertThat(bad.get(0).isNotYet()).isFalse();
    assertThat(TestMethods.all()).doesNotContainAnyElementsOf(bad.get(1).tests());
    assertThat(TestMethods.all())
        .contains("ApiPageTest#aRowWithoutATestAndATestThatIsNotThereAreNoticed");
  }
}
