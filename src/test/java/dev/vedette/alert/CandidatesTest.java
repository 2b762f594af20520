package dev.vedette.alert;

import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static dev.vedette.Samples.watchlists;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.article.Origin;
import dev.vedette.article.Trust;
import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.watchlist.Watchlists;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {

  private static final Watchlists LISTS = watchlists(entry("shoigu", "Sergei Shoigu"));

  @Test
  void anArticleWithoutAMentionMakesNone() {
    assertThat(Candidates.of(LISTS, article("a", "Weather", "Rain in Oslo."))).isEmpty();
  }

  @Test
  void tagsOfEntryAndSourceAreOneAndTrustGoesAlong() {
    Origin origin = new Origin(List.of("official", "arms"), Trust.LOW, false);
    Article article = article("a", "T", "Sergei Shoigu.").from(origin);

    Candidate candidate = Candidates.of(LISTS, article).get(0);

    assertThat(candidate.tags()).containsExactly("arms", "official");
    assertThat(candidate.article().trust()).isEqualTo(Trust.LOW);
  }

  @Test
  void theSnippetIsOneLineAroundTheMentionCutBetweenWords() {
    String before = "word ".repeat(100);
    String after = " word".repeat(100);
    Candidate candidate =
        Candidates.of(LISTS, article("a", "T", before + "\nSergei\u00a0Shoigu\n" + after)).get(0);

    assertThat(candidate.snippet())
        .matches("… (word )+Sergei Shoigu( word)+ …")
        .hasSizeBetween(200, 320);
  }

  @Test
  void aShortTextIsItsOwnSnippet() {
    assertThat(Candidates.of(LISTS, article("a", "T", "Sergei Shoigu.")).get(0).snippet())
        .isEqualTo("Sergei Shoigu.");
  }

  @Test
  void aMentionInTheHeadlineAloneIsQuotedFromThere() {
    assertThat(Candidates.of(LISTS, article("a", "Sergei Shoigu flies", "No name.")).get(0))
        .extracting(Candidate::snippet)
        .isEqualTo("Sergei Shoigu flies");
  }

  @Test
  void surrogatesAreNotCutApart() {
    String body = "\ud83d\ude00".repeat(400) + " Sergei Shoigu " + "\ud83d\ude00".repeat(400);

    String snippet = Candidates.of(LISTS, article("a", "T", body)).get(0).snippet();

    assertThat(snippet.codePoints().filter(Character::isBmpCodePoint).mapToObj(Character::toString))
        .noneMatch(letter -> Character.isSurrogate(letter.charAt(0)));
  }

  @Test
  void hitsAreLimitedAndCounted() {
    Candidate candidate =
        Candidates.of(LISTS, article("a", "T", "Sergei Shoigu. ".repeat(500))).get(0);

    assertThat(candidate.hits()).hasSize(Alert.MAX_HITS);
    assertThat(candidate.totalHits()).isEqualTo(500);
  }

  @Test
  void copiesHaveTheSameWordsWhateverTheirPunctuation() {
    Candidate first =
        Candidates.of(LISTS, article("a", "T", "\"Sergei Shoigu\" left, at 5.")).get(0);
    Candidate copy = Candidates.of(LISTS, article("b", "T", "«SERGEI SHOIGU» left  at 5")).get(0);
    Candidate other = Candidates.of(LISTS, article("c", "T", "Sergei Shoigu left at 6")).get(0);

    assertThat(copy.imprint().equalsWhole(first.imprint())).isTrue();
    assertThat(other.imprint().equalsWhole(first.imprint())).isFalse();
  }

  @Test
  void copiesHaveTheSameWordsWhateverStandsAroundTheStory() {
    Candidate first =
        Candidates.of(LISTS, zoned("a", Zone.BYLINE, "By A. Writer", "Read more: Storm")).get(0);
    Candidate copy =
        Candidates.of(LISTS, zoned("b", Zone.LINK, "Related: Fish", "All rights reserved")).get(0);

    assertThat(copy.imprint().equalsWhole(first.imprint())).isTrue();
  }

  /** The same story between other furniture. */
  private static Article zoned(String id, Zone zone, String above, String below) {
    String story = "Sergei Shoigu left at five. ".repeat(9).strip();
    String body = above + "\n" + story + "\n" + below;
    Article plain = article(id, "T", body);
    int end = above.length() + 1 + story.length();
    return new Article(
        plain.id(),
        plain.revision(),
        plain.source(),
        plain.url(),
        plain.title(),
        body,
        List.of(
            new ZoneSpan(zone, 0, above.length()), new ZoneSpan(Zone.LINK, end + 1, body.length())),
        plain.language(),
        plain.author(),
        plain.publishedAt(),
        plain.fetchedAt(),
        false);
  }

  @Test
  void headlinesOverTheSameStubAreDifferentStories() {
    Candidate first = Candidates.of(LISTS, article("a", "Sergei Shoigu flies", "(Wire)")).get(0);
    Candidate other = Candidates.of(LISTS, article("b", "Sergei Shoigu lands", "(Wire)")).get(0);
    Candidate copy = Candidates.of(LISTS, article("c", "SERGEI SHOIGU FLIES", "(Wire)")).get(0);

    assertThat(other.imprint().equalsWhole(first.imprint())).isFalse();
    assertThat(copy.imprint().equalsWhole(first.imprint())).isTrue();
  }

  @Test
  void aMentionOfAWholePageIsQuotedByItsHead() {
    String name = "x".repeat(70_000);
    Candidate candidate =
        Candidates.of(watchlists(entry("long", name)), article("a", "T", name)).get(0);

    assertThat(candidate.hits()).hasSize(1);
    assertThat(candidate.hits().get(0).surface()).hasSize(1_000);
    assertThat(candidate.hits().get(0).end()).isEqualTo(70_000);
  }
}
