package dev.vedette.poll;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.article.Trust;
import dev.vedette.document.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a source that is first read is news. */
class BackfillTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path directory;
  private Poller poller;
  private RawServer server;

  @BeforeEach
  void start() throws IOException {
    PollSettings settings =
        new PollSettings(
            Duration.ofMinutes(15),
            true,
            Duration.ofSeconds(20),
            1 << 20,
            Duration.ZERO,
            2,
            10,
            "Vedette/test",
            "",
            false,
            Set.of("localhost"));
    poller = new Poller(settings, directory, Secrets.NONE, new Random(1));
    server = new RawServer(RawServer.of("HTTP/1.1 200 OK", ""));
  }

  @AfterEach
  void stop() throws IOException {
    poller.close();
    server.close();
  }

  @ParameterizedTest(name = "backfill {0}: {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # what stands in the feed: an item of this hour, of 23 and 25 hours ago, of last month, and without a day
          -    , now 23h none
          24h  , now 23h none
          48h  , now 23h 25h none
          all  , now 23h 25h month none
          none , ''
          """)
  void whatIsOlderIsKeptWithoutBeingNews(@Nullable String backfill, String news) {
    server.answerWith(
        RawServer.of(
            "HTTP/1.1 200 OK",
            rss(
                item("now", Duration.ofMinutes(5)),
                item("23h", Duration.ofHours(23)),
                item("25h", Duration.ofHours(25)),
                item("month", Duration.ofDays(30)),
                "<item><title>none</title><guid>none</guid></item>")));

    Poll first = first(feed(backfill));

    assertThat(first.articles()).hasSize(5);
    assertThat(titles(first, false).split(" ")).containsExactlyInAnyOrder(news.split(" "));
  }

  @Test
  void whatComesLaterIsNewsHoweverOldItsDay() {
    Source source = feed(null);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", rss(item("a", Duration.ofDays(3)))));
    Poll first = first(source);
    server.answerWith(
        RawServer.of(
            "HTTP/1.1 200 OK", rss(item("a", Duration.ofDays(3)), item("b", Duration.ofDays(3)))));
    Poll second = next(source, first);

    assertThat(titles(first, true)).isEqualTo("a");
    assertThat(titles(second, false)).isEqualTo("b");
  }

  @Test
  void whatWasLeftOutIsNoNewsWhenItIsEdited() {
    Source source = feed(null);
    String old = item("old", Duration.ofDays(3));
    String recent = item("recent", Duration.ofHours(3));
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", rss(old, recent)));
    Poll first = first(source);
    server.answerWith(
        RawServer.of(
            "HTTP/1.1 200 OK",
            rss(old.replace("<title>", "<title>edited-"), recent.replace("<title>", "<title>2"))));
    Poll second = next(source, first);
    server.answerWith(
        RawServer.of("HTTP/1.1 200 OK", rss(old.replace("<title>", "<title>again-"), recent)));
    Poll third = next(source, second);

    assertThat(titles(second, true)).isEqualTo("edited-old");
    assertThat(titles(second, false)).isEqualTo("2recent");
    assertThat(titles(third, true)).isEqualTo("again-old");
  }

  /** The same id, another feed: what it shows for the first time is judged as a new source's. */
  @Test
  void anotherAddressIsAnotherFirstContact() {
    String known = item("known", Duration.ofHours(30));
    String unknown = item("unknown", Duration.ofDays(900));
    server.answerWith(
        (request, out) ->
            RawServer.of(
                    "HTTP/1.1 200 OK",
                    request.startsWith("GET /feed")
                        ? rss(known)
                        : rss(known, unknown, item("new", Duration.ofHours(1))))
                .write(request, out));
    Poll first = first(feed(null));
    Source moved = new Source.Feed(settings(null), server.uri("/archive"), Source.FullText.FEED);
    Poll second = next(moved, first);

    assertThat(titles(first, true)).isEqualTo("known");
    assertThat(titles(second, true)).isEqualTo("unknown");
    assertThat(titles(second, false)).isEqualTo("new");
  }

  /** Of one that an earlier version has read, nobody knows when that began. */
  @Test
  void aSourceThatIsKnownAlreadyHasNoFirstContact() {
    Source source = feed(null);
    PollState known =
        new PollState("wire", source.address(), null, null, List.of(), NOW, 0, null, NOW, NOW, 7);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", rss(item("a", Duration.ofDays(3)))));

    assertThat(titles(poller.poll(source, known, NOW).join(), false)).isEqualTo("a");
  }

  @Test
  void aPollThatFailsIsNoContact() {
    Source source = feed(null);
    server.answerWith(RawServer.of("HTTP/1.1 503 Busy", ""));
    Poll failed = first(source);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", rss(item("a", Duration.ofDays(3)))));

    assertThat(titles(next(source, failed), true)).isEqualTo("a");
  }

  /** More pages than one poll reads: all that was there is the first contact. */
  @Test
  void theFirstContactLastsUntilAllIsRead() {
    StringBuilder list = new StringBuilder(links(0, Poller.MAX_PAGES + 5));
    server.answerWith(
        (request, out) ->
            RawServer.of(
                    "HTTP/1.1 200 OK\nContent-Type: text/html",
                    request.startsWith("GET /page/") ? page(request) : list.toString())
                .write(request, out));
    Source source = new Source.Page(settings(null), server.uri("/list"), "a", "");
    Poll first = first(source);
    Poll second = next(source, first);
    list.append(links(99, 100));
    Poll third = next(source, second);

    assertThat(first.articles()).hasSize(Poller.MAX_PAGES);
    assertThat(second.articles()).hasSize(5);
    assertThat(titles(first, false) + titles(second, false)).isEmpty();
    assertThat(titles(third, false)).isEqualTo("page99");
  }

  /** As with a sitemap of a month on a host that wants half a minute between two pages. */
  @Test
  void theFirstContactLastsForDaysWhileThatIsWhatItBrings() {
    server.answerWith(
        (request, out) ->
            RawServer.of(
                    "HTTP/1.1 200 OK\nContent-Type: text/html",
                    request.startsWith("GET /page/")
                        ? page(request)
                        : links(0, 2 * Poller.MAX_PAGES + 5))
                .write(request, out));
    Source source = new Source.Page(settings(null), server.uri("/list"), "a", "");
    Poll first = first(source);
    Poll second = poller.poll(source, first.state(), NOW.plus(Duration.ofHours(30))).join();
    Poll third = poller.poll(source, second.state(), NOW.plus(Duration.ofHours(60))).join();

    assertThat(third.articles()).hasSize(5);
    assertThat(titles(second, false) + titles(third, false)).isEmpty();
  }

  @Test
  void aPageThatCannotBeReadDoesNotMakeTheFirstContactLast() {
    String[] list = {links(0, 2)};
    server.answerWith(
        (request, out) ->
            (request.startsWith("GET /page/1 ")
                    ? RawServer.of("HTTP/1.1 500 Broken", "")
                    : RawServer.of(
                        "HTTP/1.1 200 OK\nContent-Type: text/html",
                        request.startsWith("GET /page/") ? page(request) : list[0]))
                .write(request, out));
    Source source = new Source.Page(settings(null), server.uri("/list"), "a", "");
    Poll first = first(source);
    Poll second = poller.poll(source, first.state(), NOW.plus(Duration.ofHours(30))).join();
    list[0] = links(0, 3);
    Poll third = poller.poll(source, second.state(), NOW.plus(Duration.ofHours(31))).join();

    assertThat(titles(first, true)).isEqualTo("page0");
    assertThat(second.articles()).isEmpty();
    assertThat(titles(third, false)).isEqualTo("page2");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", textBlock = "- , false\n all, false\n 24h, false\n none, true")
  void aFileThatLiesInAFolderHasNoDay(@Nullable String backfill, boolean past) throws IOException {
    Path file = Files.writeString(directory.resolve("note.txt"), "A note\n\nSergei Shoigu came.");
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(9))));

    Poll poll = first(new Source.Folder(settings(backfill), directory));

    assertThat(poll.articles())
        .extracting(article -> article.origin().past())
        .containsExactly(past);
  }

  private static String links(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(page -> "<a href='/page/%d'>page %d</a>".formatted(page, page))
        .collect(joining());
  }

  private static String page(String request) {
    String number = request.split("[ /]")[3];
    return ("<html><head><meta property='article:published_time' content='2026-11-01T08:00:00Z'>"
            + "<title>page%s</title></head><body><article><h1>page%s</h1><p>%s</p></article>")
        .formatted(number, number, ("Sentence of page " + number + ". ").repeat(40));
  }

  private Poll first(Source source) {
    return poller.poll(source, PollState.fresh(source, source.address()), NOW).join();
  }

  private Poll next(Source source, Poll last) {
    return poller.poll(source, last.state(), last.state().nextDue()).join();
  }

  private Source feed(@Nullable String backfill) {
    return new Source.Feed(settings(backfill), server.uri("/feed"), Source.FullText.FEED);
  }

  private static Source.Settings settings(@Nullable String backfill) {
    Backfill reach =
        backfill == null
            ? null
            : switch (backfill) {
              case "all" -> Backfill.ALL;
              case "none" -> Backfill.NONE;
              default -> new Backfill(Duration.parse("PT" + backfill));
            };
    return new Source.Settings(
        "wire",
        "Wire",
        Duration.ofMinutes(15),
        "",
        true,
        Map.of(),
        null,
        List.of(),
        Trust.NORMAL,
        reach);
  }

  private static String titles(Poll poll, boolean past) {
    return poll.articles().stream()
        .filter(article -> article.origin().past() == past)
        .map(Article::title)
        .collect(joining(" "));
  }

  private static String item(String name, Duration age) {
    String day =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.minus(age).atOffset(ZoneOffset.UTC));
    return "<item><title>%s</title><guid isPermaLink='false'>%s</guid><pubDate>%s</pubDate></item>"
        .formatted(name, name, day);
  }

  private static String rss(String... items) {
    return "<rss version='2.0'><channel><title>t</title>"
        + String.join("", items)
        + "</channel></rss>";
  }
}
