package dev.vedette.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {

  private static final URI URL = URI.create("https://www.post.example/2026/11/20/harbour");

  private static final String SENTENCE =
      "The harbour stays closed, its master said on Tuesday, because of the drills outside. ";

  private static PageText read(String html) {
    return new PageReader().read(html.getBytes(StandardCharsets.UTF_8), "text/html", URL);
  }

  private static PageText fixture(String name, String selector) throws IOException {
    try (InputStream in = PageReaderTest.class.getResourceAsStream("/page/" + name)) {
      return new PageReader().read(in.readAllBytes(), null, URL, selector);
    }
  }

  private static Zone zone(PageText page, String words) {
    int at = page.text().indexOf(words);
    assertThat(at).as(words).isNotNegative();
    return page.zones().stream()
        .filter(span -> span.start() <= at && at < span.end())
        .map(ZoneSpan::zone)
        .findFirst()
        .orElse(Zone.BODY);
  }

  @Test
  void findsTheArticleAmongTheFurniture() throws IOException {
    PageText page = fixture("harbour.html", "");

    assertThat(page.prose())
        .isEqualTo(
            """
            Ships of two fleets are out at sea, and nobody says when they will leave.
            The harbour of the old town will stay closed for another week, its master said on Tuesday.
            The reason is the drills off the coast, in which ships of two fleets take part. Nobody knows for how long they will go on.
            “We were told by radio,” said a fisherman, “and by nobody else.”
            What the ministry says
            The ministry did not answer questions. Its spokesman had announced three things before:
            the ferry runs from the northern pier
            the market moves to the station
            The mayor wants to write to the ministry, as she did last year.\
            """);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Harbour closed for another week   | TITLE
          Ships of two fleets are out       | LEAD
          The harbour of the old town       | BODY
          Cranes at the closed harbour      | CAPTION
          Ferry service suspended           | LINK
          Jane Doe covers the coast         | BYLINE
          The mayor wants to write          | BODY
          """)
  void knowsTheZonesOfWhatItKeeps(String words, Zone zone) throws IOException {
    assertThat(zone(fixture("harbour.html", ""), words)).isEqualTo(zone);
  }

  @ParameterizedTest
  @CsvSource({"Politics", "Subscribe", "Ten recipes", "I knew it", "tracking", "Cookie", "unseen"})
  void dropsWhatIsNotTheArticle(String words) throws IOException {
    assertThat(fixture("harbour.html", "").text()).doesNotContain(words);
  }

  @Test
  void readsWhatThePageSaysOfItself() throws IOException {
    PageText page = fixture("harbour.html", "");

    assertThat(page.title()).isEqualTo("Harbour closed for another week");
    assertThat(page.publishedAt()).isEqualTo(Instant.parse("2026-11-20T07:30:00Z"));
    assertThat(page.author()).isEqualTo("Jane Doe, John Roe");
    assertThat(page.canonicalUrl()).isEqualTo("https://www.post.example/harbour");
    assertThat(page.language()).isEqualTo("en-GB");
    assertThat(page.site()).isEqualTo("The Post");
  }

  @Test
  void takesTheTextFromWhereItIsToldTo() throws IOException {
    assertThat(fixture("harbour.html", ".related").text())
        .isEqualTo("More on this\nFerry service suspended until the end of November");
    assertThat(fixture("harbour.html", ".nowhere").prose()).startsWith("Ships of two fleets");
  }

  @Test
  void readsPagesThatAreAllFormAndTables() {
    PageText page =
        read(
            "<form id='aspnetForm'><table><tr><td><a href='/'>Home</a></td><td>"
                + SENTENCE.repeat(3)
                + "<br><br>"
                + SENTENCE.repeat(2)
                + "</td></tr></table></form>");

    assertThat(page.text())
        .isEqualTo(SENTENCE.repeat(3).strip() + "\n" + SENTENCE.repeat(2).strip());
  }

  @Test
  void keepsAnArticleThatLooksLikeFurniture() {
    PageText page =
        read(
            "<body class='has-sidebar'><div class='widget newsletter'><p>"
                + SENTENCE.repeat(3)
                + "</p><p>"
                + SENTENCE.repeat(3)
                + "</p></div></body>");

    assertThat(page.text()).contains(SENTENCE.strip());
  }

  @Test
  void survivesAnything() {
    assertThat(read("").text()).isEmpty();
    assertThat(read("<div>".repeat(50_000) + "x").title()).isEmpty();
    assertThat(read("<a href='" + "x".repeat(100_000) + "'>" + "<b>".repeat(1_000)).text())
        .isEmpty();
  }
}
