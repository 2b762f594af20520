package dev.vedette.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a site puts around its articles: subscribe, read more, all rights reserved. Told by phrases
 * of {@code furniture.txt}, sentence by sentence; a line that is furniture for the most part is so
 * altogether, and so is a short sentence between two such. Compare Kohlschütter, Fankhauser and
 * Nejdl, "Boilerplate Detection using Shallow Text Features" (2010), where the neighbours of a
 * block say as much about it as its words.
 */
final class Furniture {

  /** Letters of a sentence that can stand between furniture without being an article's. */
  private static final int SHORT = 60;

  /** How many sentences away the furniture on either side of it may be. */
  private static final int NEAR = 3;

  private static final int FILTER_SIZE = 1 << 14;

  /** Words of the longest phrase. */
  private static final int LONGEST = 5;

  private static final Set<Long> PHRASES = new HashSet<>();
  private static final Set<Long> BEGINNINGS = new HashSet<>();

  /** One bit for each of the first words, to pass over most words at once. */
  private static final BitSet FILTER = new BitSet(FILTER_SIZE);

  private static final List<String> UNPARTED = new ArrayList<>();

  static {
    read();
  }

  private final Tokens tokens;
  private final BitSet furniture;

  private Furniture(Tokens tokens) {
    this.tokens = tokens;
    this.furniture = new BitSet(tokens.count());
  }

  /** The tokens that are furniture. */
  static BitSet of(Tokens tokens) {
    Furniture found = new Furniture(tokens);
    int line = 0;
    for (int i = 1; i <= tokens.count(); i++) {
      if (i == tokens.count() || (tokens.gap(i) & Tokens.BREAK) != 0) {
        found.line(line, i);
        line = i;
      }
    }
    return found.furniture;
  }

  private void line(int from, int to) {
    List<int[]> sentences = new ArrayList<>();
    BitSet told = new BitSet();
    int start = from;
    int most = 0;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || endsSentence(i)) {
        if (says(start, i)) {
          told.set(sentences.size());
          most += letters(start, i);
        }
        sentences.add(new int[] {start, i});
        start = i;
      }
    }
    if (told.isEmpty()) {
      return;
    }
    if (most * 2 >= letters(from, to)) {
      furniture.set(from, to);
      return;
    }
    for (int i = 0; i < sentences.size(); i++) {
      int[] sentence = sentences.get(i);
      if (told.get(i) || (letters(sentence[0], sentence[1]) <= SHORT && isBetween(told, i))) {
        furniture.set(sentence[0], sentence[1]);
      }
    }
  }

  private int letters(int from, int to) {
    return tokens.to(to - 1) - tokens.from(from);
  }

  private static boolean isBetween(BitSet told, int i) {
    int before = told.previousSetBit(i);
    int after = told.nextSetBit(i);
    return before >= 0 && i - before <= NEAR && after >= 0 && after - i <= NEAR;
  }

  /** Whether a full stop, or what is one elsewhere, stands before a token. */
  private boolean endsSentence(int token) {
    int gap = tokens.gap(token);
    if ((gap & (Tokens.PERIOD | Tokens.OTHER)) == 0) {
      return false;
    }
    String text = tokens.text();
    for (int at = tokens.end(token - 1); at < tokens.start(token); at++) {
      if (".!?…。！？؟۔।»".indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean says(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.shape(i).unparted() && tokens.shape(i) != Tokens.Shape.HANGUL) {
        String run = tokens.word(i);
        if (UNPARTED.stream().anyMatch(run::contains)) {
          return true;
        }
      } else if (FILTER.get(filter(tokens.hash(i))) && begins(i, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean begins(int from, int to) {
    long hash = tokens.hash(from);
    if (!BEGINNINGS.contains(hash)) {
      return false;
    }
    for (int i = from + 1; !PHRASES.contains(hash); i++) {
      if (i == to || i == from + LONGEST) {
        return false;
      }
      hash = join(hash, tokens.hash(i));
    }
    return true;
  }

  private static int filter(long hash) {
    return (int) (hash >>> 50);
  }

  private static long join(long phrase, long word) {
    return (phrase * 31) ^ word;
  }

  private static void read() {
    try (InputStream in = Furniture.class.getResourceAsStream("furniture.txt")) {
      if (in == null) {
        throw new IllegalStateException("furniture.txt is not beside its class");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(Furniture::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String phrase) {
    Tokens words = Tokens.of(phrase);
    if (words.shape(0).unparted() && words.shape(0) != Tokens.Shape.HANGUL) {
      UNPARTED.add(words.word(0, words.to(words.count() - 1)));
      return;
    }
    long hash = words.hash(0);
    BEGINNINGS.add(hash);
    FILTER.set(filter(hash));
    for (int i = 1; i < words.count(); i++) {
      hash = join(hash, words.hash(i));
    }
    PHRASES.add(hash);
  }
}
