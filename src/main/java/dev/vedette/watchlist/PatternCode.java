package dev.vedette.watchlist;

import java.util.ArrayList;
import java.util.List;

/** What the trie keeps of a pattern: one long with the number of its name. */
final class PatternCode {

  private static final int SURNAME_BITS = 4;
  private static final int FUZZY_SHIFT = SURNAME_BITS;
  private static final int FUZZY_MASK = 3;
  private static final int INITIAL = 1 << 6;
  private static final int ORDER = 1 << 7;
  private static final int PART = 1 << 8;
  private static final int LEGAL_FORM = 1 << 9;
  private static final int JOINED = 1 << 10;
  private static final int PARTED = 1 << 11;
  private static final int SYLLABLES = 1 << 12;
  private static final int RESPELT = 1 << 13;
  private static final int CASE = 1 << 14;
  private static final int WEAK = 1 << 15;
  private static final int COMMON = 1 << 16;

  private PatternCode() {}

  /**
   * @param weak whether the name needs something that vouches for it
   */
  static long of(int number, Name name, boolean weak, Pattern pattern) {
    int code = Math.min(pattern.surname(), (1 << SURNAME_BITS) - 1);
    code |= name.fuzzy() << FUZZY_SHIFT;
    code |= name.caseSensitive() ? CASE : 0;
    code |= weak ? WEAK : 0;
    code |= pattern.initial() ? INITIAL : 0;
    code |= pattern.isOfMany() ? COMMON : 0;
    code |= bit(pattern, Step.ORDER, ORDER);
    code |= bit(pattern, Step.PART, PART);
    code |= bit(pattern, Step.LEGAL_FORM, LEGAL_FORM);
    code |= bit(pattern, Step.SPACING, pattern.words().size() == 1 ? JOINED : PARTED);
    code |= bit(pattern, Step.ROMANISED, RESPELT);
    code |= Lexicon.isSyllabic(pattern.words().get(0)) ? SYLLABLES : 0;
    return (long) number << Integer.SIZE | code;
  }

  private static int bit(Pattern pattern, Step step, int bit) {
    return pattern.changes().contains(step) ? bit : 0;
  }

  /** From the name as given to the pattern. */
  static List<Change> changes(long code) {
    List<Change> changes = new ArrayList<>();
    add(changes, Step.ORDER, code & ORDER);
    add(changes, Step.PART, code & PART);
    add(changes, Step.INITIALS, code & INITIAL);
    add(changes, Step.LEGAL_FORM, code & LEGAL_FORM);
    add(changes, Step.SPACING, code & (JOINED | PARTED));
    return changes;
  }

  private static void add(List<Change> changes, Step step, long bit) {
    if (bit != 0) {
      changes.add(Change.of(step));
    }
  }

  static int name(long code) {
    return (int) (code >>> Integer.SIZE);
  }

  /** After how many words a comma may stand; 0 for none. */
  static int surname(long code) {
    return (int) code & ((1 << SURNAME_BITS) - 1);
  }

  /** How many misprints the name may have. */
  static int fuzzy(long code) {
    return (int) code >>> FUZZY_SHIFT & FUZZY_MASK;
  }

  static boolean caseSensitive(long code) {
    return (code & CASE) != 0;
  }

  /** Whether something has to vouch for the name anyway. */
  static boolean weak(long code) {
    return (code & WEAK) != 0;
  }

  static boolean initial(long code) {
    return (code & INITIAL) != 0;
  }

  /** Whether the words of the name stand in another order. */
  static boolean turned(long code) {
    return (code & ORDER) != 0;
  }

  /** Whether some words of the name are left out. */
  static boolean part(long code) {
    return (code & PART) != 0;
  }

  /** Whether people without number have each of its words in their names. */
  static boolean common(long code) {
    return (code & COMMON) != 0;
  }

  /** Whether it is of syllables, which small letters make common words of. */
  static boolean syllabic(long code) {
    return (code & SYLLABLES) != 0;
  }

  /** Whether all words of the name stand there as one. */
  static boolean joined(long code) {
    return (code & JOINED) != 0;
  }

  /** Whether the letters of its words are not the name's as it was given. */
  static boolean respelt(long code) {
    return (code & RESPELT) != 0;
  }
}
