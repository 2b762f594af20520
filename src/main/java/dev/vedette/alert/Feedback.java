package dev.vedette.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of an alert, or of an entry that is not to disturb anybody for a while. The
 * latest word about each counts; to take it back, its record is deleted.
 *
 * @param kind what was said
 * @param about id of the alert; of the entry, if it is a silence
 * @param note why, for whoever wonders; may be empty
 * @param by who said so; may be empty
 * @param at when
 * @param until when a silence ends; null for any other, or if somebody must end it
 */
public record Feedback(
    Kind kind, String about, String note, String by, Instant at, @Nullable Instant until) {

  /** The name and major version of its JSON. */
  public static final String SCHEMA = "vedette.feedback/1";

  /** The longest note, in UTF-16 units. */
  public static final int MAX_NOTE = 2_000;

  /** The longest name of who said so, in UTF-16 units. */
  public static final int MAX_BY = 100;

  /** What a person can say. */
  public enum Kind {
    /** Somebody has read it. */
    SEEN,
    /** It should not have been raised. */
    FALSE_ALARM,
    /** Others should read it. */
    IMPORTANT,
    /** The entry's alerts are still written, marked as silenced. */
    SILENCE
  }

  /**
   * @throws IllegalArgumentException if it is about nothing, too long, or ends and is no silence
   */
  public Feedback {
    if (about.isBlank()) {
      throw new IllegalArgumentException("about: '' (expected: the id of an alert or entry)");
    }
    if (note.length() > MAX_NOTE) {
      throw new IllegalArgumentException(
          "note: %d characters (expected: at most %d)".formatted(note.length(), MAX_NOTE));
    }
    if (by.length() > MAX_BY) {
      throw new IllegalArgumentException(
          "by: %d characters (expected: at most %d)".formatted(by.length(), MAX_BY));
    }
    if (until != null && kind != Kind.SILENCE) {
      throw new IllegalArgumentException("until: " + until + " (expected: none but of a silence)");
    }
  }

  /** The name and major version of its JSON. */
  public String schema() {
    return SCHEMA;
  }

  /** The key of what is said of an alert. */
  public static String keyOfAlert(String alert) {
    return "alert:" + alert;
  }

  /** The key of a silence of an entry. */
  public static String keyOfEntry(String entry) {
    return "entry:" + entry;
  }

  /** The alert that a key stands for; null if it stands for none. */
  public static @Nullable String alertOf(String key) {
    return key.startsWith("alert:") ? key.substring("alert:".length()) : null;
  }

  /** Its key on its topic: one for each alert, and one for each entry. */
  public String key() {
    return kind == Kind.SILENCE ? keyOfEntry(about) : keyOfAlert(about);
  }

  /** Whether it silences its entry at this time. */
  public boolean silencesAt(Instant time) {
    return kind == Kind.SILENCE && (until == null || time.isBefore(until));
  }
}
