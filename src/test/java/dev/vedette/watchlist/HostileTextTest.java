package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that nobody writes, as long as an article can be: each is read to its end. */
class HostileTextTest {

  private static final Watchlists WATCHLISTS =
      AnEntry.list(
          AnEntry.of("e")
              .kind(Kind.PERSON)
              .names(
                  new Name("Sergei Kuzhugetovich Shoigu", Name.Mode.VARIANTS, 1, false),
                  Name.of("Abd al-Rahman Hassan"),
                  Name.of("محمد حسن"),
                  Name.of("Zhang Youxia"),
                  Name.of("Kim Jong Un")));

  static Stream<Arguments> texts() {
    int most = Article.MAX_BODY - 100;
    return Stream.of(
        Arguments.of("a long middle name", "Sergei K" + "a".repeat(20_000) + " Shoigu"),
        Arguments.of("a long word after a word that joins", "Abd A" + "b".repeat(20_000)),
        Arguments.of("digits after a word that joins", "Abd " + "1".repeat(most)),
        Arguments.of("titles without end", "세르게이 쇼이구" + "위원장".repeat(most / 3)),
        Arguments.of("apostrophes without end", "A'".repeat(most / 2)),
        Arguments.of("Thai without spaces", "ชอยกู".repeat(most / 5)),
        Arguments.of("Han without spaces", "张又侠".repeat(most / 3)),
        Arguments.of("articles without end", "Sergei " + "al ".repeat(most / 3)),
        Arguments.of("initials without end", "S. ".repeat(most / 3)),
        Arguments.of("one name over and over", "Shoigu, Sergei ".repeat(most / 15)),
        Arguments.of("hyphens without end", "Kim-".repeat(most / 4)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void areReadToTheirEnd(String name, String text) {
    String told = text + ". And then Sergei Shoigu came.";

    assertThat(WATCHLISTS.match(AnArticle.body(told)))
        .anyMatch(
            match -> match.hits().stream().anyMatch(hit -> hit.surface().equals("Sergei Shoigu")));
  }

  @Test
  void aNameThatNobodyBearsStopsNoOther() {
    Watchlists watchlists =
        AnEntry.list(
            AnEntry.of("a")
                .kind(Kind.PERSON)
                .names("Ivan von " + "x".repeat(50), "Ivan Petrov", "y".repeat(10_000) + " Z")
                .context("Kremlin"),
            AnEntry.of("b").kind(Kind.PERSON).names("Sergei Shoigu").context("Kremlin"));

    assertThat(AnArticle.found(watchlists, AnArticle.body("The Kremlin said that Shoigu spoke")))
        .isEqualTo("Shoigu");
  }

  @Test
  void aSurnameOfFourWordsMayStandFirst() {
    assertThat(
            AnArticle.found(
                AnEntry.list(
                    AnEntry.of("e").kind(Kind.PERSON).names("María Teresa Fernández de la Vega")),
                AnArticle.body("see Fernández de la Vega, María Teresa: minister")))
        .isEqualTo("Fernández de la Vega, María Teresa");
  }

  @Test
  void whatCannotBeSeenIsPassedOverBeforeAFullStop() {
    assertThat(
            AnArticle.found(
                AnEntry.list(AnEntry.of("e").kind(Kind.PERSON).names("Sergei Shoigu")),
                AnArticle.body("Sergei Shoigu; Shoigu, S\u200D. again")))
        .isEqualTo("Sergei Shoigu | Shoigu, S\u200D.");
  }
}
