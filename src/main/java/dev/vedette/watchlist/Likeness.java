package dev.vedette.watchlist;

import dev.vedette.text.Tokens;
import dev.vedette.watchlist.Hit.Field;
import dev.vedette.watchlist.Hit.Strength;
import dev.vedette.watchlist.Obstacle.NearMiss;
import dev.vedette.watchlist.Obstacle.Nearness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How like a name the words of one field are, letter by letter. */
final class Likeness {

  /** Words that share less of their letters have nothing to do with each other. */
  private static final double MOST_UNLIKE = 0.34;

  /** A shorter word is a part of too many names. */
  private static final int LEAST_LETTERS = 3;

  private final Reading reading;
  private final Field field;
  private final Tokens tokens;
  private final Map<String, Integer> places = new HashMap<>();

  Likeness(Reading reading, Field field) {
    this.reading = reading;
    this.field = field;
    this.tokens = Tokens.of(reading.text(field));
    for (int token = 0; token < tokens.count(); token++) {
      places.putIfAbsent(tokens.word(token), token);
    }
  }

  /** The words that come nearest to a name, if any are like it. */
  Optional<Resemblance> best(Name name) {
    Tokens words = Tokens.of(name.text());
    return Stream.of(misprinted(name, words), partly(name, words))
        .flatMap(Optional::stream)
        .min(Resemblance.NEAREST_FIRST);
  }

  /** As many words as the name has, with some letters changed. */
  private Optional<Resemblance> misprinted(Name name, Tokens words) {
    String wanted = letters(words, 0, words.count());
    int limit = (int) (wanted.length() * MOST_UNLIKE);
    int nearest = limit + 1;
    int at = -1;
    for (int token = 0; token + words.count() <= tokens.count(); token++) {
      int distance =
          Misprints.distance(wanted, letters(tokens, token, token + words.count()), nearest - 1);
      if (distance < nearest) {
        nearest = distance;
        at = token;
      }
    }
    if (at < 0) {
      return Optional.empty();
    }
    Hit hit = hit(name, at, at + words.count() - 1);
    Nearness nearness =
        nearest > 0 ? new Nearness.Misprints(nearest, name.fuzzy()) : sameLetters(name, hit);
    return Optional.of(
        new Resemblance(new NearMiss(name, hit, nearness), (double) nearest / wanted.length()));
  }

  private static Nearness sameLetters(Name name, Hit hit) {
    boolean otherCase =
        hit.surface().equalsIgnoreCase(name.text()) && !hit.surface().equals(name.text());
    return otherCase ? new Nearness.OtherCase() : new Nearness.Parted();
  }

  /** Some words of the name, unchanged. */
  private Optional<Resemblance> partly(Name name, Tokens words) {
    List<String> missing = new ArrayList<>();
    int first = -1;
    int letters = 0;
    for (int word = 0; word < words.count(); word++) {
      Integer place = places.get(words.word(word));
      if (place == null || words.size(word) < LEAST_LETTERS) {
        missing.add(name.text().substring(words.start(word), words.end(word)));
      } else {
        first = first < 0 ? place : first;
        letters += words.size(word);
      }
    }
    if (first < 0 || missing.isEmpty()) {
      return Optional.empty();
    }
    double unlike = 1 - (double) letters / letters(words, 0, words.count()).length();
    return Optional.of(
        new Resemblance(
            new NearMiss(name, hit(name, first, first), new Nearness.Part(missing)), unlike));
  }

  private static String letters(Tokens tokens, int from, int to) {
    return String.join("", IntStream.range(from, to).mapToObj(tokens::word).toList());
  }

  private Hit hit(Name name, int first, int last) {
    Span span = new Span(field, tokens.start(first), tokens.end(last), name.text());
    return reading.hit(span, List.of(), Strength.WEAK);
  }
}
