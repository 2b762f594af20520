package dev.vedette.alert;

import static dev.vedette.Samples.NOON;
import static dev.vedette.alert.Feedback.Kind.SEEN;
import static dev.vedette.alert.Feedback.Kind.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FeedbackTest {

  @Test
  void thereIsOneForEachAlertAndOneSilenceForEachEntry() {
    assertThat(new Feedback(SEEN, "a1", "", "", NOON, null).key()).isEqualTo("alert:a1");
    assertThat(new Feedback(SILENCE, "shoigu", "", "", NOON, null).key()).isEqualTo("entry:shoigu");
    assertThat(Feedback.alertOf("alert:a1")).isEqualTo("a1");
    assertThat(Feedback.alertOf("entry:shoigu")).isNull();
  }

  @Test
  void aSilenceHoldsUntilItEnds() {
    Feedback silence = new Feedback(SILENCE, "shoigu", "", "", NOON, NOON.plusSeconds(1));

    assertThat(silence.silencesAt(NOON)).isTrue();
    assertThat(silence.silencesAt(NOON.plusSeconds(1))).isFalse();
    assertThat(new Feedback(SILENCE, "shoigu", "", "", NOON, null).silencesAt(NOON.plusSeconds(9)))
        .isTrue();
    assertThat(new Feedback(SEEN, "shoigu", "", "", NOON, null).silencesAt(NOON)).isFalse();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new Feedback(SEEN, " ", "", "", NOON, null))
        .hasMessage("about: '' (expected: the id of an alert or entry)");
    assertThatThrownBy(() -> new Feedback(SEEN, "a", "x".repeat(2_001), "", NOON, null))
        .hasMessage("note: 2001 characters (expected: at most 2000)");
    assertThatThrownBy(() -> new Feedback(SEEN, "a", "", "x".repeat(101), NOON, null))
        .hasMessage("by: 101 characters (expected: at most 100)");
    assertThatThrownBy(() -> new Feedback(SEEN, "a", "", "", NOON, NOON))
        .hasMessage("until: 2026-11-23T12:00:00Z (expected: none but of a silence)");
  }
}
