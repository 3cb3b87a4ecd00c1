package io.github.teapeer.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.stage.Stage;
import io.github.teapeer.selenium.stage.StageExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What tests of pages do with a driver works with Firefox's Marionette port as it does with
 * chromedriver.
 */
@ParameterizedClass
@EnumSource(
    value = BrowserKind.class,
    names = {"CHROMIUM", "FIREFOX"})
@ExtendWith(StageExtension.class)
class DriverTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  @Parameter BrowserKind browser;

  private RemoteWebDriver driver;

  @BeforeEach
  void loadControls(Stage stage) {
    driver = stage.load(browser, 0, Library.PEERJS_1_5_5, "controls.html").browser().driver();
  }

  @Test
  void formsAreFilledInAndButtonsClicked() {
    WebElement name = driver.findElement(By.id("name"));
    name.clear();
    name.sendKeys("Zoë");
    driver.findElement(By.id("agree")).click();
    new Select(driver.findElement(By.id("drink"))).selectByVisibleText("coffee");
    WebElement greeting = driver.findElement(By.id("greeting"));
    assertThat(greeting.isDisplayed()).isFalse();

    driver.findElement(By.cssSelector("#greet")).click();

    new WebDriverWait(driver, Duration.ofSeconds(10))
        .until(ExpectedConditions.visibilityOf(greeting));
    assertThat(greeting.getText()).isEqualTo("Zoë agrees, coffee");
    assertThat(greeting.getDomAttribute("data-trusted")).isEqualTo("true");
    assertThat(name.getDomAttribute("value")).isEqualTo("nobody");
    assertThat(name.getDomProperty("value")).isEqualTo("Zoë");
    assertThat(driver.findElement(By.id("agree")).isSelected()).isTrue();
  }

  @Test
  void elementsAreFoundWithinElements() {
    WebElement list = driver.findElement(By.tagName("ul"));
    assertThat(list.findElements(By.tagName("li")))
        .extracting(WebElement::getText)
        .containsExactly("one", "two");
    assertThat(list.getTagName()).isEqualTo("ul");
    assertThat(list.getRect().getWidth()).isPositive();
  }

  @Test
  void actionsMoveTheMouseAndPressKeys() {
    WebElement name = driver.findElement(By.id("name"));
    new Actions(driver).doubleClick(name).sendKeys("somebody").perform();
    assertThat(name.getDomProperty("value")).isEqualTo("somebody");
    driver.resetInputState();
  }

  @Test
  void dialogsAreReadAndAccepted() {
    driver.findElement(By.id("ask")).click();
    assertThat(driver.switchTo().alert().getText()).isEqualTo("Really?");
    driver.switchTo().alert().accept();
    // The page goes on by itself, which may be later.
    new WebDriverWait(driver, Duration.ofSeconds(10)).until(ExpectedConditions.titleIs("yes"));
  }

  @Test
  void windowsAreOpenedSwitchedAndClosed() {
    String first = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    assertThat(driver.getWindowHandles()).hasSize(2);
    assertThat(driver.getWindowHandle()).isNotEqualTo(first);
    driver.close();
    driver.switchTo().window(first);
    assertThat(driver.getTitle()).isEqualTo("Controls");
    assertThat(driver.getWindowHandles()).containsExactly(first);
  }

  @Test
  void scriptsReturnValuesAndElements() {
    assertThat(driver.executeScript("return [1, 'a', null, {b: true}]"))
        .hasToString("[1, a, null, {b=true}]");
    WebElement body = (WebElement) driver.executeScript("return document.body");
    assertThat(body.getTagName()).isEqualTo("body");
    assertThat(driver.executeScript("return arguments[0].id", driver.findElement(By.id("greet"))))
        .isEqualTo("greet");
    assertThat(driver.executeAsyncScript("setTimeout(() => arguments[0](7))")).isEqualTo(7L);
  }

  @Test
  void failuresAreThoseThatSeleniumKnows() {
    assertThatThrownBy(() -> driver.findElement(By.id("absent")))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> driver.executeScript("throw new Error('on purpose')"))
        .isInstanceOf(JavascriptException.class)
        .hasMessageContaining("on purpose");
    WebElement greet = driver.findElement(By.id("greet"));
    driver.navigate().refresh();
    assertThatThrownBy(greet::click).isInstanceOf(StaleElementReferenceException.class);
  }

  @Test
  void screenshotsArePictures() {
    assertThat(driver.getScreenshotAs(OutputType.BYTES)).startsWith(PNG);
    assertThat(driver.findElement(By.id("greet")).getScreenshotAs(OutputType.BYTES))
        .startsWith(PNG);
  }
}
