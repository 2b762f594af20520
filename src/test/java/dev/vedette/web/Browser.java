package dev.vedette.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window. */
public final class Browser implements AutoCloseable {

  /** A busy machine draws pages several times slower. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  /** Opens one with nothing in it. */
  public Browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(find("chromium").orElseThrow().toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(find("chromedriver").orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    size(1440, 900);
  }

  /** Whether there is a browser on this machine. */
  public static boolean isHere() {
    return find("chromium").isPresent() && find("chromedriver").isPresent();
  }

  private static Optional<Path> find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public void open(String address) {
    driver.get(address);
  }

  public void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** As the reader's system asks for it. */
  public void dark(boolean dark) {
    String value = dark ? "dark" : "light";
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", value))));
  }

  /** The elements of a selector, once there is any. */
  public List<WebElement> all(String selector) {
    await(() -> !driver.findElements(By.cssSelector(selector)).isEmpty());
    return driver.findElements(By.cssSelector(selector));
  }

  /** The first element of a selector, once there is one. */
  public WebElement first(String selector) {
    return all(selector).get(0);
  }

  public int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  /** Until the words stand in an element of this selector. */
  public WebElement firstWith(String selector, String words) {
    WebElement[] found = new WebElement[1];
    await(
        () -> {
          found[0] =
              driver.findElements(By.cssSelector(selector)).stream()
                  .filter(element -> element.getText().contains(words))
                  .findFirst()
                  .orElse(null);
          return found[0] != null;
        });
    return found[0];
  }

  /** Types keys, wherever the page has its focus. */
  public void type(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Draws what is seen into a file. */
  public void picture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Opens another tab and looks at that. */
  public void newTab() {
    driver.switchTo().newWindow(WindowType.TAB);
  }

  /** Looks at the tab that was opened as the n-th, counted from 0. */
  public void tab(int n) {
    driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(n));
  }

  /** What a script gives. */
  public Object run(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  /** What a script gives to its last argument. */
  public Object runAsync(String script, Object... arguments) {
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    return ((JavascriptExecutor) driver).executeAsyncScript(script, arguments);
  }

  /** Until something holds; a page that is redrawn meanwhile is looked at again. */
  public void await(BooleanSupplier holds) {
    await(PATIENCE, holds);
  }

  /** The same, for what takes its time. */
  public void await(Duration patience, BooleanSupplier holds) {
    new WebDriverWait(driver, patience, Duration.ofMillis(50))
        .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
        .until(any -> holds.getAsBoolean());
  }

  @Override
  public void close() {
    driver.quit();
  }
}
