package io.github.teapeer.selenium.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.teapeer.demo.DemoServer;
import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.machine.ModuleFiles;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page that the README shows, saved and opened as it says. */
@ExtendWith(StageExtension.class)
class FirstPageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern HTML = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);
  private static final String PORT = "9000";

  @ParameterizedTest
  @EnumSource(names = {"CHROMIUM", "FIREFOX"})
  void twoTabsGreetEachOther(BrowserKind browser, Stage stage, @TempDir Path folder)
      throws IOException {
    RemoteWebDriver driver = stage.browser(browser, 0).driver();
    try (DemoServer demo = DemoServer.start("localhost", 0)) {
      Path file = Files.writeString(folder.resolve("first.html"), firstPage(demo.port()));
      driver.get(file.toUri().toString());
      String first = driver.getWindowHandle();
      wait(driver)
          .until(ExpectedConditions.elementToBeClickable(By.linkText("Open me in a second tab")));
      driver.findElement(By.id("link")).click();
      wait(driver).until(ExpectedConditions.numberOfWindowsToBe(2));
      String second =
          driver.getWindowHandles().stream().filter(each -> !each.equals(first)).findAny().get();
      try {
        awaitGreeting(driver, first);
        awaitGreeting(driver, second);
      } finally {
        driver.switchTo().window(second).close();
        driver.switchTo().window(first);
      }
    }
  }

  private static void awaitGreeting(RemoteWebDriver driver, String window) {
    driver.switchTo().window(window);
    wait(driver)
        .until(
            ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), "Hello from "));
  }

  private static WebDriverWait wait(RemoteWebDriver driver) {
    return new WebDriverWait(driver, PATIENCE);
  }

  /** The README's page for a demo that does not run on the port of every demo. */
  private static String firstPage(int port) throws IOException {
    Matcher block = HTML.matcher(Files.readString(ModuleFiles.file("../README.md")));
    assertThat(block.find()).as("a page in the README").isTrue();
    String page = block.group(1);
    assertThat(page.split(PORT, -1)).as("parts around the port").hasSize(3);
    return page.replace(PORT, String.valueOf(port));
  }
}
