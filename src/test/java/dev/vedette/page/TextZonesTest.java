package dev.vedette.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextZonesTest {

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # pointers to other articles
          Read more: Minister's visit was not just about shells      | LINK
          READ ALSO Envoy arrives in the harbour city                | LINK
          Related: Envoy arrives                                     | LINK
          Читайте также: Министр прибыл в столицу                    | LINK
          По теме: Министр прибыл                                    | LINK
          Lesen Sie auch: Minister reist ab                          | LINK
          À lire aussi : Le ministre s'en va                         | LINK
          También: El ministro se va                                 | LINK
          Czytaj też: Minister wyjechał                              | LINK
          관련 기사: 장관 방문                                       | LINK
          ▶ 더 보기                                                  | LINK
          関連記事：大臣が訪問                                       | LINK
          # the same words in running text
          Related companies reported losses last year, the ministry said. |
          He asked them to read on, and they did so for another hour or two. |
          Подробнее о визите рассказал министр.                      |
          # who took the picture
          Photo: Jane Doe                                            | CAPTION
          Foto: dpa                                                  | CAPTION
          Image Source : Wikimedia Commons                           | CAPTION
          사진=연합뉴스                                              | CAPTION
          Two ministers at a table / Photo credit: AFP               | CAPTION
          Two ministers at a table (Photo by Jane Doe)               | CAPTION
          The harbour at night, July 2026. Desk Agency via AP        | CAPTION
          Министр на переговорах / Фото: пресс-служба                | CAPTION
          # a sentence about pictures
          Satellite photos show the harbour, an analyst told Reuters. |
          The images were checked twice by two labs in the capital.  |
          # notices
          © 2026 The Harbour Post, LLC. All rights reserved.         | LEGAL
          By continuing you agree to our Privacy Policy and Terms of Use | LEGAL
          Все права защищены.                                        | LEGAL
          무단 전재 및 재배포 금지                                   | LEGAL
          The privacy policy of the new agency was debated in parliament on Monday evening. |
          # furniture
          Subscribe to our weekly newsletter                         | NAVIGATION
          Sign in or create a free account                           | NAVIGATION
          Подпишитесь на наш канал                                   | NAVIGATION
          Share this                                                 | NAVIGATION
          바로가기                                                   | NAVIGATION
          # who wrote it
          By Jane Doe                                                | BYLINE
          by Jane Doe , John Roe                                     | BYLINE
          Von Erika Mustermann                                       | BYLINE
          홍길동 기자                                                | BYLINE
          By Monday the harbour was closed to all ships.             |
          """)
  void knowsALineByItself(String line, Zone zone) {
    assertThat(ZoneCues.of(line)).isEqualTo(zone);
  }

  /** The zones of all lines of a text, or BODY, as a reader would list them. */
  private static List<Zone> zones(String text) {
    List<ZoneSpan> spans = TextZones.of(text);
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(
            line ->
                spans.stream()
                    .filter(
                        span ->
                            span.start() <= text.indexOf(line) && text.indexOf(line) < span.end())
                    .map(ZoneSpan::zone)
                    .findFirst()
                    .orElse(Zone.BODY))
        .toList();
  }

  @Test
  void knowsACaptionByItsNeighbours() {
    assertThat(
            zones(
                """
                Harbour closed for the second week

                Cranes at the closed harbour on Monday

                Image source: Harbour Office

                The harbour stays closed, its master said on Tuesday, because of the drills outside.

                Drills off the coast
                Drills off the coast near the harbour / Archive photo

                Nobody knows for how long that will be, and the fishermen have begun to complain.
                """))
        .containsExactly(
            Zone.TITLE,
            Zone.CAPTION,
            Zone.CAPTION,
            Zone.LEAD,
            Zone.CAPTION,
            Zone.CAPTION,
            Zone.BODY);
  }

  @Test
  void leavesTheStandfirstAloneWhenTheCreditIsRepeatedBelow() {
    assertThat(
            zones(
                """
                Harbour closed for the second week

                The fishermen have begun to complain, and so has the mayor of the old town.

                Harbour Office via AP
                The master of the harbour, July 2026. Harbour Office via AP

                The harbour stays closed, its master said on Tuesday, because of the drills outside.
                """))
        .containsExactly(Zone.TITLE, Zone.LEAD, Zone.CAPTION, Zone.CAPTION, Zone.BODY);
  }

  @Test
  void knowsThoseWhomTheBylineNamesAgainAtTheEnd() {
    assertThat(
            zones(
                """
                Harbour closed for the second week
                by Jane Doe , John Roe
                Jane Doe was seen at the harbour on Monday, as this first paragraph says in passing.
                The harbour stays closed, its master said on Tuesday, because of the drills outside.
                Nobody knows for how long that will be, and the fishermen have begun to complain.
                Jane Doe grew up on the coast and writes about the sea.
                John Roe
                """))
        .containsExactly(
            Zone.TITLE, Zone.BYLINE, Zone.LEAD, Zone.BODY, Zone.BODY, Zone.BYLINE, Zone.BYLINE);
  }

  @Test
  void followsABarePointerToItsHeadlines() {
    assertThat(
            zones(
                """
                Harbour closed for the second week
                The harbour stays closed, its master said on Tuesday, because of the drills outside.
                Read more:
                Ferry service suspended
                Mayor writes to the ministry
                Nobody knows for how long that will be, and the fishermen have begun to complain.
                """))
        .containsExactly(Zone.TITLE, Zone.LEAD, Zone.LINK, Zone.LINK, Zone.LINK, Zone.BODY);
  }

  @Test
  void readsParagraphsWhereLinesAreWrapped() {
    String text =
        """
        Harbour closed for the second week

        The harbour stays closed, its master said on Tuesday evening, and
        read more: that is what he said, as the drills outside go on, and
        by Jane they will go on until the end of the month or even longer
        than that, if the ministry does not change its mind about it all.
        """;

    assertThat(TextZones.of(text))
        .extracting(ZoneSpan::zone)
        .containsExactly(Zone.TITLE, Zone.LEAD);
  }

  @Test
  void findsNothingInNothing() {
    assertThat(TextZones.of("")).isEmpty();
    assertThat(TextZones.of(" \n\u00a0\n")).isEmpty();
  }
}
