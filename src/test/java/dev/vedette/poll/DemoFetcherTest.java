package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoFetcherTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.5Z");

  @TempDir private Path root;
  private DemoFetcher fetcher;

  @BeforeEach
  void write() throws IOException {
    Path demo = Files.createDirectories(root.resolve("demo/live"));
    Files.writeString(root.resolve("secret.xml"), "secret");
    Files.writeString(demo.resolveSibling("wire.xml"), "<rss/> {{ago 3h}}");
    Files.writeString(demo.resolve("b.xml"), "b{{serial}}");
    Files.writeString(demo.resolve("a.xml"), "a{{serial}}");
    Files.writeString(demo.resolve(".hidden"), "never");
    fetcher = new DemoFetcher(root.resolve("demo"));
  }

  private Fetched fetch(String uri, @Nullable String etag) {
    return fetcher.fetch(Fetcher.Request.feed(URI.create(uri), etag, null, NOW)).join();
  }

  private static String text(Fetched fetched) {
    return new String(((Fetched.Fresh) fetched).body().bytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {{ago 3h}}      | Mon, 23 Nov 2026 09:00:00 GMT
          {{ago 2d}}      | Sat, 21 Nov 2026 12:00:00 GMT
          {{ago-iso 90s}} | 2026-11-23T11:58:30Z
          {{ago-iso 5m}}  | 2026-11-23T11:55:00Z
          n {{serial}}!   | n 7!
          {{other}} {{    | {{other}} {{
          """)
  void fillsInWhatChangesWithTime(String written, String read) {
    assertThat(DemoFetcher.filled(written, 7, NOW)).isEqualTo(read);
  }

  @Test
  void readsAFileUntilItIsKnown() {
    Fetched first = fetch("demo:wire.xml", null);

    assertThat(text(first)).isEqualTo("<rss/> Mon, 23 Nov 2026 09:00:00 GMT");
    assertThat(fetch("demo:wire.xml", ((Fetched.Fresh) first).etag()))
        .isInstanceOf(Fetched.NotModified.class);
  }

  @Test
  void takesTheLiveFilesInTurnAndCountsOn() {
    Fetched first = fetch("demo:live/*", null);
    Fetched second = fetch("demo:live/*", ((Fetched.Fresh) first).etag());
    Fetched third = fetch("demo:live/*", ((Fetched.Fresh) second).etag());
    Fetched later = fetch("demo:live/*", "\"41\"");

    assertThat(text(first)).isEqualTo("a1");
    assertThat(text(second)).isEqualTo("b2");
    assertThat(text(third)).isEqualTo("a3");
    assertThat(text(later)).isEqualTo("b42");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "demo:none.xml,              demo/none.xml does not exist",
    "demo:none/*,                demo/none/* does not exist",
    "demo:live,                  demo/live does not exist",
    // nothing outside the directory is read
    "demo:../secret.xml,         demo/../secret.xml does not exist",
    "demo:live/../../secret.xml, demo/live/../../secret.xml does not exist",
    "demo:/etc/hostname,         demo//etc/hostname does not exist",
  })
  void saysWhatIsMissing(String uri, String why) {
    assertThat(fetch(uri, null)).isEqualTo(new Fetched.Failed(why, null));
  }
}
