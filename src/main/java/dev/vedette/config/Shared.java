package dev.vedette.config;

import dev.vedette.article.Zone;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Silence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a watchlist may say for all its entries, and an entry for itself. Tags add up; whatever else
 * an entry says goes before what its watchlist says.
 */
record Shared(
    Severity severity,
    Set<String> tags,
    Filters filters,
    @Nullable Silence silence,
    Limits limits) {

  /** What holds where nobody says anything. */
  static final Shared DEFAULTS =
      new Shared(Severity.MEDIUM, Set.of(), Filters.NONE, null, Limits.DEFAULTS);

  private static final Format<Instant> TIME =
      new Format<>(
          "a date such as 2027-01-31, or a time such as 2027-01-31T18:00:00Z", Shared::time);

  private static final Format<Integer> MAX_PER_HOUR =
      new Format<>("a whole number from 1 to 100000, or off", Shared::maxPerHour);

  /**
   * What a section says.
   *
   * @param inherited what holds where it is silent
   * @param sourceIds the sources that can be named; null if they are not known
   */
  static Shared read(Section section, Shared inherited, @Nullable Set<String> sourceIds) {
    Set<String> tags = new LinkedHashSet<>(inherited.tags);
    tags.addAll(set(section, "tags", Formats.TEXT, Set.of()));
    Filters outer = inherited.filters;
    Format<String> source =
        sourceIds == null ? Formats.SOURCE_ID : Formats.known("the id of a source", sourceIds);
    Filters filters =
        new Filters(
            set(section, "sources", source, outer.sources()),
            set(section, "languages", Formats.PRIMARY_LANGUAGE, outer.languages()),
            set(section, "zones", Formats.oneOf(Zone.class), outer.zones()),
            section.get("min-score", Formats.fraction(), outer.minScore()));
    return new Shared(
        section.get("severity", Formats.oneOf(Severity.class), inherited.severity),
        tags,
        filters,
        section.has("silence") ? silence(section) : inherited.silence,
        new Limits(
            section.get("max-per-hour", MAX_PER_HOUR, inherited.limits.maxPerHour()),
            section.get(
                "repeat-interval",
                Formats.duration("0s", "7d"),
                inherited.limits.repeatInterval())));
  }

  /** An entry of an imported list, which says nothing of all this but its tags. */
  Entry appliedTo(Entry entry) {
    Set<String> all = new LinkedHashSet<>(tags);
    all.addAll(entry.tags());
    return new Entry(
        entry.id(),
        entry.kind(),
        entry.title(),
        entry.names(),
        entry.weak(),
        entry.context(),
        entry.not(),
        entry.query(),
        severity,
        all,
        filters,
        silence,
        limits,
        entry.tests());
  }

  private static <T> Set<T> set(Section section, String key, Format<T> format, Set<T> inherited) {
    if (!section.has(key)) {
      return inherited;
    }
    Set<T> set = new LinkedHashSet<>();
    for (Value item : section.items(key, "a list, each item " + format.expected())) {
      T one = item.as(format);
      if (one != null && !set.add(one)) {
        item.unexpected("each once");
      }
    }
    return set;
  }

  /** A reason is asked for, so that no entry falls silent by a key that was left over. */
  private static Silence silence(Section section) {
    Section silence = section.section("silence", WatchlistKeys.SILENCE);
    return new Silence(
        silence.get("until", TIME),
        silence.require("reason", Formats.TEXT, ""),
        silence.get("by", Formats.TEXT, ""));
  }

  private static @Nullable Integer maxPerHour(String text) {
    if (text.equals("off")) {
      return Limits.ALL;
    }
    boolean fits = text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) <= 100_000;
    return fits ? Integer.valueOf(text) : null;
  }

  private static @Nullable Instant time(String text) {
    try {
      return text.length() == "2027-01-31".length()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
