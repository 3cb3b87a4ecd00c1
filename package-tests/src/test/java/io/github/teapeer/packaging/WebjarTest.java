package io.github.teapeer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webjars.WebJarVersionLocator;

/** The client's jar as a webjar: frameworks find it through the locator. */
final class WebjarTest {
  private static final String ROOT = "META-INF/resources/webjars/teapeer/";

  @Test
  void theLocatorKnowsTheVersion() {
    assertThat(new WebJarVersionLocator().version("teapeer")).isEqualTo(Published.version());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "peer.js",
        "peer.min.js",
        "peer.min.js.map",
        "peer.mjs",
        "peer.min.mjs",
        "peer.d.ts",
        "integrity.json",
        "integrity.html"
      })
  void theLocatorFindsTheFiles(String file) {
    String path = new WebJarVersionLocator().fullPath("teapeer", file);
    assertThat(path).isEqualTo(ROOT + Published.version() + "/" + file);
    assertThat(WebjarTest.class.getClassLoader().getResource(path)).isNotNull();
  }

  @Test
  void addressesNeedNotNameTheVersion() {
    assertThat(new WebJarVersionLocator().path("teapeer", "peer.min.js"))
        .isEqualTo("teapeer/" + Published.version() + "/peer.min.js");
  }
}
