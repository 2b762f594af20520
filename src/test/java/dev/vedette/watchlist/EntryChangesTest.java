package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryChangesTest {

  private static Entry entry(String id, Severity severity, String tag, String... names) {
    return new Entry(
        id,
        Kind.PERSON,
        id,
        List.of(names).stream().map(Name::of).toList(),
        List.of(),
        List.of(),
        List.of(),
        null,
        severity,
        Set.of(tag),
        Filters.NONE,
        null,
        Entry.Tests.NONE);
  }

  @Test
  void sayWhatIsNewGoneAndChanged() {
    Entry same = entry("same", Severity.LOW, "x", "Ada Tarkhan");
    Entry before = entry("changed", Severity.LOW, "x", "Orest Vardanov", "Orest Vardan");
    Entry now = entry("changed", Severity.HIGH, "y", "Orest Vardanov", "Oreste Vardanov");
    Entry gone = entry("gone", Severity.LOW, "x", "Lev Tarkhan");
    Entry added = entry("new", Severity.LOW, "x", "Ida Tarkhan");

    EntryChanges changes =
        EntryChanges.between(List.of(gone, before, same), List.of(added, same, now));

    assertThat(changes)
        .isEqualTo(
            new EntryChanges(
                List.of(added),
                List.of(gone),
                List.of(
                    new EntryChanges.Changed(
                        now,
                        List.of(
                            "names: +'Oreste Vardanov' -'Orest Vardan'",
                            "tags: +'y' -'x'",
                            "severity"))),
                1));
    assertThat(changes.isEmpty()).isFalse();
  }

  @Test
  void anotherOrderOfNamesIsAChangeOfTheEntry() {
    Entry before = entry("a", Severity.LOW, "x", "Orest Vardanov", "Oreste Vardanov");
    Entry now = entry("a", Severity.LOW, "x", "Oreste Vardanov", "Orest Vardanov");

    assertThat(EntryChanges.between(List.of(before), List.of(now)).changed())
        .extracting(EntryChanges.Changed::what)
        .containsExactly(List.of("order or match of names"));
  }

  @Test
  void nothingIsNoChange() {
    List<Entry> entries = List.of(entry("a", Severity.LOW, "x", "Orest Vardanov"));

    assertThat(EntryChanges.between(entries, entries))
        .isEqualTo(new EntryChanges(List.of(), List.of(), List.of(), 1));
  }
}
