package dev.vedette.watchlist;

import dev.vedette.language.GivenNames;
import dev.vedette.language.NameWords;
import dev.vedette.watchlist.Lexicon.Word;
import java.util.List;

/**
 * An order and selection of a name's words in which it may stand in a text.
 *
 * @param words in the order of the text; one that is a single letter with {@code initial} stands
 *     for a given name
 * @param surname how many of the first words are a surname that a comma may part from the rest; 0
 *     if none may
 * @param gap after how many words others may stand: middle names, patronymics; 0 for none
 * @param changes from the name as given to this order
 * @param initial whether a word is only an initial, which makes a weak hit
 * @param whole whether nothing of the name is left out, or nothing but articles
 */
record Pattern(
    List<Word> words, int surname, int gap, List<Step> changes, boolean initial, boolean whole) {

  static Pattern of(List<Word> words) {
    return new Pattern(words, 0, 0, List.of(), false, false);
  }

  /** The same, of which it is known that nothing but articles is left out. */
  Pattern asWhole() {
    return new Pattern(words, surname, gap, changes, initial, true);
  }

  /**
   * Whether something may be left out of it and it holds no two words that tell people apart, but
   * given names, titles and particles: {@code Ali Mohammed}, {@code Abdul Khan}.
   */
  boolean isOfMany() {
    if (whole) {
      return false;
    }
    List<String> telling =
        words.stream().map(Word::letters).filter(word -> !NameWords.isParticle(word)).toList();
    return telling.size() < 2
        || telling.stream().allMatch(word -> GivenNames.isKnown(word) || NameWords.isTitle(word));
  }
}
