package dev.vedette.watchlist;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;
import dev.vedette.language.ChineseNames;
import dev.vedette.language.Mandarin;
import dev.vedette.language.PersonName;
import dev.vedette.text.Tokens;
import dev.vedette.text.Tokens.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Words of a text that were read as the syllables of a Chinese name. Syllables are few and many are
 * words of their language, so more is asked of them than of other names.
 *
 * @param name what they may be
 * @param progress where they stand
 */
record MandarinMention(Name name, Tokens tokens, Progress progress) {

  private static final UnicodeSet CARONS = new UnicodeSet("[čďňřšťžČĎŇŘŠŤŽđĐ]").freeze();

  /** No name has more characters. */
  static final int LONGEST = 4;

  /** Two characters that sound like a name are mostly another's, or no name. */
  private static final int SHORTEST_HAN = 3;

  /** Fewer letters are too often other words: "ما لي", "И Ли". */
  private static final int SHORTEST = 5;

  private static final int SHORTEST_WITH_CAPITALS = 4;
  private static final int SHORTEST_HANGUL = 3;

  /** Whether a name in Chinese characters may begin at a letter, because a surname does. */
  static boolean mayBegin(Tokens tokens, int token, int letter) {
    return (tokens.to(token) - letter >= SHORTEST_HAN || tokens.count() == 1)
        && (ChineseNames.isSurname(tokens.word(letter, letter + 1))
            || ChineseNames.isSurname(tokens.word(letter, letter + 2)));
  }

  /**
   * Whether it can be the name.
   *
   * @param whole whether all of the name is one word of its pattern
   */
  boolean admits(boolean whole) {
    if (shape() == Shape.HAN) {
      String characters = characters();
      return whole
          && isRead()
          && (characters.length() >= SHORTEST_HAN || isAll(characters))
          && ChineseNames.surnameLength(characters) > 0;
    }
    return !isRead() || (isCapitalised() && isOfOneSchool());
  }

  /** Whether nothing else stands in the text. */
  private boolean isAll(String characters) {
    return tokens.count() == 1 && tokens.size(0) == characters.length();
  }

  /** Whether something else has to vouch for it. */
  boolean isWeak() {
    if (shape() == Shape.HAN || !isRead()) {
      return false;
    }
    if (isDoubtful() && script() == UScript.LATIN && !isDistinct()) {
      return true;
    }
    int letters = progress.letter() - firstLetter();
    if (shape() == Shape.HANGUL) {
      return letters < SHORTEST_HANGUL;
    }
    return letters < (tokens.isCapital(progress.first()) ? SHORTEST_WITH_CAPITALS : SHORTEST);
  }

  /** By its syllables; or it is long, and in letters that neither Pinyin nor English has. */
  private boolean isDistinct() {
    boolean isLong = Mandarin.syllables(sounds()) > 2;
    String surface = tokens.text().substring(progress.start(), tokens.end(progress.token()));
    return Mandarin.isDistinct(words()) || (isLong && CARONS.containsSome(surface));
  }

  private boolean isRead() {
    return progress.changes().stream().anyMatch(change -> Mandarin.isReading(change.detail()));
  }

  private boolean isDoubtful() {
    return progress.changes().stream().anyMatch(change -> Mandarin.isDoubtful(change.detail()));
  }

  /** Every word, but for those that a hyphen joins. */
  private boolean isCapitalised() {
    for (int token = progress.first(); token <= progress.token(); token++) {
      boolean joined =
          token > progress.first()
              && (tokens.gap(token) & (Tokens.HYPHEN | Tokens.APOSTROPHE)) != 0;
      if (tokens.isLower(token) && !joined) {
        return false;
      }
    }
    return true;
  }

  private boolean isOfOneSchool() {
    int script = script();
    boolean certain = !isDoubtful() || (script != UScript.LATIN && script != UScript.CYRILLIC);
    boolean sign = script == UScript.LATIN && hasSign();
    return certain || Mandarin.isTranscribed(words(), sign, sounds());
  }

  private Set<String> sounds() {
    PersonName person = PersonName.of(name.text());
    return Mandarin.sounds(String.join("", person.surname()), String.join("", person.given()));
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    for (int token = progress.first(); token <= progress.token(); token++) {
      int last = words.size() - 1;
      if (last >= 0 && tokens.gap(token) == Tokens.APOSTROPHE) {
        words.set(last, words.get(last) + tokens.word(token));
      } else {
        words.add(tokens.word(token));
      }
    }
    return words;
  }

  /** A hyphen or apostrophe, which Wade-Giles has and Pinyin seldom. */
  private boolean hasSign() {
    for (int token = progress.first() + 1; token <= progress.token(); token++) {
      if ((tokens.gap(token) & (Tokens.HYPHEN | Tokens.APOSTROPHE)) != 0) {
        return true;
      }
    }
    return false;
  }

  private Shape shape() {
    return tokens.shape(progress.token());
  }

  private int script() {
    return UScript.getScript(tokens.letter(tokens.from(progress.first())));
  }

  private String characters() {
    return tokens.word(firstLetter(), progress.letter());
  }

  private int firstLetter() {
    int token = progress.first();
    return tokens.shape(token).unparted()
        ? tokens.letterAt(token, progress.start())
        : tokens.from(token);
  }
}
