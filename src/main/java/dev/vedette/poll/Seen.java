package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which articles of a source are not new any more. */
final class Seen {

  /** How many hashes are remembered of what the source does not show any more. */
  static final int OTHERS = 3_000;

  private static final int HASH = 16;

  private final List<String> before;
  private final Set<String> known;

  Seen(PollState state) {
    this.before = state.seen();
    this.known = new HashSet<>(before);
  }

  /** Eight bytes of a hash of what an article is known by, in hex. */
  static String hash(String identity) {
    return Fingerprint.of(identity).substring(0, HASH);
  }

  boolean contains(String hash) {
    return known.contains(hash);
  }

  /** From now on it is not new. */
  void add(String hash) {
    known.add(hash);
  }

  /**
   * What to remember: first what the source still shows, so that it is not taken for new, then at
   * most {@link #OTHERS} others, the most recent first, for what is away and comes back. A source
   * that shows nothing at all is not believed: everything is remembered.
   *
   * @param shown the hashes of what the source shows now, new or not
   */
  List<String> after(Collection<String> shown) {
    return shown.isEmpty() ? before : after(shown, OTHERS);
  }

  /** The same for a source that could be looked at in part only: all others are remembered. */
  List<String> afterPart(Collection<String> shown) {
    return after(shown, PollState.MAX_SEEN);
  }

  private List<String> after(Collection<String> shown, int others) {
    Set<String> ordered = new LinkedHashSet<>();
    for (String hash : shown) {
      if (known.contains(hash)) {
        ordered.add(hash);
      }
    }
    int most = Math.min(ordered.size() + others, PollState.MAX_SEEN);
    ordered.addAll(before);
    List<String> kept = new ArrayList<>(ordered);
    return kept.subList(0, Math.min(kept.size(), most));
  }
}
