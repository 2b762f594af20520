package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What queries are true of, and on which words. */
class QuerySearchTest {

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvSource(
      textBlock =
          """
          # words fold like names
          choigou                   , CHOÏGOU said                        , CHOÏGOU
          "front company"           , a front-\\ncompany and frontcompany , front-\\ncompany | frontcompany
          compan*                   , Company of companies and accompanied , Company | companies
          "Slovak compan*"          , two Slovak companies                , Slovak companies
          KN-23                     , the KN 23                           , KN 23
          导弹*                     , 发射导弹                            , 导弹
          # OR: every one of them
          a OR bb                   , a bb c a                            , a bb | a
          # AND: the closest of each
          sanctions AND compan*     , sanctions x x company x x sanctions x x companies x sanctions , companies | sanctions
          sanctions AND compan*     , sanctions only                      ,
          a AND b AND c             , a x x b x c x x a b c               , a b c
          # NOT: nowhere
          a AND NOT b               , a c                                 , a
          a AND NOT b               , a b                                 ,
          NOT b AND a               , a c                                 , a
          a AND NOT NOT b           , a c b                               , a
          a AND NOT (b AND c)       , a b                                 , a
          a AND NOT (b AND c)       , a b c                               ,
          a AND NOT (b OR c)        , a c                                 ,
          # NEAR: the word beside is 1 away, in either order
          a NEAR/1 b                , a b                                 , a b
          a NEAR/1 b                , b a                                 , b a
          a NEAR/1 b                , a x b                               ,
          a NEAR/2 b                , a x b                               , a | b
          a NEAR/2 b                , a. B                                , a | B
          a NEAR/2 b                , b x x a x x b                       ,
          a NEAR/3 b                , b x x a x x b                       , b | a | b
          a NEAR/5 a                , a                                   ,
          a NEAR/5 a                , a x a                               , a | a
          # ONEAR: in this order
          a ONEAR/2 b               , b x a                               ,
          a ONEAR/2 b               , b a x b                             , a | b
          # the nearest of many, also when the inner pair is not the first
          (a NEAR/9 b) NEAR/2 c     , a b x x x b c                       , a | b c
          (a OR aa) NEAR/2 (b OR bb) , x aa y bb                          , aa | bb
          (a AND b) NEAR/2 c        , a b x x x x a x b c                 , a | b c
          # scripts without spaces
          发射 NEAR/3 导弹           , 发射了导弹                          , 发射 | 导弹
          발사 NEAR/2 미사일         , 미사일을 또 발사했다               , 미사일 | 발사
          # regular expressions, whole words only, capitals included
          /KN-[0-9]+/               , a KN-23 and a KN-234x and kn-25     , KN-23
          /(?i)kn-[0-9]+/           , a KN-23 and kn-25                   , KN-23 | kn-25
          /Shoigu|Shoigun/          , Shoigun                             , Shoigun
          /52 mm/                   , 152 mm or 52 mm                     , 52 mm
          /[A-Z].*Shoigu/           , xSergei met Sergei Shoigu           , Sergei Shoigu
          /мир/                     , мир и миру                          , мир
          /导./                     , 发射导弹                            , 导弹
          /a*/                      , bbb                                 ,
          /мир/ AND peace           , мир peace                           , мир peace
          """)
  void areFoundWithTheirWords(String query, String text, String surfaces) {
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").query(query));

    String found = AnArticle.found(watchlists, AnArticle.body(text.replace("\\n", "\n")));

    assertThat(found).isEqualTo(surfaces == null ? "" : surfaces);
  }

  @ParameterizedTest(name = "{0} in ''{1}'' / ''{2}'': {3}")
  @CsvSource(
      textBlock =
          """
          # AND is for the whole article, NEAR for one field
          a AND b          , a        , b          , a | b
          a NEAR/9 b       , a        , b          ,
          # what stands together is closer than what stands in title and body
          a AND b          , a        , b x x a    , b | a
          title:a          , a        , a          , a
          title:a          , x        , a          ,
          title:(a AND b)  , b x a    , a          , b | a
          title:(a AND b)  , a        , b          ,
          NOT title:a AND b , x       , a b        , b
          # a plain text file's title is its first line
          title:a          , a b      , 'a b\\nc a' , a
          title:c          , a b      , 'a b\\nc a' ,
          """)
  void knowTheHeadline(String query, String title, String body, String surfaces) {
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").query(query));

    assertThat(AnArticle.found(watchlists, AnArticle.of(title, body.replace("\\n", "\n"))))
        .isEqualTo(surfaces == null ? "" : surfaces);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          lang:en                      , true
          lang:EN                      , true
          lang:en-GB                   , true
          lang:e                       , false
          lang:de                      , false
          source:Reuters               , true
          source:reut                  , false
          site:example.org             , true
          site:news.example.org        , true
          site:ample.org               , false
          url:/2026/                   , true
          url:"/2025/"                 , false
          NOT lang:en                  , false
          NOT (lang:de OR lang:fr)     , true
          NOT (lang:en AND url:news)   , false
          (lang:de OR source:reuters)  , true
          (lang:en AND source:tass)    , false
          NOT NOT lang:en              , true
          """)
  void knowWhereTheArticleIsFrom(String condition, boolean holds) {
    Article known = AnArticle.of("", "word", "reuters", "en-GB", "https://news.example.org/2026/a");
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").query("word AND " + condition));

    assertThat(watchlists.match(known)).hasSize(holds ? 1 : 0);
    assertThat(watchlists.match(AnArticle.body("word"))).as("nothing known").hasSize(1);
  }

  @Test
  void referToOtherEntries() {
    Watchlists watchlists =
        AnEntry.list(
            AnEntry.of("shoigu").names("Sergei Shoigu").weak("Shoigu").languages("en"),
            AnEntry.of("visit").query("@shoigu NEAR/3 visit*"),
            AnEntry.of("news").query("@visit AND breaking"));

    assertThat(AnArticle.found(watchlists, AnArticle.of("Breaking", "Sergei Shoigu was visiting.")))
        .isEqualTo("Breaking | Sergei Shoigu; Sergei Shoigu; Sergei Shoigu | visiting");
    // a mention that would not count there does not count here
    assertThat(AnArticle.found(watchlists, AnArticle.body("Shoigu was visiting")))
        .isEqualTo("[Shoigu]");
    assertThat(watchlists.match(AnArticle.of("", "Sergei Shoigu was visiting", "", "de", "")))
        .isEmpty();
  }

  @Test
  void sayWhichPartOfTheQueryTheWordsAre() {
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").query("Slovak NEAR/3 compan*"));

    Match match = watchlists.match(AnArticle.body("of Slovak companies")).get(0);

    assertThat(match.score()).isEqualTo(0.9);
    assertThat(match.hits())
        .containsExactly(
            new Hit(
                Hit.Field.BODY,
                Zone.BODY,
                3,
                19,
                "Slovak companies",
                "Slovak compan*",
                List.of("query"),
                Hit.Strength.STRONG));
  }
}
