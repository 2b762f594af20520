package dev.vedette.web;

import dev.vedette.alert.Feedback;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Silence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A silence of an entry that holds.
 *
 * @param until when it ends; null if somebody must end it
 * @param reason why
 * @param by who asked for it
 * @param inFile whether the watchlist says so, else it was asked for on the page
 */
record Silenced(@Nullable Instant until, String reason, String by, boolean inFile) {

  /** By entry, those that were asked for on the page and hold now. */
  static Map<String, Silenced> asked(Desk desk, Instant now) {
    Map<String, Silenced> holding = new HashMap<>();
    for (Feedback said : desk.alerts().silences()) {
      if (said.silencesAt(now)) {
        holding.put(said.about(), new Silenced(said.until(), said.note(), said.by(), false));
      }
    }
    return holding;
  }

  /** What silences an entry: its file, else what was asked for; null if nothing does. */
  static @Nullable Silenced of(Entry entry, Map<String, Silenced> asked, Instant now) {
    Silence own = entry.silence();
    return own != null && own.holdsAt(now)
        ? new Silenced(own.until(), own.reason(), own.by(), true)
        : asked.get(entry.id());
  }
}
