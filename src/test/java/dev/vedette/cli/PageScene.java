package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vedette.web.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.WebElement;

/** A service of its own that watches a folder, and a browser before its page. */
final class PageScene implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern ADDRESS = Pattern.compile("The page: (\\S+)");

  final Browser browser;
  private final Path directory;
  private ServiceProcess service;
  private String page = "";

  /**
   * Starts both.
   *
   * @param sources more of them, as YAML
   * @param watchlist the only one
   */
  PageScene(Path directory, String sources, String watchlist) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory.resolve("config/watchlists"));
    Files.createDirectories(directory.resolve("inbox"));
    write(
        "config/vedette.yaml",
        """
        data-directory: ../data
        kafka: {embedded: {port: 0}}
        web: {port: %d}
        console: {last: 0}
        sources:
          - {id: inbox, title: The inbox, folder: ../inbox, every: 1s}
        %s\
        """
            .formatted(freePort(), sources.indent(2)));
    write("config/watchlists/people.yaml", watchlist);
    service = run("first");
    browser = new Browser();
  }

  private ServiceProcess run(String name) {
    ServiceProcess started =
        ServiceProcess.start(
            directory.resolve(name + ".log"),
            Map.of("VEDETTE_CONFIG", directory.resolve("config/vedette.yaml").toString()),
            "run");
    await()
        .atMost(PATIENCE)
        .until(() -> ADDRESS.matcher(started.output()).find() || !started.alive());
    Matcher address = ADDRESS.matcher(started.output());
    assertThat(address.find()).as(started.output()).isTrue();
    page = address.group(1);
    return started;
  }

  void stopService() {
    service.stop();
  }

  void startAgain() {
    service = run("again");
  }

  /** Opens a page by the name in its address. */
  void go(String name) {
    browser.open(page + "#/" + name);
  }

  /** Opens the alert on the article with this headline. */
  void open(String headline) {
    go("alerts");
    WebElement row = browser.firstWith(".alert", headline);
    browser.run("arguments[0].querySelector('a').click()", row);
    browser.firstWith(".detail h2", headline);
  }

  /** Publishes an article. */
  void put(String name, String text) {
    write("inbox/" + name, text);
  }

  /** Writes a file of the scene at once. */
  void write(String name, String text) {
    Path draft = directory.resolve("draft");
    try {
      Files.writeString(draft, text);
      Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isWiderThanTheWindow() {
    return (boolean)
        browser.run(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
    service.close();
  }
}
