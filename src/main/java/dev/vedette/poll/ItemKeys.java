package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what one item of a feed is known again, and by what it is noticed that it was edited. All are
 * hashes among those that a source remembers.
 *
 * @param identities any of which makes it known; the first names it
 * @param former what earlier versions of this program would remember it by besides
 * @param text what it says, whatever the markup around it; the same for a copy
 * @param telling whether the text is long enough to know the item by, when all else has changed
 * @param updated when it says that it was edited; null where it does not say
 */
record ItemKeys(
    List<String> identities,
    List<String> former,
    String text,
    boolean telling,
    @Nullable String updated) {

  /** An item that never comes to rest, as it counts its readers say, is told no more. */
  static final int MAX_EDITS = 5;

  /** What an item is to those who know what was there before. */
  enum News {
    NEW,
    /** It was there, and says something else now. */
    EDITED,
    NONE
  }

  /** Copies its lists. */
  ItemKeys {
    identities = List.copyOf(identities);
    former = List.copyOf(former);
  }

  String first() {
    return identities.get(0);
  }

  /** What it is to a source that remembers this. */
  News news(Seen seen) {
    if (!isKnown(seen)) {
      return telling && seen.contains(text) ? News.NONE : News.NEW;
    }
    boolean same = seen.contains(text) && (updated == null || seen.contains(updated));
    return same || !seen.contains(followed()) || edits(seen) == MAX_EDITS ? News.NONE : News.EDITED;
  }

  /** Whether only its date says that it was edited. */
  boolean saysTheSame(Seen seen) {
    return seen.contains(text);
  }

  private boolean isKnown(Seen seen) {
    return identities.stream().anyMatch(seen::contains) || former.stream().anyMatch(seen::contains);
  }

  /** It was told, or need not be. */
  void remember(Seen seen) {
    all().forEach(seen::add);
  }

  /** It was told again, for its new words. */
  void rememberEdit(Seen seen) {
    seen.add(edit(edits(seen) + 1));
    remember(seen);
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(identities);
    all.add(followed());
    all.add(text);
    if (updated != null) {
      all.add(updated);
    }
    return all;
  }

  /** What shows an edit, or how many there were. */
  List<String> editions() {
    List<String> editions = all();
    editions.removeAll(identities);
    for (int number = 1; number <= MAX_EDITS; number++) {
      editions.add(edit(number));
    }
    return editions;
  }

  /** Whether it was ever compared: what an earlier version remembers was not. */
  private String followed() {
    return Seen.hash(Fingerprint.of("followed", first()));
  }

  private String edit(int number) {
    return Seen.hash(Fingerprint.of("edit", first(), String.valueOf(number)));
  }

  private int edits(Seen seen) {
    int edits = 0;
    while (edits < MAX_EDITS && seen.contains(edit(edits + 1))) {
      edits++;
    }
    return edits;
  }
}
