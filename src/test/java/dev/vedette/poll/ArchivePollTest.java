package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.document.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivePollTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path home;
  private final Poller poller =
      new Poller(PollSettings.DEFAULTS, Path.of("none"), Secrets.NONE, new Random(1));

  @AfterEach
  void stop() {
    poller.close();
  }

  private static byte[] record(String type, String uri, String contentType, byte[] content) {
    String head =
        """
        WARC/1.0
        WARC-Type: %s
        WARC-Target-URI: %s
        WARC-Date: 2025-05-05T05:05:05Z
        WARC-Record-ID: <urn:uuid:%s>
        Content-Type: %s
        Content-Length: %d

        """
            .formatted(
                type,
                uri,
                UUID.nameUUIDFromBytes(uri.getBytes(StandardCharsets.UTF_8)),
                contentType,
                content.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(RawServer.ascii(head.replace("\n", "\r\n")));
    bytes.writeBytes(content);
    bytes.writeBytes(RawServer.ascii("\r\n\r\n"));
    return bytes.toByteArray();
  }

  private static byte[] answer(String uri, String head, String contentType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream http = new ByteArrayOutputStream();
    http.writeBytes(
        RawServer.ascii(
            "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(head, contentType, bytes.length)));
    http.writeBytes(bytes);
    return record("response", uri, "application/http;msgtype=response", http.toByteArray());
  }

  private static byte[] page(String path) {
    return answer("https://a.example" + path, "200 OK", "text/html", Site.article(path));
  }

  private Path write(String name, List<byte[]> records) throws IOException {
    Path file = home.resolve(name);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      if (name.endsWith(".gz")) {
        try (GZIPOutputStream out = new GZIPOutputStream(all)) {
          out.write(record);
        }
      } else {
        all.writeBytes(record);
      }
    }
    return Files.write(file, all.toByteArray());
  }

  private static Source.Archive archive(Path path) {
    return new Source.Archive(
        new Source.Settings("past", "Past", Duration.ofHours(1), "", true), path);
  }

  private List<Poll> pollToTheEnd(Source source) {
    List<Poll> polls = new ArrayList<>();
    PollState state = PollState.fresh(source, source.address());
    do {
      polls.add(poller.poll(source, state, NOW).join());
      state = polls.get(polls.size() - 1).state();
    } while (!state.nextDue().isAfter(NOW));
    polls.add(poller.poll(source, state, state.nextDue()).join());
    return polls;
  }

  private static List<String> titles(List<Poll> polls) {
    return polls.stream().flatMap(poll -> poll.articles().stream()).map(Article::title).toList();
  }

  private static List<byte[]> crawl() {
    String feed = "<rss version='2.0'><channel><item><title>Item</title></item></channel></rss>";
    return List.of(
        record("warcinfo", "urn:x", "application/warc-fields", RawServer.ascii("software: x")),
        answer("https://a.example/robots.txt", "200 OK", "text/plain", "User-agent: *"),
        page("/1"),
        answer("https://a.example/gone", "404 Not Found", "text/html", Site.article("Sorry")),
        answer("https://a.example/x.json", "200 OK", "application/json", "{\"a\": 1}"),
        record("resource", "https://a.example/2", "text/html", RawServer.ascii(Site.article("/2"))),
        answer("https://a.example/feed", "200 OK", "application/xml", feed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crawl.warc", "crawl.warc.gz"})
  void pagesAndFeedsOfAWarcFileAreReadOnceAndMarkedAsPast(String name) throws IOException {
    List<Poll> polls = pollToTheEnd(archive(write(name, crawl())));

    assertThat(titles(polls)).containsExactly("/1", "/2", "Item");
    Article first = polls.get(0).articles().get(0);
    assertThat(first.url()).isEqualTo("https://a.example/1");
    assertThat(first.origin().past()).isTrue();
    assertThat(first.fetchedAt()).isEqualTo(NOW);
    assertThat(polls.get(polls.size() - 1).state().lastError()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crawl.warc", "crawl.warc.gz"})
  void aLongFileIsReadOverSeveralPollsWithoutLossOrRepetition(String name) throws IOException {
    List<String> paths = IntStream.range(0, 450).mapToObj(i -> "/" + i).toList();
    Source source = archive(write(name, paths.stream().map(ArchivePollTest::page).toList()));

    List<Poll> polls = pollToTheEnd(source);

    assertThat(polls.stream().map(poll -> poll.articles().size())).containsExactly(200, 200, 50, 0);
    assertThat(titles(polls)).isEqualTo(paths);
  }

  @Test
  void aDirectoryMayHoldWarcFilesAndOthersAndGetMore() throws IOException {
    write("a.warc", List.of(page("/1")));
    Files.writeString(home.resolve("b.txt"), "Two");
    Files.writeString(home.resolve("c.jpg"), "no");
    Source source = archive(home);

    List<Poll> polls = pollToTheEnd(source);
    write("d.warc.gz", List.of(page("/3")));
    Poll later = poller.poll(source, polls.get(1).state(), NOW.plusSeconds(9)).join();

    assertThat(titles(polls)).containsExactlyInAnyOrder("/1", "Two");
    assertThat(polls.get(0).state().lastError())
        .isEqualTo("c.jpg left aside by its name (expected: .warc .warc.gz .txt .html .xml)");
    assertThat(titles(List.of(later))).containsExactly("/3");
  }

  @Test
  void whatStandsBeforeADamageIsRead() throws IOException {
    Path file =
        write("a.warc", List.of(page("/1"), RawServer.ascii("no record\r\n\r\n"), page("/2")));

    List<Poll> polls = pollToTheEnd(archive(file));

    assertThat(titles(polls)).containsExactly("/1");
    assertThat(polls.get(0).state().lastError())
        .matches("a\\.warc is damaged after byte \\d+: the rest is left");
  }

  @Test
  void anArchiveThatIsNotThereIsSaid() {
    assertThat(
            pollToTheEnd(archive(home.resolve("none"))).stream()
                .map(
                    poll ->
                        String.valueOf(poll.state().lastError()).replace(home.toString(), "HOME"))
                .collect(Collectors.toSet()))
        .containsExactly("HOME/none does not exist");
  }
}
