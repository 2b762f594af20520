package dev.vedette.language;

import dev.vedette.text.CharKind;
import dev.vedette.text.Folded;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person's name as it was written, and its words.
 *
 * @param text the name
 * @param words some of its words, or all
 */
record NameText(String text, List<Words.Word> words) {

  private static final Pattern COMMA = Pattern.compile("\\s*[,،，]");

  int size() {
    return words.size();
  }

  String folded(int word) {
    return words.get(word).folded();
  }

  /** Some of the words of the same text. */
  NameText part(int from, int to) {
    return new NameText(text, words.subList(from, to));
  }

  /** Whether nothing but a hyphen stands between a word and the next. */
  boolean hyphenAfter(int word) {
    return word + 1 < size() && isOnly(between(word), CharKind.HYPHEN);
  }

  /** Whether nothing at all stands between a word and the next. */
  boolean joinedToNext(int word) {
    return word + 1 < size() && between(word).isEmpty();
  }

  boolean spaceAfter(int word) {
    return word + 1 < size() && isOnly(between(word), CharKind.SPACE);
  }

  /** After which word the first comma stands, counted from 1; 0 if there is none between words. */
  int comma() {
    for (int word = 0; word + 1 < size(); word++) {
      if (COMMA.matcher(between(word)).lookingAt()) {
        return word + 1;
      }
    }
    return 0;
  }

  boolean isLowerCase(int word) {
    return Character.isLowerCase(original(word).codePointAt(0));
  }

  /** Whether a word of two letters or more has capitals only. */
  boolean isCapitals(int word) {
    String original = original(word);
    return original.codePointCount(0, original.length()) > 1
        && original.codePoints().noneMatch(Character::isLowerCase)
        && original.codePoints().allMatch(c -> Character.isUpperCase(c) || !isLetter(c));
  }

  boolean isIn(UnicodeScript script) {
    return words.stream()
        .allMatch(word -> word.folded().codePoints().allMatch(c -> UnicodeScript.of(c) == script));
  }

  private static boolean isLetter(int codePoint) {
    return Character.isLetter(codePoint);
  }

  private String original(int word) {
    return text.substring(words.get(word).start(), words.get(word).end());
  }

  private String between(int word) {
    return text.substring(words.get(word).end(), words.get(word + 1).start());
  }

  private static boolean isOnly(String between, CharKind kind) {
    Folded folded = Folded.of(between);
    return folded.length() == 1 && folded.kind(0) == kind;
  }
}
