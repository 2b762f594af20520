package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.document.Secrets;
import dev.vedette.feed.Wishes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PollerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration EVERY = Duration.ofMinutes(10);

  @TempDir private Path directory;
  private Poller poller;
  private RawServer server;

  @BeforeEach
  void start() {
    PollSettings settings =
        new PollSettings(
            EVERY,
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

  private static Source.Settings settings() {
    return new Source.Settings("wire", "Wire", EVERY, "", true);
  }

  private static Source feed(URI url, Source.FullText fullText) {
    return new Source.Feed(settings(), url, fullText);
  }

  private Poll first(Source source) {
    return poller.poll(source, PollState.fresh(source, source.address()), NOW).join();
  }

  private Poll next(Source source, Poll last) {
    return poller.poll(source, last.state(), last.state().nextDue()).join();
  }

  private String why(Poll poll) {
    String error = poll.state().lastError();
    return error == null
        ? ""
        : error
            .replace(server.uri("").toString(), "SERVER")
            .replace(directory.toString(), "DIRECTORY");
  }

  private static List<String> titles(Poll poll) {
    return poll.articles().stream().map(Article::title).toList();
  }

  private static String rss(int... numbers) {
    StringBuilder items = new StringBuilder();
    for (int number : numbers) {
      items.append(
          "<item><title>T%d</title><guid isPermaLink='false'>%d</guid>".formatted(number, number));
      items.append("<description>D%d</description></item>".formatted(number));
    }
    return "<rss version='2.0'><channel><title>t</title>" + items + "</channel></rss>";
  }

  @Test
  void givesEachItemOnceAndTheOldestFirst() {
    Source source = feed(server.uri("/feed"), Source.FullText.FEED);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK\nETag: \"1\"", rss(2, 1)));
    Poll first = first(source);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK\nETag: \"2\"", rss(3, 2, 1)));

    Poll second = next(source, first);

    assertThat(titles(first)).containsExactly("T1", "T2");
    assertThat(titles(second)).containsExactly("T3");
    assertThat(server.requests().get(1)).contains("If-None-Match: \"1\"");
    assertThat(second.state().etag()).isEqualTo("\"2\"");
    assertThat(second.state().articles()).isEqualTo(3);
    assertThat(second.state().lastSuccess()).isEqualTo(first.state().nextDue());
    assertThat(second.state().lastError()).isNull();
  }

  @Test
  void neverShowsWhatTheConfigurationFilledIn() {
    server.answerWith(RawServer.of("HTTP/1.1 500 Oops\nETag: \"1\"", ""));
    URI url = server.uri("/private/k33p/feed?for=me&token=n0thing");
    Source source = feed(url, Source.FullText.FEED);
    try (Poller discreet = discreet("k33p", "n0thing", "at")) {
      Poll failed = discreet.poll(source, PollState.fresh(source, ""), NOW).join();

      assertThat(why(failed))
          .isEqualTo("HTTP 500 from SERVER/private/<secret>/feed?for=me&token=<secret>");
      assertThat(failed.state().url().replace(server.uri("").toString(), "SERVER"))
          .matches("SERVER/private/<secret>/feed\\?for=me&token=<secret>#[0-9a-f]{32}");
      assertThat(server.requests().get(0))
          .startsWith("GET /private/k33p/feed?for=me&token=n0thing");
    }
  }

  @Test
  void neverShowsAnAddressThatIsASecretAsAWhole() {
    server.answerWith(RawServer.of("HTTP/1.1 500 Oops", ""));
    URI url = server.uri("/private/k33p?token=n0thing");
    Source source = feed(url, Source.FullText.FEED);
    try (Poller discreet = discreet(url.toString())) {
      Poll failed = discreet.poll(source, PollState.fresh(source, ""), NOW).join();

      assertThat(why(failed)).isEqualTo("HTTP 500 from <secret>");
      assertThat(failed.state().url()).matches("<secret>#[0-9a-f]{32}");
    }
  }

  @Test
  void forgetsTheValidatorsWhenOnlyTheSecretChanges() {
    Source source = feed(server.uri("/feed?token=n0thing"), Source.FullText.FEED);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK\nETag: \"1\"", rss(1)));
    Poll first = first(source);

    next(feed(server.uri("/feed?token=an0ther"), Source.FullText.FEED), first);
    next(source, first);

    assertThat(server.requests().get(1)).doesNotContain("If-None-Match");
    assertThat(server.requests().get(2)).contains("If-None-Match: \"1\"");
  }

  private Poller discreet(String... secrets) {
    return new Poller(
        PollSettings.DEFAULTS.allowing(Set.of("localhost", "127.0.0.1")),
        directory,
        Secrets.of(List.of(secrets)),
        new Random(1));
  }

  @Test
  void givesNothingWhenNothingChanged() {
    Source source = feed(server.uri("/feed"), Source.FullText.FEED);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK\nETag: \"1\"", rss(1)));
    Poll first = first(source);
    server.answerWith(RawServer.of("HTTP/1.1 304 Not Modified", ""));

    Poll second = next(source, first);

    assertThat(second.articles()).isEmpty();
    assertThat(second.state().seen()).isEqualTo(first.state().seen());
    assertThat(second.state().etag()).isEqualTo("\"1\"");
    assertThat(second.state().failures()).isZero();
  }

  @Test
  void leavesTheRestOfALongFeedForTheNextPollAtOnce() {
    Source source = feed(server.uri("/feed"), Source.FullText.FEED);
    int[] numbers = new int[Poller.MAX_ARTICLES + 50];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = numbers.length - i;
    }
    server.answerWith(RawServer.of("HTTP/1.1 200 OK\nETag: \"1\"", rss(numbers)));

    Poll first = first(source);
    Poll second = next(source, first);

    assertThat(first.articles()).hasSize(Poller.MAX_ARTICLES);
    assertThat(first.state().nextDue()).isEqualTo(NOW);
    assertThat(first.state().etag()).as("everything is wanted again").isNull();
    assertThat(second.articles()).hasSize(50);
    assertThat(second.state().etag()).isEqualTo("\"1\"");
  }

  @Test
  void failsInWordsAndLaterAndLater() {
    Source source = feed(server.uri("/feed"), Source.FullText.FEED);
    server.answerWith(RawServer.of("HTTP/1.1 500 Oops", ""));

    Poll first = first(source);
    Poll second = next(source, first);

    assertThat(why(first)).isEqualTo("HTTP 500 from SERVER/feed");
    assertThat(second.state().failures()).isEqualTo(2);
    assertThat(first.state().nextDue())
        .isBetween(NOW.plus(Duration.ofMinutes(18)), NOW.plus(Duration.ofMinutes(22)));
    assertThat(Duration.between(first.state().nextDue(), second.state().nextDue()))
        .isBetween(Duration.ofMinutes(36), Duration.ofMinutes(44));
    assertThat(second.state().lastSuccess()).isNull();
  }

  @Test
  void comesBackFromFailuresWithNothingLost() {
    Source source = feed(server.uri("/feed"), Source.FullText.FEED);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", rss(1)));
    Poll first = first(source);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", "<html><body>Sorry</body></html>"));
    Poll second = next(source, first);
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", rss(2, 1)));

    Poll third = next(source, second);

    assertThat(why(second)).isEqualTo("not a feed: an HTML page (SERVER/feed)");
    assertThat(titles(third)).containsExactly("T2");
    assertThat(third.state().failures()).isZero();
    assertThat(third.state().lastError()).isNull();
  }

  @Test
  void asksForWhatIsGoneOnceADay() {
    Source source = feed(server.uri("/feed"), Source.FullText.FEED);
    server.answerWith(RawServer.of("HTTP/1.1 410 Gone", ""));

    Poll poll = first(source);

    assertThat(why(poll))
        .isEqualTo("HTTP 410 from SERVER/feed: it is gone, and asked for once a day only");
    assertThat(poll.state().nextDue()).isAfter(NOW.plus(Duration.ofHours(21)));
  }

  @Test
  void forgetsTheValidatorsButNotTheArticlesOfAnotherAddress() {
    server.answerWith(RawServer.of("HTTP/1.1 200 OK\nETag: \"1\"", rss(1)));
    Poll first = first(feed(server.uri("/old"), Source.FullText.FEED));

    Poll second = next(feed(server.uri("/new"), Source.FullText.FEED), first);

    assertThat(server.requests().get(1)).doesNotContain("If-None-Match");
    assertThat(second.articles()).isEmpty();
    assertThat(second.state().url()).isEqualTo(server.uri("/new").toString());
  }

  private static String page(String title) {
    return """
    <html><head><title>%s</title></head><body><article><h1>%s</h1>
    <p>The harbour stays closed, its master said on Tuesday, because of the drills outside, and %s.</p>
    <p>Nobody knows for how long that will be, and the fishermen have begun to complain about it.</p>
    </article></body></html>
    """
        .formatted(title, title, title);
  }

  @Test
  void followsTheLinkOfAShortItemAndFallsBackOnTheFeed() {
    String items =
        "<item><title>A</title><link>/a</link><description>Short A</description></item>"
            + "<item><title>B</title><link>/b</link><description>Short B</description></item>";
    server.answerWith(
        (request, out) -> {
          String head = request.startsWith("GET /b") ? "HTTP/1.1 404 No" : "HTTP/1.1 200 OK";
          String body =
              request.startsWith("GET /feed")
                  ? "<rss version='2.0'><channel>" + items + "</channel></rss>"
                  : page("A");
          RawServer.of(head, body).write(request, out);
        });

    Poll poll = first(feed(server.uri("/feed"), Source.FullText.AUTO));

    assertThat(titles(poll)).containsExactly("B", "A");
    assertThat(poll.articles().get(0).body()).isEqualTo("Short B");
    assertThat(poll.articles().get(1).body()).contains("its master said on Tuesday");
    assertThat(poll.state().lastError()).isNull();
  }

  private Source list(String links) {
    return new Source.Page(settings(), server.uri("/list"), links, "");
  }

  @Test
  void readsTheArticlesOfAListAndTriesTheBrokenOnesAgain() {
    List<String> broken = new ArrayList<>(List.of("/two"));
    server.answerWith(
        (request, out) -> {
          String path = request.split(" ", 3)[1];
          String body =
              path.equals("/list")
                  ? "<ul><li><a href='/two#x'>2</a><li><a href='/one'>1</a></ul><a"
                      + " href='mailto:x'>m</a>"
                  : page(path);
          RawServer.of(broken.contains(path) ? "HTTP/1.1 500 Oops" : "HTTP/1.1 200 OK", body)
              .write(request, out);
        });

    Poll first = first(list("li"));
    broken.clear();
    Poll second = next(list("li"), first);
    Poll third = next(list("li"), second);

    assertThat(titles(first)).containsExactly("/one");
    assertThat(why(first)).isEqualTo("HTTP 500 from SERVER/two#x");
    assertThat(titles(second)).containsExactly("/two");
    assertThat(third.articles()).isEmpty();
    assertThat(third.state().lastError()).isNull();
  }

  @Test
  void givesUpAPageAfterThreeTries() {
    server.answerWith(
        (request, out) ->
            RawServer.of(
                    request.startsWith("GET /list") ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 No",
                    "<a href='/gone'>x</a>")
                .write(request, out));
    Poll poll = first(list("a"));
    for (int i = 0; i < 3; i++) {
      poll = next(list("a"), poll);
    }

    assertThat(server.requests()).filteredOn(request -> request.contains("/gone")).hasSize(3);
    assertThat(poll.state().lastError()).isNull();
  }

  @Test
  void saysWhenAListListsNothing() {
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", "<p>Moved</p>"));

    assertThat(why(first(list("a.story"))))
        .isEqualTo("no links match 'a.story' on SERVER/list (expected: at least one)");
    assertThat(why(first(list("a[")))).startsWith("'a[' is no CSS selector: ");
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
    return file;
  }

  @Test
  void readsNewFilesOfAFolderOnce() throws IOException {
    Source folder = new Source.Folder(settings(), directory);
    write("a.txt", "One");
    write("below/b.txt", "Two");
    write(".hidden", "no");
    write("c.txt.part", "no");
    write(".git/d.txt", "no");
    Poll first = first(folder);
    write("e.txt", "Three");

    Poll second = next(folder, first);

    assertThat(titles(first)).containsExactly("One", "Two");
    assertThat(titles(second)).containsExactly("Three");
  }

  @Test
  void leavesAsideWhatIsNoArticleByItsNameAndSaysSo() throws IOException {
    Source folder = new Source.Folder(settings(), directory);
    write("a.TXT", "One");
    write("b", "Two");
    write("notes.md", "no");
    write("picture.jpg", "no");

    Poll poll = first(folder);

    assertThat(titles(poll)).containsExactly("One", "Two");
    assertThat(poll.state().failures()).isZero();
    assertThat(poll.state().lastError())
        .isEqualTo(
            "notes.md (and 1 more) left aside by its name (expected: .txt .html .xml .rss .atom"
                + " .json)");
  }

  @Test
  void waitsForAFileThatIsStillWritten() throws IOException {
    Source folder = new Source.Folder(settings(), directory);
    Files.setLastModifiedTime(write("a.txt", "One"), FileTime.from(NOW));

    Poll first = first(folder);
    Poll second = poller.poll(folder, first.state(), NOW.plusSeconds(2)).join();

    assertThat(first.articles()).isEmpty();
    assertThat(first.state().nextDue()).isEqualTo(NOW.plusSeconds(1));
    assertThat(titles(second)).containsExactly("One");
  }

  @Test
  void namesTheFileThatCannotBeReadAndReadsTheOthers() throws IOException {
    Source folder = new Source.Folder(settings(), directory);
    write("a.txt", "One");
    write("b.txt", "\0\0\0\0");
    write("c.txt", "x".repeat((1 << 20) + 1));
    write("d.txt", "Two");

    Poll poll = first(folder);

    assertThat(titles(poll)).containsExactly("One", "Two");
    assertThat(why(poll)).isEqualTo("b.txt cannot be read: it is no text (and 1 more)");
  }

  @Test
  void saysWhenThereIsNoFolder() {
    Source folder = new Source.Folder(settings(), directory.resolve("none"));

    assertThat(why(first(folder))).isEqualTo("DIRECTORY/none is no directory");
  }

  @Test
  void countsDemoArticlesOnOverARestart() throws IOException {
    write("live/one.xml", rss(0).replace(">0<", ">n{{serial}}<").replace("T0", "T{{serial}}"));
    Source source = feed(URI.create("demo:live/*"), Source.FullText.FEED);

    Poll first = first(source);
    Poll second = next(source, first);

    assertThat(titles(first)).containsExactly("T1");
    assertThat(titles(second)).containsExactly("T2");
    assertThat(first.state().nextDue()).isEqualTo(NOW.plus(EVERY));
  }

  /** Moves {@code /old} to {@code /new}. */
  private void move(String status, RawServer.Answer there) {
    server.answerWith(
        (request, out) ->
            (request.startsWith("GET /new ")
                    ? there
                    : RawServer.of("HTTP/1.1 " + status + "\nLocation: /new", ""))
                .write(request, out));
  }

  private List<String> asked() {
    List<String> paths =
        server.requests().stream().map(request -> request.split(" ", 3)[1]).toList();
    return paths.subList(Math.max(0, paths.size() - 2), paths.size());
  }

  @Test
  void asksASourceWhereItHasMovedWhenItHasSaidSoThreeTimes() {
    Source source = feed(server.uri("/old"), Source.FullText.FEED);
    move("301 Moved", RawServer.of("HTTP/1.1 200 OK", rss(1)));
    Poll third = next(source, next(source, first(source)));
    assertThat(third.state().habits().moved()).isEqualTo(server.uri("/new").toString());

    Poll fourth = next(source, third);
    Poll fifth = next(source, fourth);

    assertThat(asked()).containsExactly("/new", "/new");
    assertThat(fifth.state().failures()).isZero();
    assertThat(fifth.state().habits().movedTimes()).isEqualTo(3);
  }

  @Test
  void asksASourceAtItsOwnAddressAgainWhenItIsNoMoreWhereItHadMoved() {
    Source source = feed(server.uri("/old"), Source.FullText.FEED);
    move("308 Moved", RawServer.of("HTTP/1.1 200 OK", rss(1)));
    Poll moved = next(source, next(source, first(source)));
    server.answerWith(
        (request, out) ->
            RawServer.of(
                    request.startsWith("GET /new ") ? "HTTP/1.1 410 Gone" : "HTTP/1.1 200 OK",
                    rss(2, 1))
                .write(request, out));

    Poll lost = next(source, moved);
    Poll found = next(source, lost);

    assertThat(asked()).containsExactly("/new", "/old");
    assertThat(why(lost)).isEqualTo("HTTP 410 from SERVER/new");
    assertThat(lost.state().nextDue())
        .isBefore(lost.state().lastPolled().plus(EVERY.multipliedBy(2)));
    assertThat(titles(found)).containsExactly("T2");
    assertThat(found.state().habits().moved()).isNull();
  }

  @Test
  void remembersNoMoveThatIsForNowOnlyOrHoldsASecret() {
    Source source = feed(server.uri("/old"), Source.FullText.FEED);
    move("302 Found", RawServer.of("HTTP/1.1 200 OK", rss(1)));
    Poll forNow = next(source, next(source, first(source)));
    server.answerWith(
        (request, out) ->
            RawServer.of(
                    request.startsWith("GET /old ")
                        ? "HTTP/1.1 301 Moved\nLocation: /new?token=abc"
                        : "HTTP/1.1 200 OK",
                    rss(1))
                .write(request, out));

    Poll secret = next(source, next(source, next(source, forNow)));

    assertThat(forNow.state().habits().moved()).isNull();
    assertThat(secret.state().habits().moved()).isNull();
  }

  @Test
  void asksNoMoreForWhatHasSaidThreeTimesThatItIsGone() {
    Source source = feed(server.uri("/feed"), Source.FullText.FEED);
    server.answerWith(RawServer.of("HTTP/1.1 410 Gone", ""));

    Poll third = next(source, next(source, first(source)));
    server.answerWith(RawServer.of("HTTP/1.1 200 OK", rss(1)));
    Poll elsewhere =
        poller.poll(feed(server.uri("/feed#"), Source.FullText.FEED), third.state(), NOW).join();

    assertThat(third.state().habits().retired()).isTrue();
    assertThat(third.state().nextDue()).isEqualTo(Schedule.NEVER);
    assertThat(why(third))
        .isEqualTo(
            "HTTP 410 from SERVER/feed: it is gone for good, and not asked for again under this"
                + " address");
    assertThat(titles(elsewhere)).containsExactly("T1");
    assertThat(elsewhere.state().habits().retired()).isFalse();
  }

  @Test
  void asksWhenTheFeedWantsToBeAsked() {
    Source source = feed(server.uri("/feed"), Source.FullText.FEED);
    server.answerWith(
        RawServer.of(
            "HTTP/1.1 200 OK\nETag: \"1\"",
            """
            <rss version="2.0"><channel><title>t</title><ttl>90</ttl>
            <skipHours><hour>13</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
            <item><title>T1</title></item></channel></rss>\
            """));
    Poll first = first(source);
    server.answerWith(RawServer.of("HTTP/1.1 304 Not Modified\nCache-Control: max-age=7200", ""));
    Poll second = next(source, first);

    assertThat(first.state().habits().wishes())
        .isEqualTo(new Wishes(Duration.ofMinutes(90), Set.of(0, 13), Set.of(DayOfWeek.SUNDAY)));
    // 13:30 and a little is asleep, so 14:00 and a little
    assertThat(first.state().nextDue()).isBetween(NOW.plusSeconds(7_200), NOW.plusSeconds(7_800));
    assertThat(first.state().habits().later())
        .isEqualTo("its feed says that nothing comes before then");
    assertThat(second.state().nextDue())
        .isBetween(first.state().nextDue().plusSeconds(7_200), NOW.plusSeconds(7_800 + 7_920));
    assertThat(second.state().habits().later()).isEqualTo("it asks for 120 min between two polls");
  }

  @Test
  void aHostThatWantsToBeLeftAloneIsNoFailureOfTheOthers() {
    Source one = feed(server.uri("/one"), Source.FullText.FEED);
    server.answerWith(RawServer.of("HTTP/1.1 429 Too Many Requests\nRetry-After: 600", ""));
    Poll refused = first(one);
    Poll other = first(feed(server.uri("/other"), Source.FullText.FEED));

    assertThat(refused.state().failures()).isEqualTo(1);
    assertThat(other.state().failures()).isZero();
    assertThat(other.state().lastPolled()).isNull();
    assertThat(why(other)).matches("localhost has asked to be left alone for \\d+ s more");
    assertThat(other.state().nextDue()).isBetween(NOW.plusSeconds(500), NOW.plusSeconds(660));
  }
}
