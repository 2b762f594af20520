package dev.vedette.poll;

import dev.vedette.page.PageText;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In one poll of a list, the pages that are asked for again because nothing else tells that they
 * were edited. A few of the newest, a few in each poll, and only if they have changed.
 */
final class PageEdits {

  /** The most pages of one source that are followed. */
  static final int MOST = 20;

  /** The most that are asked for in one poll. */
  private static final int MOST_AT_ONCE = 5;

  private final Instant now;
  private final List<Recheck> fresh = new ArrayList<>();
  private final List<Recheck> kept = new ArrayList<>();
  private final Iterator<Recheck> due;

  /**
   * @param before what the last poll left to do
   */
  PageEdits(List<Recheck> before, Instant now) {
    this.now = now;
    List<Recheck> asked = new ArrayList<>();
    for (Recheck page : before) {
      (page.isDue(now) && asked.size() < MOST_AT_ONCE ? asked : kept).add(page);
    }
    this.due = asked.iterator();
  }

  static boolean isAnyDue(PollState state, Instant now) {
    return state.rechecks().stream().anyMatch(page -> page.isDue(now));
  }

  /** What a page says; what stands around the article may change at any time. */
  static String said(PageText page) {
    return Seen.hash(page.title() + '\n' + page.prose());
  }

  /** The next page to ask for; null where there is none. */
  @Nullable Recheck next() {
    return due.hasNext() ? due.next() : null;
  }

  /** From now on, this page is asked for again. */
  void follow(URI page, Fetched.Fresh answer, PageText text) {
    Recheck first = text.title().isEmpty() ? null : Recheck.of(page, answer, said(text), now);
    if (first != null) {
      fresh.add(0, first);
    }
  }

  /** It could not be asked for now, and is in the next poll. */
  void postponed(Recheck page) {
    kept.add(page);
  }

  /** It has not changed. */
  void unchanged(Recheck page) {
    keep(page.unchanged(now));
  }

  /** Whether it says something else than before. */
  boolean isEdited(Recheck page, Fetched.Fresh answer, PageText text) {
    String said = said(text);
    if (said.equals(page.said())) {
      unchanged(page);
      return false;
    }
    keep(page.edited(answer, said, now));
    return true;
  }

  private void keep(@Nullable Recheck page) {
    if (page != null) {
      kept.add(page);
    }
  }

  /** What is left to do for the next polls: of those there is no room for, the oldest go. */
  List<Recheck> left() {
    List<Recheck> left = new ArrayList<>(fresh);
    due.forEachRemaining(kept::add);
    left.addAll(kept);
    return left.subList(0, Math.min(left.size(), MOST));
  }
}
