package dev.vedette.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

  private static String title(String html) {
    return PageMeta.of(Jsoup.parse(html, "https://www.daily-post.example/harbour")).title();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          # what readers see before what networks are told
          <meta property=og:title content='Harbour closed: what to know'><h1>The harbour is closed for a week</h1> ~ The harbour is closed for a week
          <title>The harbour is closed | Post</title><meta property=og:title content='No ships!'><h1>The harbour is closed</h1> ~ The harbour is closed
          # but not a heading that has nothing to do with it
          <meta property=og:title content='Harbour closed for a week'><h1>Local news</h1> ~ Harbour closed for a week
          <title>Local news: Harbour closed for a week</title><meta property=og:title content='Harbour closed for a week'><h1>Local news</h1> ~ Harbour closed for a week
          <title>Harbour closed for a week</title><footer><h1>Harbour closed for a week: the film</h1></footer> ~ Harbour closed for a week
          # of several headings the one most like the title
          <title>Harbour closed for a week - Daily Post</title><h1>Daily Post</h1><h1>Harbour closed for a week</h1> ~ Harbour closed for a week
          <title>Harbour closed for a week</title><h1>Daily Post</h1><h2>Harbour closed for a week</h2> ~ Harbour closed for a week
          # a kicker is part of the heading
          <title>Harbour closed for a week</title><h1>Politics | Harbour closed for a week</h1> ~ Politics | Harbour closed for a week
          # JSON-LD and the rest where there is no heading
          <script type='application/ld+json'>{"@type":"NewsArticle","headline":"Harbour closed"}</script> ~ Harbour closed
          <meta name=twitter:title content='Harbour &amp;amp; pier closed'> ~ Harbour & pier closed
          # nor anything else that tells it
          <title>Ministry of Fisheries | Harbour closed again</title><div>Harbour closed again</div> ~ Harbour closed again
          <title>Harbour closed again - Politics</title><div>Politics</div> ~ Harbour closed again - Politics
          <title>Central Agency</title><div class=article-main-title>The harbour is closed for a week</div> ~ The harbour is closed for a week
          <title>Smith resigns</title><meta property=og:title content='Smith resigns'><div class=newsletter-title>Sign up for our daily newsletter</div> ~ Smith resigns
          <title>Central Agency</title><ul><li class=title>The harbour is closed for a week</ul><p class=subtitle>x y z a b</p> ~ Central Agency
          <h1>Only this</h1> ~ Only this
          <p>nothing</p> ~ ''
          """)
  void isWhatReadersSee(String html, String title) {
    assertThat(title(html)).isEqualTo(title);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Harbour closed for a week - The Daily Post        ~ Harbour closed for a week
          Harbour closed for a week – DailyPost             ~ Harbour closed for a week
          Harbour closed for a week | Coast | Daily Post    ~ Harbour closed for a week
          Harbour closed for a week » Coast                 ~ Harbour closed for a week
          Harbour closed for a week_Coast_Daily Post        ~ Harbour closed for a week_Coast
          Daily Post: Harbour closed for a week             ~ Daily Post: Harbour closed for a week
          Daily Post | Harbour closed for a week            ~ Harbour closed for a week
          # what is part of the title stays
          Harbour closed - for a week                       ~ Harbour closed - for a week
          Well-known harbour closed                         ~ Well-known harbour closed
          Daily Post                                        ~ Daily Post
          """)
  void leavesTheSitesNameOut(String written, String title) {
    String html = "<meta property=og:site_name content='Daily Post'><title>" + written + "</title>";

    assertThat(title(html)).isEqualTo(title);
  }
}
