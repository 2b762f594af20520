package dev.vedette.sink;

import dev.vedette.alert.Alert;
import dev.vedette.document.SafeHtml;
import dev.vedette.watchlist.Severity;
import java.util.Comparator;

/**
 * The words that all chats and letters have in common; each on one line, and no longer than told.
 */
final class Wording {

  private Wording() {}

  /** What it is about: severity, what happened to it if it is not new, and what was found. */
  static String title(Alert alert, int most) {
    return "[" + alert.severity() + "] " + type(alert) + cut(alert.title(), most);
  }

  /** What an event says of its alert, before a title; empty for a new one. */
  private static String type(Alert alert) {
    return switch (alert.type()) {
      case RAISED -> "";
      case UPDATED -> "again: ";
      case CORRECTED -> "corrected: ";
      case WITHDRAWN -> "withdrawn: ";
      case SUMMARY -> (alert.summary() == null ? "" : alert.summary().count() + " ") + "more: ";
    };
  }

  static String headline(Alert alert, int most) {
    String headline = cut(alert.article().title(), most);
    return headline.isEmpty() ? "(no headline)" : headline;
  }

  /** Where it was published. */
  static String source(Alert alert) {
    String language = alert.article().language();
    return alert.article().source() + (language.isEmpty() ? "" : ", " + language);
  }

  /** Whose alert it is, and how far it has spread. */
  static String origin(Alert alert) {
    int copies = alert.story().totalCopies();
    return alert.watchlist()
        + "/"
        + alert.entry()
        + (copies == 0 ? "" : ", copies so far: " + copies);
  }

  /** The address of the article, if somebody can follow it; else empty. */
  static String url(Alert alert, int most) {
    String url = alert.article().url();
    return url.length() <= most && url.matches("(?i)https?://[^\\s\\p{Cc}\\p{Cf}]+") ? url : "";
  }

  /** Over several alerts. */
  static String summary(Notification notification) {
    String what =
        notification.kind() == Notification.Kind.DIGEST ? "Digest: %d %s%s" : "%d %s together%s";
    int count = notification.alerts().size();
    return what.formatted(
        count,
        count == 1 ? "alert" : "alerts",
        count == 1 ? "" : ", the most urgent " + severity(notification));
  }

  /** The highest of them. */
  static Severity severity(Notification notification) {
    return notification.alerts().stream()
        .map(Alert::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.LOW);
  }

  /** On one line, without what steers a reader's screen, cut between characters. */
  static String cut(String text, int most) {
    String line = SafeHtml.line(Ink.clean(text));
    if (line.length() <= most) {
      return line;
    }
    if (most == 0) {
      return "";
    }
    int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
    return line.substring(0, end) + "…";
  }
}
