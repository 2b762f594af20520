package dev.vedette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vedette.article.Trust;
import dev.vedette.poll.Backfill;
import dev.vedette.poll.Source;
import dev.vedette.poll.Telegram;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourceReaderTest {

  @TempDir private Path home;

  private List<Source> read(String sources) throws IOException {
    Path file = Files.writeString(home.resolve("vedette.yaml"), sources);
    return ConfigReader.read(file, Map.of("TOKEN", "k33p")).sources();
  }

  private static Source.Settings settings(Map<String, String> headers, @Nullable Charset charset) {
    return new Source.Settings(
        "a", "a", Duration.ofMinutes(15), "", true, headers, charset, List.of(), Trust.NORMAL);
  }

  private static final Source.Settings SETTINGS = settings(Map.of(), null);
  private static final URI SITE = URI.create("https://a.example/x");

  static Stream<Arguments> sources() {
    return Stream.of(
        arguments(
            "feed: https://a.example/x, text: .b, identity: guid, charset: windows-1251, headers:"
                + " {X-Key: 'k ${env:TOKEN}'}",
            new Source.Feed(
                settings(Map.of("X-Key", "k k33p"), Charset.forName("windows-1251")),
                SITE,
                Source.FullText.AUTO,
                Source.Identity.GUID,
                ".b")),
        arguments(
            "page: https://a.example/x, links: [h2 a, .more], include: /n/*, exclude: ['/n/v/*',"
                + " '*.pdf'], next: a.next",
            page(
                new Source.Links(
                    List.of("h2 a", ".more"), List.of("/n/*"), List.of("/n/v/*", "*.pdf")),
                new Source.Paging("a.next", 5),
                null)),
        arguments(
            "page: https://a.example/x, include: /n/*, next: 'https://a.example/x?p={page}', pages:"
                + " 2",
            page(
                new Source.Links(List.of("a[href]"), List.of("/n/*"), List.of()),
                new Source.Paging("https://a.example/x?p={page}", 2),
                null)),
        arguments(
            "page: https://a.example/x, items: article, author: .by",
            page(
                Source.Links.of("a[href]"),
                Source.Paging.NONE,
                new Source.Items("article", "time", ".by"))),
        arguments(
            "sitemap: https://a.example/x, exclude: /a/*, since: 1d",
            new Source.Sitemap(
                SETTINGS,
                SITE,
                new Source.Links(List.of(), List.of(), List.of("/a/*")),
                Duration.ofDays(1),
                "")),
        arguments(
            "feed: https://a.example/x, tags: [official, kp], trust: low",
            new Source.Feed(
                new Source.Settings(
                    "a",
                    "a",
                    Duration.ofMinutes(15),
                    "",
                    true,
                    Map.of(),
                    null,
                    List.of("official", "kp"),
                    Trust.LOW),
                SITE,
                Source.FullText.AUTO)),
        arguments("feed: https://a.example/x, backfill: none", reaching(Backfill.NONE)),
        arguments("feed: https://a.example/x, backfill: all", reaching(Backfill.ALL)),
        arguments(
            "feed: https://a.example/x, backfill: 7d", reaching(new Backfill(Duration.ofDays(7)))),
        arguments("archive: /x/y.warc.gz", new Source.Archive(SETTINGS, Path.of("/x/y.warc.gz"))),
        arguments("telegram: durov", Telegram.channel(SETTINGS, "durov")),
        arguments("telegram: '@durov'", Telegram.channel(SETTINGS, "durov")),
        arguments("telegram: https://t.me/s/durov/", Telegram.channel(SETTINGS, "durov")));
  }

  private static Source reaching(Backfill backfill) {
    Source.Settings settings =
        new Source.Settings(
            "a",
            "a",
            Duration.ofMinutes(15),
            "",
            true,
            Map.of(),
            null,
            List.of(),
            Trust.NORMAL,
            backfill);
    return new Source.Feed(settings, SITE, Source.FullText.AUTO);
  }

  private static Source.Page page(
      Source.Links links, Source.Paging paging, Source.@Nullable Items items) {
    return new Source.Page(SETTINGS, SITE, links, paging, "", items);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void keysBecomeWhatTheyMean(String keys, Source expected) throws IOException {
    assertThat(read("sources: [{id: a, " + keys + "}]")).containsExactly(expected);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            "page: 'demo:a'",
            "1:11: sources[0]: links is missing (expected: a CSS selector of the links to follow,"
                + " or include with patterns of their addresses, or items where the articles stand"
                + " on the page)"),
        arguments(
            "page: 'demo:a', links: [a, 'b[']",
            "1:46: sources[0].links[1]: 'b[' (expected: a CSS selector)"),
        arguments(
            "page: 'demo:a', include: news",
            "1:44: sources[0].include: 'news' (expected: a path such as /news/*, or an address,"
                + " with * for anything)"),
        arguments(
            "page: 'demo:a', links: a, pages: 3",
            "1:45: sources[0]: key 'pages' (expected: only with next, where the list goes on)"),
        arguments(
            "page: 'demo:a', links: a, next: '/x?p={page}'",
            "1:51: sources[0].next: '/x?p={page}' (expected: a CSS selector of the link to the next"
                + " page, or an address with {page} in it)"),
        arguments(
            "page: 'demo:a', links: a, time: time",
            "1:45: sources[0]: key 'time' (expected: only with items, what stands on the page)"),
        arguments(
            "feed: 'demo:a', since: 2d",
            "1:35: sources[0]: key 'since' (expected: only with sitemap, not with feed)"),
        arguments(
            "folder: x, text: p",
            "1:30: sources[0]: key 'text' (expected: only with feed, page or sitemap, not with"
                + " folder)"),
        arguments(
            "sitemap: 'demo:a', since: 90d",
            "1:45: sources[0].since: '90d' (expected: a duration from 1h to 30d)"),
        arguments(
            "telegram: a b",
            "1:29: sources[0].telegram: 'a b' (expected: the name of a public channel, such as"
                + " durov)"),
        arguments(
            "feed: 'demo:a', headers: [x]",
            "1:44: sources[0].headers: a list (expected: names of HTTP headers, each with its"
                + " value)"),
        arguments(
            "feed: 'demo:a', headers: {If-None-Match: x}",
            "1:45: sources[0].headers: 'If-None-Match' (expected: another HTTP header; this one is"
                + " Vedette's own to send)"),
        arguments(
            "feed: 'demo:a', headers: {X-Key: \"a\\nb\"}",
            "1:52: sources[0].headers.X-Key: 'a\\nb' (expected: printable ASCII on one line)"),
        arguments(
            "feed: 'demo:a', identity: url",
            "1:45: sources[0].identity: 'url' (expected: auto, guid, link or content)"),
        arguments(
            "feed: 'demo:a', trust: medium",
            "1:42: sources[0].trust: 'medium' (expected: low, normal or high)"),
        arguments(
            "feed: 'demo:a', backfill: yesterday",
            "1:45: sources[0].backfill: 'yesterday' (expected: none, all, or a duration such as"
                + " 24h)"),
        arguments(
            "feed: 'demo:a', backfill: 24 hours",
            "1:45: sources[0].backfill: '24 hours' (expected: a duration such as 30s, 15m or"
                + " 24h)"),
        arguments(
            "archive: x, backfill: all",
            "1:31: sources[0]: key 'backfill' (expected: only with feed, page, sitemap, telegram or"
                + " folder, not with archive)"),
        arguments(
            "archive: x, charset: utf-8",
            "1:31: sources[0]: key 'charset' (expected: only with feed, page or sitemap, not with"
                + " archive)"),
        arguments(
            "feed: 'demo:a', charset: windows1251x",
            "1:44: sources[0].charset: 'windows1251x' (expected: a charset such as windows-1251 or"
                + " EUC-KR)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsToldWithItsPlace(String keys, String expected) {
    String told = "";
    try {
      read("sources: [{id: a, " + keys + "}]");
    } catch (ConfigException e) {
      told = e.getMessage().replace(home + "/vedette.yaml:", "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(told).isEqualTo(expected);
  }
}
