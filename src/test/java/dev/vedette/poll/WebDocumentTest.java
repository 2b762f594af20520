package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.article.Article;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebDocumentTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static List<Article> read(URI uri) throws IOException {
    return WebDocument.read("dry-run", uri, PollSettings.DEFAULTS, NOW);
  }

  @Test
  void aFeedsLinksStartWhereItWasFoundAfterRedirects() throws IOException {
    String feed = "<rss><channel><item><title>Rain</title><link>/a</link></item></channel></rss>";
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              RawServer.Answer answer =
                  request.startsWith("GET /old ")
                      ? RawServer.of("HTTP/1.1 302 Found\nLocation: /new/feed", "")
                      : RawServer.of("HTTP/1.1 200 OK\nContent-Type: text/xml", feed);
              answer.write(request, out);
            })) {
      assertThat(read(server.uri("/old")))
          .extracting(Article::url)
          .containsExactly(server.uri("/a").toString());
    }
  }

  @Test
  void aPageIsReadInTheEncodingThatItsServerNames() throws IOException {
    byte[] page =
        "<!doctype html><title>Дождь в Осло</title><p>Сегодня в Осло весь день идёт дождь."
            .getBytes(Charset.forName("KOI8-R"));
    try (RawServer server =
        new RawServer(
            RawServer.of("HTTP/1.1 200 OK\nContent-Type: text/html; charset=koi8-r", page))) {
      Article article = read(server.uri("/page")).get(0);

      assertThat(article.title()).isEqualTo("Дождь в Осло");
      assertThat(article.url()).isEqualTo(server.uri("/page").toString());
    }
  }

  @Test
  void saysWhyThereIsNone() throws IOException {
    try (RawServer server = new RawServer(RawServer.of("HTTP/1.1 404 Not Found", ""))) {
      assertThatThrownBy(() -> read(server.uri("/page")))
          .isInstanceOf(IOException.class)
          .hasMessage("HTTP 404 from " + server.uri("/page"));
    }
  }
}
