package dev.vedette.watchlist;

import dev.vedette.article.Article;
import dev.vedette.article.Zone;
import dev.vedette.text.Folded;
import dev.vedette.watchlist.Hit.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is searched: its fields folded.
 *
 * <p>Where the title is a copy of the body's first line, as with plain text files, it is not
 * searched as well, or everything in it would be told twice; that line is the headline then.
 */
final class Reading {

  private static final Folded NOTHING = Folded.of("");

  private final Article article;
  private final boolean repeated;
  private final int headlineEnd;
  private final Folded title;
  private final Folded body;
  private int @Nullable [] titleWords;
  private int @Nullable [] bodyWords;

  Reading(Article article) {
    this.article = article;
    String first = firstLine(article.body());
    this.repeated = !first.isBlank() && first.strip().equals(article.title().strip());
    this.headlineEnd = repeated ? first.length() : 0;
    this.title = repeated ? NOTHING : Folded.of(article.title());
    this.body = Folded.of(article.body());
  }

  private static String firstLine(String body) {
    int from = 0;
    while (from < body.length() && Character.isWhitespace(body.charAt(from))) {
      from++;
    }
    int end = from;
    while (end < body.length() && body.charAt(end) != '\n' && body.charAt(end) != '\r') {
      end++;
    }
    return body.substring(0, end);
  }

  Article article() {
    return article;
  }

  /** The fields that are searched, those without text included. */
  List<Field> fields() {
    return repeated ? List.of(Field.BODY) : List.of(Field.TITLE, Field.BODY);
  }

  Folded folded(Field field) {
    return field == Field.TITLE ? title : body;
  }

  String text(Field field) {
    return field == Field.TITLE ? article.title() : article.body();
  }

  Zone zone(Span span) {
    if (span.field() == Field.TITLE) {
      return Zone.TITLE;
    }
    Zone zone = article.zoneAt(start(span));
    return zone == Zone.BODY && isHeadline(span) ? Zone.TITLE : zone;
  }

  boolean isHeadline(Span span) {
    return span.field() == Field.TITLE || start(span) < headlineEnd;
  }

  int start(Span span) {
    return folded(span.field()).start(span.from());
  }

  int end(Span span) {
    return folded(span.field()).end(span.to() - 1);
  }

  String surface(Span span) {
    return folded(span.field()).surface(span.from(), span.to());
  }

  /** The number of the word in which a character stands, counted through its field. */
  int word(Field field, int at) {
    return (field == Field.TITLE ? titleWords() : bodyWords())[at];
  }

  private int[] titleWords() {
    if (titleWords == null) {
      titleWords = title.wordNumbers();
    }
    return titleWords;
  }

  private int[] bodyWords() {
    if (bodyWords == null) {
      bodyWords = body.wordNumbers();
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
    Folded text = folded(left.field());
    int breaks = 0;
    for (int at = left.to(); at < right.from(); at++) {
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
