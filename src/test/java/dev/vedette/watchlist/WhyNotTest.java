package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.watchlist.Obstacle.Nearness;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyNotTest {

  private static final AnEntry SHOIGU =
      AnEntry.of("shoigu")
          .kind(Kind.PERSON)
          .names("Sergei Shoigu")
          .weak("Shoigu")
          .context("Kremlin")
          .not("Ksenia Shoigu");

  @Test
  void nothingIsInTheWayOfAnAlert() {
    WhyNot whyNot = ask(SHOIGU, AnArticle.body("Sergei Shoigu came"));

    assertThat(whyNot.alerts()).isTrue();
    assertThat(whyNot.obstacles()).isEmpty();
  }

  @Test
  void thereIsNoAnswerForAnEntryThatDoesNotExist() {
    Watchlists lists = AnEntry.list(SHOIGU);

    assertThat(lists.whyNot("shoigo", AnArticle.body("Sergei Shoigu"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a weak name wants a strong one, or context
          The street is called Shoigu              | Alone Shoigu
          # what is part of a name of somebody else
          Ksenia Shoigu opened the season          | SomebodyElse Shoigu in Ksenia Shoigu
          # misprints
          Mr Shoikgu came to town                  | Shoikgu 1 of 0
          # a part of the name
          Sergei went home                         | Sergei lacks [Shoigu]
          # nothing like it
          Rain in Oslo                             | NoName
          """)
  void saysWhichConditionFailed(String text, String expected) {
    assertThat(ask(SHOIGU, AnArticle.body(text)).obstacles())
        .extracting(WhyNotTest::shown)
        .containsExactly(expected);
  }

  @Test
  void contextThatDoesNotCountIsNamed() {
    String text = "Mr Shoigu came.\nRead more: the Kremlin in winter";

    assertThat(ask(SHOIGU, withLink(text)).obstacles())
        .singleElement()
        .isInstanceOfSatisfying(
            Obstacle.Alone.class,
            alone ->
                assertThat(alone.elsewhere()).extracting(Hit::surface).containsExactly("Kremlin"));
  }

  @Test
  void aMentionInALinkIsInAQuietZone() {
    String text = "Rain.\nRead more: Sergei Shoigu in Pyongyang";

    assertThat(ask(SHOIGU, withLink(text)).obstacles())
        .singleElement()
        .isInstanceOfSatisfying(
            Obstacle.QuietZone.class, quiet -> assertThat(quiet.hit().zone()).isEqualTo(Zone.LINK));
  }

  @Test
  void filtersAreNamedEvenIfSomethingElseIsInTheWayToo() {
    AnEntry entry = AnEntry.of("a").names("Versor").sources("wire").languages("sk");

    assertThat(ask(entry, AnArticle.of("", "Versor", "wire-1", "en", "")).obstacles())
        .containsExactly(
            new Obstacle.OtherSource("wire-1", Set.of("wire")),
            new Obstacle.OtherLanguage("en", Set.of("sk")));
  }

  @Test
  void aScoreUnderTheLeastIsNamedWithBoth() {
    AnEntry entry = AnEntry.of("a").names("Versor").minScore(0.99);

    assertThat(ask(entry, AnArticle.body("VERSOR")).obstacles())
        .singleElement()
        .isInstanceOfSatisfying(
            Obstacle.LowScore.class,
            low -> assertThat(List.of(low.score(), low.least())).containsExactly(0.98, 0.99));
  }

  @Test
  void aNameThatIsSoughtStrictlySaysWhatItsVariantWouldBe() {
    AnEntry strict = AnEntry.of("a").names(new Name("Versor", Name.Mode.EXACT, 0, false));
    AnEntry capitals = AnEntry.of("a").names(new Name("Verus", Name.Mode.FOLDED, 0, true));

    assertThat(nearness(strict, "VERSOR")).isEqualTo(new Nearness.Variant(Name.Mode.EXACT));
    assertThat(nearness(capitals, "amicus verus")).isEqualTo(new Nearness.OtherCase());
  }

  @Test
  void theSameLettersAreNearThoughTheyAreNoMention() {
    AnEntry abbreviation = AnEntry.of("a").kind(Kind.ORGANIZATION).names("MID");
    AnEntry body = AnEntry.of("b").kind(Kind.ORGANIZATION).names("Versor Trading");

    assertThat(nearness(abbreviation, "in mid August")).isEqualTo(new Nearness.OtherCase());
    assertThat(nearness(body, "It was Versor. Trading went on")).isEqualTo(new Nearness.Parted());
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          firm AND sanction*            | the firm                        | Absent sanction*
          firm AND (ban OR levy)        | the firm                        | Absent ban OR levy
          firm NEAR/2 ban               | firm one two three ban          | Apart firm ban 4 of 2
          firm ONEAR/2 ban              | ban firm                        | Apart firm ban 1 of 2
          firm AND NOT ban              | firm ban                        | Excluded ban ban
          firm AND lang:sk              | firm                            | Otherwise lang:sk en
          title:firm                    | A headline;firm                 | OutOfScope title:firm firm
          (a1 AND b1) OR (c1 AND NOT d1)| c1 d1                           | Excluded d1 d1
          """)
  void saysWhichPartOfAQueryFailed(String query, String text, String expected) {
    String title = text.contains(";") ? text.substring(0, text.indexOf(';')) : "Title";
    String body = text.substring(text.indexOf(';') + 1);
    AnEntry entry = AnEntry.of("a").query(query);

    assertThat(ask(entry, AnArticle.of(title, body, "wire-1", "en", "")).obstacles())
        .extracting(WhyNotTest::shown)
        .containsExactly(expected);
  }

  private static Article withLink(String text) {
    int from = text.indexOf("Read more");
    return AnArticle.of("", text, new ZoneSpan(Zone.LINK, from, text.length()));
  }

  private static Nearness nearness(AnEntry entry, String text) {
    return ((Obstacle.NearMiss) ask(entry, AnArticle.body(text)).obstacles().get(0)).nearness();
  }

  private static WhyNot ask(AnEntry entry, Article article) {
    Watchlists lists = AnEntry.list(entry);
    return lists.whyNot(lists.lists().get(0).entries().get(0).id(), article).orElseThrow();
  }

  private static String shown(Obstacle obstacle) {
    String kind = obstacle.getClass().getSimpleName();
    if (obstacle instanceof Obstacle.Alone alone) {
      return kind + " " + alone.hit().surface();
    }
    if (obstacle instanceof Obstacle.SomebodyElse other) {
      return kind + " " + other.hit().surface() + " in " + other.other().surface();
    }
    if (obstacle instanceof Obstacle.NearMiss miss) {
      String surface = miss.hit().surface();
      return miss.nearness() instanceof Nearness.Misprints misprints
          ? surface + " " + misprints.edits() + " of " + misprints.allowed()
          : surface + " lacks " + ((Nearness.Part) miss.nearness()).words();
    }
    if (obstacle instanceof Obstacle.Absent absent) {
      return kind + " " + absent.part();
    }
    if (obstacle instanceof Obstacle.Apart apart) {
      return "%s %s %s %d of %d"
          .formatted(
              kind, apart.left().surface(), apart.right().surface(), apart.words(), apart.most());
    }
    if (obstacle instanceof Obstacle.Excluded excluded && excluded.hit() != null) {
      return kind + " " + excluded.part() + " " + excluded.hit().surface();
    }
    if (obstacle instanceof Obstacle.OutOfScope out) {
      return kind + " " + out.part() + " " + out.hit().surface();
    }
    return obstacle instanceof Obstacle.Otherwise otherwise
        ? kind + " " + otherwise.part() + " " + otherwise.known()
        : kind;
  }
}
