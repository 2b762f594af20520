package dev.vedette.watchlist;

import dev.vedette.language.NameWords;
import dev.vedette.language.OrganisationWords;
import dev.vedette.language.Words;
import dev.vedette.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds names in a text that is nothing but a name, as the fields of lists and registers are. There
 * more can be told from what is the same, and less is in danger: one word may be missing that is
 * not the surname, or one may be there too many, and their order does not matter.
 *
 * <p>At most one word of such a text is not the name's, and one is misprinted; so the name holds
 * one of any three of its words, and is looked for by the rarest.
 */
final class WholeNames {

  /** A name has no more words. */
  private static final int MOST_WORDS = 14;

  /** Names that share only a word that so many others have are not compared for misprints. */
  private static final int MOST_BEARERS = 2_000;

  private final Wanted wanted;
  private final Lexicon lexicon;
  private final Postings bearers = new Postings();

  /** How many parts each name has. */
  private final byte[] sizes;

  WholeNames(Wanted wanted, Lexicon lexicon) {
    this.wanted = wanted;
    this.lexicon = lexicon;
    this.sizes = new byte[wanted.names()];
  }

  /** The words of a name by which it can be found; none if they would not tell it from others. */
  static List<WholeName.Part> parts(ReadName name) {
    List<WholeName.Part> parts = WholeName.of(name).parts();
    boolean enough =
        parts.size() > (name.person() == null ? 0 : 1)
            && parts.stream()
                .allMatch(part -> part.word().letters().length() <= WordMemory.LONGEST);
    return enough ? parts : List.of();
  }

  /**
   * Adds a name, and its words to the lexicon.
   *
   * @param parts its {@link #parts}
   * @param fuzzy how many misprints it may have
   */
  void add(int number, List<WholeName.Part> parts, int fuzzy) {
    sizes[number] = (byte) Math.min(parts.size(), Byte.MAX_VALUE);
    for (WholeName.Part part : parts) {
      bearers.add(lexicon.add(part.word(), fuzzy), number);
    }
  }

  /** To be called once all names are there. */
  void finish() {
    bearers.finish();
  }

  private Kind kind(int number) {
    return wanted.entry(wanted.entryOf(number)).kind();
  }

  /** Reports the names that the whole of a text may be. */
  void find(Tokens tokens, WordMemory memory, VariantIndex.Found found) {
    if (tokens.count() < 2 || tokens.count() > MOST_WORDS || !isName(tokens)) {
      return;
    }
    int start = tokens.start(0);
    int end = tokens.end(tokens.count() - 1);
    String surface = tokens.text().substring(start, end);
    String letters = String.join("", Words.of(surface));
    for (Kind kind : EnumSet.of(Kind.PERSON, Kind.ORGANIZATION)) {
      WholeNameMatch match =
          WholeNameMatch.of(
              WholeName.of(ReadName.of(surface, kind)), lexicon, memory, tokens.capitals() > 0);
      for (int number : candidates(match)) {
        // in headlines with capitals throughout most names are too short
        if (!match.mayBeOf(sizes[number])
            || (kind(number) == Kind.PERSON) != (kind == Kind.PERSON)) {
          continue;
        }
        Name name = wanted.sought(number).name();
        String own = String.join("", Words.of(name.text()));
        if (letters.equals(own) && kind != Kind.PERSON && hasComma(tokens)) {
          found.at(number, start, end, List.of(Change.of(Step.PUNCTUATION)), Witness.NONE);
        } else if (!letters.contains(own)) {
          List<Change> changes = match.changes(name, kind(number));
          if (!changes.isEmpty()) {
            found.at(number, start, end, changes, Witness.NONE);
          }
        }
      }
    }
  }

  /** Whether every word may be one of a name, and nothing but commas part them. */
  private static boolean isName(Tokens tokens) {
    int commas = 0;
    for (int token = 0; token < tokens.count(); token++) {
      int gap = tokens.gap(token);
      commas += (gap & Tokens.COMMA) != 0 ? 1 : 0;
      if ((gap & (Tokens.BREAK | Tokens.OTHER)) != 0 || !mayBeOfName(tokens, token)) {
        return false;
      }
    }
    int behind = tokens.gap(tokens.count());
    return commas <= 2 && (behind & ~(Tokens.PERIOD | Tokens.QUOTE | Tokens.MANY)) == 0;
  }

  private static boolean hasComma(Tokens tokens) {
    return IntStream.range(1, tokens.count())
        .anyMatch(token -> (tokens.gap(token) & Tokens.COMMA) != 0);
  }

  private static boolean mayBeOfName(Tokens tokens, int token) {
    return switch (tokens.shape(token)) {
      case WORD -> !isLower(tokens, token);
      case KANA -> true;
      case SYMBOL -> tokens.letter(tokens.from(token)) == '&';
      default -> false;
    };
  }

  /** Whether a word is one of a sentence, since names have capitals where others are small. */
  private static boolean isLower(Tokens tokens, int token) {
    if (!tokens.isLower(token)) {
      return false;
    }
    String word = tokens.word(token);
    return !NameWords.isParticle(word) && !OrganisationWords.isLight(word);
  }

  private Set<Integer> candidates(WholeNameMatch match) {
    List<List<Integer>> all = new ArrayList<>();
    for (Set<Integer> words : match.words()) {
      List<Integer> some = new ArrayList<>();
      for (int word : words) {
        for (int at = bearers.first(word);
            at != Postings.END && some.size() <= MOST_BEARERS;
            at = bearers.next(at)) {
          some.add(bearers.value(at));
        }
      }
      if (!some.isEmpty() && some.size() <= MOST_BEARERS) {
        all.add(some);
      }
    }
    all.sort(Comparator.comparing(List::size));
    Set<Integer> found = new LinkedHashSet<>();
    all.stream().limit(3).forEach(found::addAll);
    return found;
  }
}
