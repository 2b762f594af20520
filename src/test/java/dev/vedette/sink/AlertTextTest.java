package dev.vedette.sink;

import static dev.vedette.Samples.NOON;
import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static dev.vedette.Samples.watchlists;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.Alerts;
import dev.vedette.MapMemory;
import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.alert.Stories;
import dev.vedette.watchlist.Watchlists;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class AlertTextTest {

  private static final Watchlists LISTS = watchlists(entry("shoigu", "Sergei Shoigu"));

  private final AlertText plain = new AlertText(false, ZoneOffset.UTC);

  @Test
  void saysWhoWhereInWhichWordsAndWhy() {
    assertThat(plain.of(alert("Visit", "On Tuesday SERGEI\nSHOIGU flew. Sergei Shoigu left.")))
        .isEqualTo(
            """
            HIGH     Sergei Shoigu  list/shoigu  2026-11-23 12:00:00
                     Visit — wire, en
                     On Tuesday «SERGEI SHOIGU» flew. «Sergei Shoigu» left.
                     why: 'SERGEI SHOIGU' at 11 in body, case+spacing; 'Sergei Shoigu' at 31 in body, exact (score 1.00)
                     https://wire.example/a
            """);
  }

  @Test
  void anAlertOfASilencedEntrySaysWhoSilencedItAndWhy() {
    assertThat(plain.of(Alerts.alert().silenced().build())).contains(" [silenced by me: known]\n");
    assertThat(SilenceText.of(NOON, "", "")).isEqualTo("silenced until " + NOON);
  }

  @Test
  void aCopySaysThatItIsOne() {
    Stories stories = new Stories(new MapMemory(new HashMap<>()));
    stories.tell(candidate("a", "Visit", "Sergei Shoigu flew."), Instant.MIN);
    Alert copy = stories.tell(candidate("b", "Visit", "Sergei Shoigu flew."), Instant.MIN);

    assertThat(plain.of(copy))
        .isEqualTo(
            """
            HIGH     again: Sergei Shoigu  list/shoigu  2026-11-23 12:00:00
                     Visit — wire, en (copies of the story so far: 1)
            """);
  }

  @Test
  void aCorrectionAndAWithdrawalSayWhatHasBecomeOfTheArticle() {
    Stories stories = new Stories(new MapMemory(new HashMap<>()));
    stories.tell(candidate("a", "Visit", "Sergei Shoigu flew."), Instant.MIN);
    Alert same = stories.tell(candidate("a", "Visit", "Sergei Shoigu went."), Instant.MIN);
    Alert other = stories.tell(candidate("a", "Visit", "SERGEI SHOIGU went."), Instant.MIN);
    Candidate none =
        Candidates.withdrawal(LISTS, article("a", "Visit", "He went."), "shoigu").orElseThrow();

    assertThat(plain.of(same) + plain.of(other) + plain.of(stories.tell(none, Instant.MIN)))
        .isEqualTo(
            """
            HIGH     corrected: Sergei Shoigu  list/shoigu  2026-11-23 12:00:00
                     Visit — wire, en (its mentions are the same)
            HIGH     corrected: Sergei Shoigu  list/shoigu  2026-11-23 12:00:00
                     Visit — wire, en (its mentions have changed)
            HIGH     withdrawn: Sergei Shoigu  list/shoigu  2026-11-23 12:00:00
                     Visit — wire, en (was edited, and is no match any more)
            """);
  }

  @Test
  void aSummarySaysHowManyAndSinceWhen() {
    Alert summary =
        Alerts.alert().summary(new Alert.Summary(412, NOON.minusSeconds(600), NOON)).build();

    assertThat(plain.of(summary))
        .isEqualTo(
            """
            HIGH     more: Sergei Shoigu  list/shoigu  2026-11-23 12:00:00
                     Visit — wire, en (the last of 412 since 2026-11-23 11:50:00; alerts --suppressed has them)
            """);
  }

  @Test
  void manyMentionsAreCounted() {
    assertThat(plain.of(alert("T", "Sergei Shoigu. ".repeat(7)))).contains("; and 4 more (score");
  }

  @Test
  void aTerminalCannotBeSteeredFromAnArticle() {
    String text = plain.of(alert("\u001b[2Jgone\u202e", "Sergei Shoigu \u001b]0;owned\u0007."));

    assertThat(text).doesNotContain("\u001b").doesNotContain("\u0007").doesNotContain("\u202e");
  }

  @Test
  void coloursMarkTheMention() {
    AlertText coloured = new AlertText(true, ZoneOffset.UTC);

    assertThat(coloured.of(alert("T", "Sergei Shoigu.")))
        .contains("\u001b[1;30;43mSergei Shoigu\u001b[0m");
  }

  @Test
  void theConsoleDelivers() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ConsoleSink sink = new ConsoleSink(new PrintStream(bytes, true, UTF_8), plain);

    assertThat(sink.deliver(Notification.of(alert("T", "Sergei Shoigu."))))
        .isEqualTo(new Delivery.Delivered());
    assertThat(bytes.toString(UTF_8)).contains("«Sergei Shoigu»");
  }

  private static Alert alert(String title, String body) {
    return Samples.raised(candidate("a", title, body));
  }

  private static Candidate candidate(String id, String title, String body) {
    return Candidates.of(LISTS, article(id, title, body)).get(0);
  }
}
