package io.github.teapeer.signaling.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns();

  private boolean isOverAfter(int frames, Object whose) {
    boolean over = false;
    for (int i = 0; i < frames; i++) {
      assertThat(over).isFalse();
      over = turns.isOver(whose);
    }
    return over;
  }

  @Test
  void aTurnEndsAfterSoManyFrames() {
    assertThat(isOverAfter(Turns.LENGTH, "anna")).isTrue();
    assertThat(isOverAfter(Turns.LENGTH, "anna")).isTrue();
  }

  @Test
  void aFrameOfAnotherSocketBeginsAnotherTurn() {
    assertThat(isOverAfter(Turns.LENGTH - 1, "anna")).isFalse();
    assertThat(isOverAfter(1, "bert")).isFalse();
    assertThat(isOverAfter(Turns.LENGTH - 1, "anna")).isFalse();
    assertThat(isOverAfter(1, "anna")).isTrue();
  }

  @Test
  void everyThreadHasTurnsOfItsOwn() {
    assertThat(isOverAfter(Turns.LENGTH - 1, "anna")).isFalse();
    assertThat(
            CompletableFuture.supplyAsync(
                    () -> isOverAfter(Turns.LENGTH - 1, "anna"), task -> new Thread(task).start())
                .join())
        .isFalse();
    assertThat(isOverAfter(1, "anna")).isTrue();
  }
}
