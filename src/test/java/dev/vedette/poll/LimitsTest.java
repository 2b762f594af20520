package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.document.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a source can make us keep: of an article all but title and body is small. */
class LimitsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static Article article(String url, String language, String author) {
    return new Draft("id", url, "t", "b", List.of(), language, author, null).from("s", NOW);
  }

  @ParameterizedTest(name = "an address of {0}: {1} are kept")
  @CsvSource({"2000, 2000", "2001, 0"})
  void dropsAnAddressThatIsTooLong(int length, int kept) {
    assertThat(article("u".repeat(length), "", "").url()).hasSize(kept);
  }

  @Test
  void cutsAuthorAndLanguageButNotThroughACharacter() {
    Article article = article("", "x".repeat(36), "a".repeat(499) + "😀");

    assertThat(article.language()).hasSize(35);
    assertThat(article.author()).isEqualTo("a".repeat(499));
  }

  @Test
  void knowsAnItemByItsWholeAddressEvenIfThatIsNotKept() throws Exception {
    String link = "https://x.example/" + "a".repeat(2_000);
    String feed =
        "<rss version='2.0'><channel><item><title>t</title><link>%s</link></item></channel></rss>"
            .formatted(link);

    Article article =
        new Documents().read("s", "f.xml", feed.getBytes(StandardCharsets.UTF_8), NOW, "").get(0);

    assertThat(article.url()).isEmpty();
    assertThat(article.id()).isEqualTo(Fingerprint.of(CanonicalUrl.identity(link)));
  }

  private static PollState state(String url, @Nullable String validator, @Nullable String error) {
    return new PollState("s", url, validator, validator, List.of(), NOW, 0, error, null, null, 0);
  }

  @ParameterizedTest(name = "a validator of {0}: {1}")
  @CsvSource({"1000, true", "1001, false"})
  void forgetsAValidatorThatIsTooLong(int length, boolean kept) {
    PollState state = state("u", "v".repeat(length), null);

    assertThat(state.etag() != null).isEqualTo(kept);
    assertThat(state.lastModified() != null).isEqualTo(kept);
  }

  @Test
  void cutsWhatWentWrong() {
    assertThat(state("u", null, "e".repeat(501)).lastError()).hasSize(500);
    assertThat(state("u", null, "e".repeat(500)).lastError()).hasSize(500);
  }

  @Test
  void tellsLongAddressesOfSourcesApart() {
    String one = state("u".repeat(3_000) + 1, null, null).url();
    String two = state("u".repeat(3_000) + 2, null, null).url();

    assertThat(one).hasSize(2_000).isNotEqualTo(two);
    assertThat(state(one, null, null).url()).as("read back").isEqualTo(one);
  }
}
