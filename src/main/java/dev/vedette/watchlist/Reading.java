package dev.vedette.watchlist;

import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.text.Folded;
import dev.vedette.watchlist.Hit.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is searched. What costs a pass over a field is done when it is first asked for.
 *
 * <p>Where the title is a copy of the body's first line, as with plain text files, it is not
 * searched as well, or everything in it would be told twice; that line is the headline then.
 */
final class Reading {

  private final Article article;

  /** Where the title ends that the body begins with; 0 if it does not. */
  private final int headlineEnd;

  private @Nullable Folded title;
  private @Nullable Folded body;
  private int @Nullable [] titleWords;
  private int @Nullable [] bodyWords;

  Reading(Article article) {
    this.article = article;
    this.headlineEnd = headlineEnd(article.title().strip(), article.body());
  }

  /** Where the first line with anything in it ends, if it is the title; 0 if it is not. */
  private static int headlineEnd(String title, String body) {
    int from = 0;
    while (from < body.length() && Character.isWhitespace(body.charAt(from))) {
      from++;
    }
    if (title.isEmpty() || !body.startsWith(title, from)) {
      return 0;
    }
    int end = from + title.length();
    while (end < body.length() && body.charAt(end) != '\n' && body.charAt(end) != '\r') {
      if (!Character.isWhitespace(body.charAt(end))) {
        return 0;
      }
      end++;
    }
    return end;
  }

  Article article() {
    return article;
  }

  /** The fields that are searched, those without text included. */
  List<Field> fields() {
    return headlineEnd > 0 ? List.of(Field.BODY) : List.of(Field.TITLE, Field.BODY);
  }

  Folded folded(Field field) {
    if (field == Field.TITLE) {
      title = title == null ? Folded.of(article.title()) : title;
      return title;
    }
    body = body == null ? Folded.of(article.body()) : body;
    return body;
  }

  String text(Field field) {
    return field == Field.TITLE ? article.title() : article.body();
  }

  Zone zone(Span span) {
    if (span.field() == Field.TITLE) {
      return Zone.TITLE;
    }
    Zone zone = article.zoneAt(span.from());
    return zone == Zone.BODY && isHeadline(span) ? Zone.TITLE : zone;
  }

  boolean isHeadline(Span span) {
    return span.field() == Field.TITLE || span.from() < headlineEnd;
  }

  /**
   * A mention of what the span is labelled with.
   *
   * @param how the steps between that and the words
   */
  Hit hit(Span span, List<String> how, Hit.Strength strength) {
    return new Hit(
        span.field(),
        zone(span),
        span.from(),
        span.to(),
        surface(span),
        span.label(),
        how,
        strength);
  }

  String surface(Span span) {
    return text(span.field()).substring(span.from(), span.to());
  }

  /** The number of the word in which an offset lies, counted through its field. */
  int word(Field field, int offset) {
    int at = folded(field).indexAt(offset);
    return (field == Field.TITLE ? titleWords() : bodyWords())[at];
  }

  private int[] titleWords() {
    if (titleWords == null) {
      titleWords = folded(Field.TITLE).wordNumbers();
    }
    return titleWords;
  }

  private int[] bodyWords() {
    if (bodyWords == null) {
      bodyWords = folded(Field.BODY).wordNumbers();
    }
    return bodyWords;
  }

  /**
   * Whether a reader sees two stretches as one: nothing but a space, hyphen or the like between.
   */
  boolean adjoin(Span left, Span right) {
    if (left.field() != right.field()) {
      return false;
    }
    if (left.to() >= right.from()) {
      return true;
    }
    Folded text = Folded.of(text(left.field()).substring(left.to(), right.from()));
    int breaks = 0;
    for (int at = 0; at < text.length(); at++) {
      switch (text.kind(at)) {
        case SPACE, HYPHEN, APOSTROPHE -> {}
        case BREAK -> breaks++;
        default -> {
          return false;
        }
      }
    }
    return breaks <= 1;
  }
}
