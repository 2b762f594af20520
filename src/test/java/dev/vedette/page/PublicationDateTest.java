package dev.vedette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationDateTest {

  private static final String TEXT = "<p>" + "The harbour stays closed for a week. ".repeat(30);

  private static @Nullable OffsetDateTime published(String html, String address) {
    return PageMeta.of(Jsoup.parse(html, address)).published();
  }

  private static @Nullable OffsetDateTime published(String html) {
    return published(html, "https://post.example/harbour");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <meta property='article:published_time' content='2026-11-20T08:00:00+01:00'> | 2026-11-20T08:00+01:00
          <meta property='og:article:published_time' content='2026-11-20'>             | 2026-11-20T00:00Z
          <meta name='DC.date.issued' content='2026-11-18'>                             | 2026-11-18T00:00Z
          <meta name='parsely-pub-date' content='2026-11-18T10:00:00Z'>                 | 2026-11-18T10:00Z
          <meta property='bt:pubDate' content='20261118T10:00:00Z'>                     | 2026-11-18T10:00Z
          <meta itemprop='datePublished' content='2026-11-18'>                          | 2026-11-18T00:00Z
          # a month or a year is no day
          <meta name='dc.date' content='2026'>                                          |
          <meta name='dc.date' content='2026-11'>                                       |
          # nor is a field that nobody has filled in
          <meta name='date' content='0001-01-01T00:00:00Z'>                             |
          <meta name='date' content='1970-01-01T00:00:00Z'>                             |
          # the article's own goes before that of the page it stands on
          <script type='application/ld+json'>[{"@type":"WebPage","datePublished":"2026-01-01"},{"@type":"NewsArticle","datePublished":"2026-11-19"}]</script> | 2026-11-19T00:00Z
          <script type='application/ld+json'>{"@graph":[{"@type":"WebPage","datePublished":"2026-11-19"}]}</script> | 2026-11-19T00:00Z
          # that of the last change counts where there is nothing else
          <meta property='article:modified_time' content='2026-11-21'>                  | 2026-11-21T00:00Z
          <meta property='article:modified_time' content='2026-11-21'><meta name='date' content='2026-11-20'> | 2026-11-20T00:00Z
          <p>nothing</p>                                                                |
          """)
  void isWhatThePageDeclares(String html, @Nullable OffsetDateTime date) {
    assertThat(published(html)).isEqualTo(date);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <time datetime='2026-11-17T10:00+01:00'>Tuesday</time>            | 2026-11-17T10:00+01:00
          <span class='news-list-date'>17. November 2026,</span>            | 2026-11-17T00:00Z
          <p>Datum: 17.11.2026, Rubrik: Hafen</p>                           | 2026-11-17T00:00Z
          <div><p>Mise en ligne</p><p>17 novembre 2026</p></div>            | 2026-11-17T00:00Z
          <div><small>17.11.2026 • 13:10 Uhr • Jane Doe</small></div>       | 2026-11-17T00:00Z
          <p>2026-11-17 - Embassy</p>                                       | 2026-11-17T00:00Z
          <div class='byline'>By Jane Doe, November 17, 2026</div>          | 2026-11-17T00:00Z
          <abbr class='published' title='2026-11-17T10:00:00Z'>today</abbr> | 2026-11-17T10:00Z
          <div data-published='2026-11-17T10:00:00Z'></div>                 | 2026-11-17T10:00Z
          <aside><dl><dt>Datum</dt><dd>17.11.2026</dd></dl></aside>         | 2026-11-17T00:00Z
          # in the calendars of Thailand, Iran, Afghanistan and North Korea
          <p>18 พฤศจิกายน 2569 เวลา 10:30 น.</p>                            | 2026-11-18T00:00Z
          <p>18/11/2569</p>                                                 | 2026-11-18T00:00Z
          <p>تاریخ انتشار: ۲۷ آبان ۱۴۰۵ - ۱۰:۱۲</p>                          | 2026-11-18T00:00Z
          <p>۲۷ آبان‌ماه ۱۴۰۵</p>                                            | 2026-11-18T00:00Z
          <p>1405/08/27 10:12</p>                                           | 2026-11-18T00:00Z
          <p>۲۷ عقرب ۱۴۰۵</p>                                               | 2026-11-18T00:00Z
          # but not the years of Arab countries, which look like Iran's
          <p>1448/06/08 هـ الموافق 18/11/2026</p>                            | 2026-11-18T00:00Z
          <time datetime='2026-11-18'>1448/06/08</time>                     | 2026-11-18T00:00Z
          <p>주체115(2026)년 11월 18일</p>                                   | 2026-11-18T00:00Z
          <p>令和8年(2026年)11月18日</p>                                     | 2026-11-18T00:00Z
          # both, the day of publication first or last
          <p>Posted: Nov 17, 2026 - Updated: Nov 19, 2026</p>               | 2026-11-17T00:00Z
          <p>Updated <time datetime='2026-11-19'>19</time></p><p>Published <time datetime='2026-11-17'>17</time></p> | 2026-11-17T00:00Z
          <time datetime='2026-11-19T09:00Z'>Nov 17, 2026, updated today</time> | 2026-11-17T00:00Z
          <time class='mod-time' datetime='2026-11-19T09:00Z'></time><time class='pub-time' datetime='2026-11-17T09:00Z'></time> | 2026-11-17T09:00Z
          # that of a change where there is nothing else
          <p>Stand: 19.11.2026</p>                                          | 2026-11-19T00:00Z
          """)
  void isTheDayThatIsShownByTheTitle(String html, OffsetDateTime date) {
    assertThat(published("<h1>Harbour closed</h1>" + html + TEXT)).isEqualTo(date);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div class='comments'><time datetime='2026-11-17'>17</time></div>
          <ol class='comment-list'><li>Jane, 17.11.2026</ol>
          <div class='related-stories'><span class='date'>17.11.2026</span></div>
          <footer>© 17.11.2026 The Post</footer>
          <p>The ferry sank on November 17, 2026, and nobody has said since who was to blame for it, for all the questions that the families and a whole town have asked of three ministers in turn.</p>
          <p>Copyright 2026</p>
          <p>17.11.1944</p>
          """)
  void isNoOtherDay(String html) {
    assertThat(published("<title>Harbour closed</title><h1>Harbour closed</h1>" + html + TEXT))
        .isNull();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          https://post.example/2026/11/20/harbour       , 2026-11-20T00:00Z
          https://post.example/news/20261120/harbour    , 2026-11-20T00:00Z
          https://post.example/2026/nov/20/harbour      , 2026-11-20T00:00Z
          https://post.example/2026-11-20-harbour       , 2026-11-20T00:00Z
          https://post.example/2026/11/harbour          ,
          https://post.example/2026/13/20/harbour       ,
          https://post.example/id/120261120/harbour     ,
          """)
  void isInTheAddressAtLast(String address, @Nullable OffsetDateTime date) {
    assertThat(published(TEXT, address)).isEqualTo(date);
  }

  @ParameterizedTest(name = "{0} shown as {1}: {2}")
  @CsvSource(
      textBlock =
          """
          # declared in universal time           , shown        , published
          2026-11-20T03:30:00Z                    , 19.11.2026   , 2026-11-19T23:30-04:00
          2026-11-19T18:30:00Z                    , 20.11.2026   , 2026-11-20T00:30+06:00
          2026-11-20T03:30:00Z                    , 20.11.2026   , 2026-11-20T03:30Z
          # no zone is so far away
          2026-11-19T02:30:00Z                    , 20.11.2026   , 2026-11-19T02:30Z
          2026-11-20T03:30:00Z                    , 21.11.2026   , 2026-11-20T03:30Z
          # declared with its zone
          2026-11-20T03:30:00+02:00               , 19.11.2026   , 2026-11-20T03:30+02:00
          """)
  void isOnTheDayThatThePublisherShows(String declared, String shown, OffsetDateTime date) {
    assertThat(
            published(
                "<meta property='article:published_time' content='%s'><h1>Harbour</h1><p class=date>%s</p>"
                    .formatted(declared, shown)))
        .isEqualTo(date);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource(
      textBlock =
          """
          en-US , https://post.example/a    , 2026-03-04T00:00Z
          en    , https://post.example/a    , 2026-03-04T00:00Z
          en    , https://post.co.uk/a      , 2026-04-03T00:00Z
          en-GB , https://post.example/a    , 2026-04-03T00:00Z
          fr    , https://post.example/a    , 2026-04-03T00:00Z
          """)
  void readsFiguresAsTheCountryDoes(String language, String address, OffsetDateTime date) {
    assertThat(
            published("<html lang=" + language + "><meta name=date content='3/4/2026'>", address))
        .isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20,2026-11-20T00:00Z", "2026-11-19,2026-11-19T00:00Z"})
  void isTheOneOfTwoThatTheAddressConfirms(String open, OffsetDateTime date) {
    assertThat(
            published(
                "<meta property='article:published_time' content='"
                    + open
                    + "'><script type='application/ld+json'>"
                    + "{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-19\"}</script>",
                "https://post.example/2026/11/20/harbour"))
        .isEqualTo(date);
  }
}
