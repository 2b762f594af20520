package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vedette.config.ConfigReader;
import dev.vedette.poll.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sources add} and {@code sources opml}, as a user types them. */
class SourcesCommandsTest {

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer server;
  private String address;

  @BeforeEach
  void configure() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    address = "http://localhost:" + server.getAddress().getPort();
    config("poll: {host-spacing: 0s}\nsources:\n  - {id: harbour, folder: .}\n");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void config(String yaml) throws IOException {
    Files.writeString(directory.resolve("vedette.yaml"), yaml);
  }

  private void serve(String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          boolean there = exchange.getRequestURI().getPath().equals(path);
          exchange.sendResponseHeaders(there ? 200 : 404, there ? bytes.length : -1);
          exchange.getResponseBody().write(there ? bytes : new byte[0]);
          exchange.close();
        });
  }

  private int run(String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--config";
    all[args.length + 1] = directory.resolve("vedette.yaml").toString();
    return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(all);
  }

  /** What is printed, put under {@code sources:} of the configuration, without what is behind #. */
  private List<Source> printed() throws IOException {
    config("sources:\n  - {id: harbour, folder: .}\n" + out);
    return ConfigReader.read(directory.resolve("vedette.yaml"), Map.of("HOME", "/h")).sources();
  }

  @Test
  void addPrintsASourceThatCanBeUsedAndWhatElseThereIs() throws IOException {
    serve(
        "/",
        """
        <html lang=en><head><link rel=alternate type="application/rss+xml" href="/f"></head><body>
        <a href="/n/1">The ministry denies everything today</a>
        <a href="/n/2">The ministry knows of nothing at all</a>
        <a href="/n/3">The minister travels to the harbour</a></body></html>
        """);
    serve(
        "/f",
        "<rss version='2.0'><channel><title>Harbour: \"${env:HOME}\"</title><language>en</language>"
            + "<item><title>Closed</title><description>Short.</description></item></channel></rss>");

    assertThat(run("sources", "add", address)).isZero();
    assertThat(out.toString().replace(address, "SITE"))
        .isEqualTo(
            """
              # Feed (articles: 1): it has beginnings only, so that their pages are read
              #   Closed
              - {id: harbour-env-home, title: "Harbour: \\"$ {env:HOME}\\"", feed: "SITE/f", language: en}
              # Page that lists articles (links with addresses /n/*: 3)
              #   The ministry denies everything today
              #   The ministry knows of nothing at all
              #   The minister travels to the harbour
              # or: - {id: localhost, page: "SITE/", include: ["/n/*"], language: en}
            """);
    assertThat(printed()).extracting(Source::id).containsExactly("harbour", "harbour-env-home");
  }

  @Test
  void addKnowsWhatIsConfigured() throws IOException {
    serve("/f", "<rss version='2.0'><channel><title>T</title></channel></rss>");
    config("sources:\n  - {id: wire, feed: \"" + address + "/f\"}\n");

    assertThat(run("sources", "add", address + "/f")).isZero();
    assertThat(out.toString()).endsWith("  # is there already, as wire\n").doesNotContain("{id:");
  }

  @Test
  void addSaysWhyThereIsNothing() {
    serve("/", "<html><body>Under construction</body></html>");

    assertThat(run("sources", "add", address)).isEqualTo(1);
    assertThat(run("sources", "add", address + "/none")).isEqualTo(1);
    assertThat(run("sources", "add", "ftp://x.example")).isEqualTo(2);
    assertThat(err.toString().replace(address, "SITE").lines().filter(l -> l.startsWith("vedette")))
        .containsExactly(
            "vedette: SITE: nothing found (expected: a feed, a sitemap or links)",
            "vedette: SITE/none: HTTP 404 from SITE/none",
            "vedette: ftp://x.example: no address (expected: such as https://news.example/)");
  }

  @Test
  void opmlBecomesSourcesWithFoldersAsTags() throws IOException {
    Path opml =
        Files.writeString(
            directory.resolve("x.opml"),
            """
            <?xml version="1.0"?><opml version="2.0"><body>
            <outline text="Korea"><outline text="Harbour &amp; more" type="rss" xmlUrl="https://a.example/rss"/>
              <outline text="Порт" xmlUrl="https://port.example/rss" category="/Russia/Far East,navy"/></outline>
            <outline title="Harbour" text="x" xmlUrl="https://b.example/rss"/>
            <outline text="Again" xmlUrl="https://b.example/rss"/>
            <outline text="No feed" xmlUrl="javascript:x"/>
            </body></opml>
            """);

    assertThat(run("sources", "opml", opml.toString())).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
              - {id: harbour-more, title: "Harbour & more", feed: "https://a.example/rss", tags: [Korea]}
              - {id: port-example, title: "Порт", feed: "https://port.example/rss", tags: [Korea, Russia Far East, navy]}
              - {id: harbour-2, title: Harbour, feed: "https://b.example/rss"}
              # is there already, as a line above: Again
              # no address of a feed: No feed
            """);
    assertThat(printed())
        .extracting(source -> source.settings().tags())
        .containsExactly(
            List.of(), List.of("Korea"), List.of("Korea", "Russia Far East", "navy"), List.of());
  }

  @Test
  void feedsBecomeOpmlThatIsReadBack() throws IOException {
    config(
        """
        sources:
          - {id: a, title: "A & \\"B\\"", feed: "https://a.example/x?a=1&b=2", language: en, tags: [kp]}
          - {id: b, feed: "https://u:p@b.example/rss"}
          - {id: c, feed: "https://c.example/${file:secret}"}
          - {id: d, feed: "demo:x.xml"}
          - {id: e, folder: .}
        """);
    Files.writeString(directory.resolve("secret"), "k33p");

    assertThat(run("sources", "opml", "--export")).isZero();
    assertThat(Opml.read(out.toString().getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            new Opml.Feed("A & \"B\"", "https://a.example/x?a=1&b=2", "en", List.of("kp")));
    assertThat(err.toString())
        .isEqualTo(
            "Left out, not feeds of the web: b (its address holds a secret), c (its address holds a"
                + " secret), d, e\n");
  }

  @Test
  void opmlSaysWhatIsWrong() throws IOException {
    Path empty = Files.writeString(directory.resolve("x.opml"), "<opml/>");

    assertThat(run("sources", "opml", empty.toString())).isEqualTo(1);
    assertThat(run("sources", "opml", directory + "/none")).isEqualTo(1);
    assertThat(run("sources", "opml")).isEqualTo(2);
    assertThat(err.toString().replace(directory.toString(), "HOME"))
        .isEqualTo(
            """
            vedette: HOME/x.opml: no feeds in it (expected: OPML with xmlUrl)
            vedette: HOME/none: no such file (expected: an OPML file that can be read)
            vedette: sources opml: a file or --export (expected: one of them)
            """);
  }
}
