package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  private final Watchlists before =
      AnEntry.list(
          AnEntry.of("same").names("Kim Jong Un"),
          AnEntry.of("renamed").names("Sergei Shoigu"),
          AnEntry.of("gone").names("Kang Sun Nam"),
          AnEntry.of("refers").query("@renamed AND visit"),
          AnEntry.of("refers-on").query("@refers OR parade"),
          AnEntry.of("pattern").query("/kn-?2[0-9]/"));

  private final Watchlists after =
      AnEntry.list(
          AnEntry.of("pattern").query("/kn-?2[0-9]/"),
          AnEntry.of("refers-on").query("@refers OR parade"),
          AnEntry.of("refers").query("@renamed AND visit"),
          AnEntry.of("renamed").names("Sergey Shoigu"),
          AnEntry.of("fresh").names("Sergei Shoigu"),
          AnEntry.of("same").names("Kim Jong Un"));

  @Test
  void whatDiffersAndWhatRefersToItIsDifferentInWhateverOrder() {
    assertThat(before.differences(after))
        .containsExactly("fresh", "gone", "refers", "refers-on", "renamed");
    assertThat(after.differences(before)).isEqualTo(before.differences(after));
    assertThat(before.differences(before)).isEmpty();
  }

  @Test
  void anEntryInAnotherWatchlistIsDifferent() {
    Watchlist other = new Watchlist("other", "Other", before.lists().get(0).entries(), false);

    assertThat(before.differences(Watchlists.of(List.of(other), "v2"))).hasSize(6);
  }

  @Test
  void someEntriesBringThoseThatTheyReferTo() {
    assertThat(before.only(Set.of("refers-on", "unknown")).lists().get(0).entries())
        .extracting(Entry::id)
        .containsExactly("renamed", "refers", "refers-on");
  }
}
