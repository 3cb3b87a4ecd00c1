package io.github.teapeer.bundler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.bundler.SourceMap.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeReportTest {
  @Test
  void everyByteBelongsToWhatItCameFrom() {
    SourceMap map =
        new SourceMap(
            List.of(
                List.of(
                    new Segment(2, "a/One.java", 0, 0),
                    Segment.unmapped(4),
                    new Segment(7, "a/Two.java", 0, 0),
                    new Segment(8, "glue.js", 0, 0))));
    List<String> rows =
        SizeReport.of("..1111-23333", map)
            .table()
            .lines()
            .map(row -> row.trim().replaceAll("^(\\d+) +-?\\d+ +", "$1 "))
            .toList();
    assertThat(rows)
        .containsExactlyInAnyOrder(
            "2 (TeaVM)",
            "6 a",
            "4 glue.js",
            "",
            "2 (TeaVM)",
            "5 a/One.java",
            "1 a/Two.java",
            "4 glue.js");
  }
}
