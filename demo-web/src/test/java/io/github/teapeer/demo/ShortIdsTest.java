package io.github.teapeer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShortIdsTest {
  /** One in a million runs would meet two equal ids among so many. */
  private static final int COUNT = 1000;

  @Test
  void idsAreTwoGroupsOfUnmistakableCharactersAndDoNotRepeat() {
    List<String> ids = Stream.generate(new ShortIds()).limit(COUNT).toList();
    assertThat(ids).allMatch(id -> id.matches("[a-km-np-z2-9]{4}-[a-km-np-z2-9]{4}"));
    assertThat(ids).doesNotHaveDuplicates();
  }
}
