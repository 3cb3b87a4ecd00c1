package io.github.teapeer.selenium.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of docs/api.md.
 *
 * @param name what it is about
 * @param marks where it comes from: some of S, 3, 5 and +
 * @param cover what is in the last column
 */
record ApiRow(String name, String marks, String cover) {
  /** The head of the tables that are meant. */
  private static final String HEAD = "| what | marks | covered by |";

  private static final String NOT_YET = "not yet";

  /** The rows of a page. */
  static List<ApiRow> of(String page) {
    List<ApiRow> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line : page.lines().toList()) {
      if (line.equals(HEAD)) {
        inTable = true;
      } else if (!line.startsWith("|")) {
        inTable = false;
      } else if (inTable && !line.startsWith("|-")) {
        rows.add(parse(line));
      }
    }
    return rows;
  }

  private static ApiRow parse(String line) {
    String[] cells = line.split("(?<!\\\\)\\|", -1);
    if (cells.length != 5) {
      throw new AssertionError("A row of docs/api.md has three cells, not so: " + line);
    }
    return new ApiRow(cells[1].strip(), cells[2].strip(), cells[3].strip());
  }

  /** Whether the project does not do it yet, and so no test can show it. */
  boolean isNotYet() {
    return cover.equals(NOT_YET);
  }

  /** The tests that show it, as {@code Class#method}. */
  List<String> tests() {
    return isNotYet() || cover.isEmpty() ? List.of() : Arrays.asList(cover.split("\\s+", -1));
  }

  @Override
  public String toString() {
    return name;
  }
}
