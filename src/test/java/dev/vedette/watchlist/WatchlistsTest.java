package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.watchlist.Hit.Strength;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchlistsTest {

  private static final AnEntry SHOIGU =
      AnEntry.of("shoigu")
          .names("Sergei Shoigu", "쇼이구")
          .weak("Shoigu")
          .context("defense minister")
          .not("Ksenia Shoigu");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          # a strong name is enough
          Sergei Shoigu came                        , Sergei Shoigu
          # a weak one needs it, or a word of context, anywhere in the text
          Shoigu came                               , [Shoigu]
          Shoigu came. Sergei Shoigu                , Shoigu | Sergei Shoigu
          'Shoigu, the defense minister'            , Shoigu
          the defense minister came                 ,
          # of overlapping ones the strong, then the longest
          Sergei Shoigu's                           , Sergei Shoigu
          # a longer name that is somebody else
          Ksenia Shoigu came                        ,
          'Ksenia Shoigu, daughter of Sergei Shoigu', Sergei Shoigu
          'Ksenia Shoigu, Shoigu, defense minister' , Shoigu
          """)
  void weighStrongAndWeakNames(String text, String surfaces) {
    assertThat(AnArticle.found(AnEntry.list(SHOIGU), AnArticle.body(text)))
        .isEqualTo(surfaces == null ? "" : surfaces);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          # an initial is the name's own, so context is enough
          'H. Saleh, an engineer'                     , H. Saleh
          # who is called so in full may be an engineer, too
          'Hassan Saleh, an engineer'                 , [Hassan Saleh]
          Hassan Ibrahim Saleh. Hassan Saleh came     , Hassan Ibrahim Saleh | Hassan Saleh
          """)
  void contextDoesNotVouchForWhatMayBeSomebodyElsesWholeName(String text, String surfaces) {
    Name name = new Name("Hassan Ibrahim Saleh", Name.Mode.VARIANTS, 0, false);
    AnEntry entry = AnEntry.of("e").kind(Kind.PERSON).names(name).context("engineer");

    assertThat(AnArticle.found(AnEntry.list(entry), AnArticle.body(text))).isEqualTo(surfaces);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Встреча Аль-Асад Башара, transliterated:ru",
    "Встреча Башара аль-Асада, transliterated:ru"
  })
  void namesTheLikeliestLanguageBesideAHyphen(String text, String how) {
    Name name = new Name("Bashar al-Assad", Name.Mode.VARIANTS, 0, false);
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").kind(Kind.PERSON).names(name));

    assertThat(watchlists.match(AnArticle.body(text)).get(0).hits().get(0).how()).contains(how);
  }

  @Test
  void aNameThatHoldsSomebodyElsesIsNotSwallowed() {
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").names("Ksenia Shoigu Fund").not("Shoigu"));

    assertThat(AnArticle.found(watchlists, AnArticle.body("the Ksenia Shoigu Fund")))
        .isEqualTo("Ksenia Shoigu Fund");
  }

  @Test
  void somebodyElsesNameIsSwallowedInQueriesToo() {
    Watchlists watchlists =
        AnEntry.list(AnEntry.of("e").query("/Shoigu/ OR shoigu").not("Ksenia Shoigu"));

    assertThat(watchlists.match(AnArticle.body("Ksenia Shoigu"))).isEmpty();
    assertThat(watchlists.match(AnArticle.body("Shoigu"))).hasSize(1);
  }

  @Test
  void contextIsNotTheWeakNameItself() {
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").weak("Kremlin Press").context("Kremlin"));

    assertThat(AnArticle.found(watchlists, AnArticle.body("Kremlin Press")))
        .isEqualTo("[Kremlin Press]");
    assertThat(AnArticle.found(watchlists, AnArticle.body("Kremlin Press of the Kremlin")))
        .isEqualTo("Kremlin Press");
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      textBlock =
          """
          # what stands in boilerplate is shown, but is no reason, and vouches for nothing
          Read more: Sergei Shoigu    , LINK       , [Sergei Shoigu]
          Menu: Sergei Shoigu         , NAVIGATION , [Sergei Shoigu]
          Shoigu. More: Sergei Shoigu , LINK       , [Shoigu | Sergei Shoigu]
          Shoigu. By: defense minister , BYLINE    , [Shoigu]
          # beside a mention that counts it is shown too
          Sergei Shoigu. More: Shoigu , LINK       , Sergei Shoigu | Shoigu
          # captions count
          Foto: Sergei Shoigu         , CAPTION    , Sergei Shoigu
          """)
  void weighTheZonesOfAPage(String text, Zone zone, String surfaces) {
    int colon = Math.max(0, text.lastIndexOf('.'));
    Article article = AnArticle.of("", text, new ZoneSpan(zone, colon, text.length()));

    assertThat(AnArticle.found(AnEntry.list(SHOIGU), article)).isEqualTo(surfaces);
  }

  @Test
  void anEntryMayLookElsewhere() {
    AnEntry links = AnEntry.of("e").names("Shoigu").zones(Zone.LINK);
    Article article = AnArticle.of("Shoigu", "Shoigu. Shoigu", new ZoneSpan(Zone.LINK, 7, 14));

    Match match = AnEntry.list(links).match(article).get(0);

    assertThat(match.alerts()).isTrue();
    assertThat(match.hits())
        .extracting(Hit::zone)
        .containsExactly(Zone.TITLE, Zone.BODY, Zone.LINK);
    assertThat(AnArticle.found(AnEntry.list(links), AnArticle.body("Shoigu")))
        .isEqualTo("[Shoigu]");
  }

  @Test
  void aQueryThatIsTrueOnlyInBoilerplateIsShown() {
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").query("a AND b"));
    Article article = AnArticle.of("", "a x b", new ZoneSpan(Zone.LINK, 4, 5));

    assertThat(AnArticle.found(watchlists, article)).isEqualTo("[a | b]");
  }

  @Test
  void aTitleThatIsTheFirstLineIsToldOnce() {
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").names("Shoigu"));

    List<Hit> plain =
        watchlists.match(AnArticle.of("Shoigu flies", "\n Shoigu flies \r\nx")).get(0).hits();
    List<Hit> page =
        watchlists.match(AnArticle.of("Shoigu flies", "Shoigu flies away")).get(0).hits();

    assertThat(plain).extracting(Hit::field).containsExactly(Hit.Field.BODY);
    assertThat(plain).extracting(Hit::zone).containsExactly(Zone.TITLE);
    assertThat(page).extracting(Hit::field).containsExactly(Hit.Field.TITLE, Hit.Field.BODY);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      textBlock =
          """
          # source, language of the article, matched
          tass    , en     , true
          tass    , EN-us  , true
          tass    , ''     , true
          tass    , de     , false
          reuters , en     , false
          """)
  void filterSourcesAndLanguages(String source, String language, boolean matched) {
    Watchlists watchlists =
        AnEntry.list(AnEntry.of("e").names("Shoigu").sources("tass", "ria").languages("en"));

    assertThat(watchlists.match(AnArticle.of("", "Shoigu", source, language, "")))
        .hasSize(matched ? 1 : 0);
  }

  @Test
  void whatScoresTooLittleIsShown() {
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").names("Shoigu").minScore(0.99));

    assertThat(AnArticle.found(watchlists, AnArticle.body("SHOIGU"))).isEqualTo("[SHOIGU]");
    assertThat(AnArticle.found(watchlists, AnArticle.body("SHOIGU, Shoigu")))
        .isEqualTo("SHOIGU | Shoigu");
  }

  @Test
  void theScoreIsThatOfTheBestHitThatCounts() {
    Match vouched = AnEntry.list(SHOIGU).match(AnArticle.body("SHOIGU, defense minister")).get(0);
    Match shown = AnEntry.list(SHOIGU).match(AnArticle.body("Shoigu")).get(0);

    assertThat(vouched.score()).isEqualTo(0.68);
    assertThat(vouched.hits()).extracting(Hit::strength).containsExactly(Strength.WEAK);
    assertThat(shown.score()).isEqualTo(0.7);
  }

  @Test
  void twoEntriesMayShareAName() {
    Watchlists watchlists =
        AnEntry.list(AnEntry.of("b").names("Kim"), AnEntry.of("a").names("KIM"));

    assertThat(watchlists.match(AnArticle.body("Kim")))
        .extracting(match -> match.entry().id())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void nothingToLookForFindsNothing() {
    assertThat(Watchlists.of(List.of(), "v").match(AnArticle.body("Shoigu"))).isEmpty();
    assertThat(AnEntry.list(AnEntry.of("e")).match(AnArticle.of("", ""))).isEmpty();
  }

  @Test
  void keepTheirListsAndVersion() {
    Watchlists watchlists = AnEntry.list(SHOIGU);

    assertThat(watchlists.version()).isEqualTo("v1");
    assertThat(watchlists.lists()).extracting(Watchlist::id).containsExactly("list");
  }

  @Test
  void referencesMustLeadSomewhere() {
    List<Entry> entries =
        List.of(
            AnEntry.of("a").query("@b OR x").build(),
            AnEntry.of("b").query("(@c OR y) AND NOT @a").build(),
            AnEntry.of("c").query("z AND @nobody").build(),
            AnEntry.of("d").query("title:@d").build(),
            AnEntry.of("c").names("again").build());
    List<Watchlist> lists = List.of(new Watchlist("arms", "Arms", entries, false));

    assertThat(Watchlists.problems(lists))
        .extracting(EntryProblem::toString)
        .containsExactly(
            "arms: a: query: '@b' (expected: an entry that does not refer back to it)",
            "arms: b: query: '@a' (expected: an entry that does not refer back to it)",
            "arms: c: query: '@nobody' (expected: the id of an entry)",
            "arms: d: query: '@d' (expected: an entry that does not refer back to it)",
            "arms: c: id: 'c' (expected: unique over all watchlists)");
    assertThatThrownBy(() -> Watchlists.of(lists, "v"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("arms: a: query: '@b' (expected: ");
  }

  @Test
  void runTheEntriesOwnTests() {
    Watchlists watchlists =
        AnEntry.list(
            AnEntry.of("shoigu")
                .names("Sergei Shoigu")
                .weak("Shoigu")
                .sources("tass")
                .languages("en")
                .zones(Zone.LINK, Zone.LEGAL)
                .tests(List.of("Sergei Shoigu", "Shoigu"), List.of("", "Sergei Shoigu!")),
            AnEntry.of("all")
                .query("shoigu AND lang:ru AND source:x")
                .tests(List.of("Shoigu"), List.of("Kim")));

    assertThat(watchlists.test())
        .extracting(TestOutcome::text, TestOutcome::expected, TestOutcome::got, TestOutcome::passed)
        .containsExactly(
            tuple("Sergei Shoigu", true, true, true),
            tuple("Shoigu", true, false, false),
            tuple("", false, false, true),
            tuple("Sergei Shoigu!", false, true, false),
            tuple("Shoigu", true, true, true),
            tuple("Kim", false, false, true));
    assertThat(watchlists.test().get(1).hits()).extracting(Hit::surface).containsExactly("Shoigu");
    assertThat(watchlists.test().get(1).entry()).isEqualTo("shoigu");
    assertThat(watchlists.test().get(1).watchlist()).isEqualTo("list");
  }
}
