package dev.vedette.stream;

import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static dev.vedette.Samples.watchlists;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.MapMemory;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.alert.Stories;
import dev.vedette.alert.Told;
import dev.vedette.article.Article;
import dev.vedette.poll.Habits;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Recheck;
import dev.vedette.poll.Subscription;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that reaches a producer may exceed what a broker takes. */
class SizesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u0001", "\"", "я", "쇼", "\ud83d\ude00"})
  void anArticleFitsWhateverItsScript(String letter) {
    String body = letter.repeat(Article.MAX_BODY / letter.length());

    Article fitting = Sizes.fit(article("a", letter.repeat(Article.MAX_TITLE / 2), body));

    assertThat(Json.size(fitting)).isLessThanOrEqualTo(Sizes.MAX_BYTES);
    assertThat(body).startsWith(fitting.body());
    assertThat(fitting.truncated()).isEqualTo(fitting.body().length() < body.length());
    assertThat(fitting.body()).hasSizeGreaterThan(100_000);
    assertThat(Character.isHighSurrogate(fitting.body().charAt(fitting.body().length() - 1)))
        .isFalse();
  }

  @Test
  void anArticleThatFitsStaysAsItIs() {
    Article small = article("a", "T", "Short.");

    assertThat(Sizes.fit(small)).isSameAs(small);
  }

  @Test
  void theLargestAlertFits() {
    String name = "쇼".repeat(300);
    Candidate candidate =
        Candidates.of(
                watchlists(entry("long", name)),
                article("a", "제".repeat(2000), (name + " ").repeat(900)))
            .get(0);
    Map<Long, Told> memory = new HashMap<>();
    Stories stories = new Stories(new MapMemory(memory));
    stories.tell(candidate, Instant.MIN);
    for (int i = 0; i < Alert.MAX_COPIES + Told.MOST_UNLISTED; i++) {
      stories.tell(copy(candidate, i), Instant.MIN);
    }
    Alert alert = stories.tell(copy(candidate, 5000), Instant.MIN);

    assertThat(alert.totalHits()).isEqualTo(900);
    assertThat(Json.size(candidate)).isLessThanOrEqualTo(Sizes.MAX_BYTES);
    assertThat(ToldSerde.create().serializer().serialize("t", memory.values().iterator().next()))
        .hasSizeLessThanOrEqualTo(Sizes.MAX_BYTES);
    assertThat(Json.size(Sizes.fit(alert))).isLessThanOrEqualTo(Sizes.MAX_BYTES);
  }

  @Test
  void theLargestPollStateFits() {
    PollState state =
        new PollState(
            "s",
            "https://s.example/" + "x".repeat(2000),
            "e",
            "l",
            Collections.nCopies(PollState.MAX_SEEN, "0123456789abcdef"),
            Instant.MAX.minusSeconds(1_000_000_000_000L),
            1,
            "e".repeat(500),
            null,
            null,
            1,
            Habits.NONE,
            Collections.nCopies(
                20,
                new Recheck(
                    "https://s.example/" + "x".repeat(480),
                    "e".repeat(200),
                    "l".repeat(200),
                    "0123456789abcdef",
                    6,
                    4,
                    Instant.MAX.minusSeconds(1_000_000_000_000L))),
            Collections.nCopies(PollState.MAX_LEFT_OUT, "0123456789abcdef"),
            new Subscription(
                "h".repeat(1_000),
                "t".repeat(1_000),
                Instant.MAX.minusSeconds(1_000_000_000_000L),
                1,
                "e".repeat(5_000),
                null,
                null,
                null,
                0));

    assertThat(Json.size(state)).isLessThanOrEqualTo(512 * 1024);
  }

  private static Candidate copy(Candidate of, int number) {
    return new Candidate(
        of.watchlist(),
        of.watchlistVersion(),
        of.entry(),
        of.title(),
        of.severity(),
        of.score(),
        of.tags(),
        of.silence(),
        of.limits(),
        new Alert.ArticleRef(
            "copy" + number,
            "r",
            "https://copy.example/" + "x".repeat(1900) + number,
            "s",
            of.article().title(),
            "ko",
            null,
            of.article().fetchedAt()),
        of.imprint(),
        of.hits(),
        of.totalHits(),
        of.snippet());
  }
}
