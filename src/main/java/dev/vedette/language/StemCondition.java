package dev.vedette.language;

import dev.vedette.text.Folded;

/**
 * What the letters before an ending must be for a rule to hold.
 *
 * <p>Written as parts joined by commas: {@code C} ends in a consonant, {@code V} in a vowel, {@code
 * ~kg} in one of these letters, {@code !kg} in none of these, {@code 4+} has four letters or more;
 * {@code -} alone: anything.
 *
 * @param least the least number of letters
 * @param last letters of which it must end in one; empty for any
 * @param notLast letters in none of which it may end
 */
record StemCondition(int least, String last, String notLast) {

  /** Of the folded letters of all alphabets that have endings here. */
  private static final String VOWELS = "aeiouyəаеєиоуыэюяіәөүұαεηιουωաեէըիոօւაეიოუ";

  /** A part that is none of the above. */
  static final class NotOne extends Exception {
    private static final long serialVersionUID = 1;

    NotOne(String part) {
      super("'" + part + "'");
    }
  }

  static StemCondition parse(String text) throws NotOne {
    int least = 1;
    String last = "";
    String notLast = "";
    for (String part : text.equals("-") ? new String[0] : text.split(",", -1)) {
      if (part.equals("V")) {
        last = VOWELS;
      } else if (part.equals("C")) {
        notLast += VOWELS;
      } else if (part.matches("~\\p{L}+")) {
        last = Folded.of(part.substring(1)).toString();
      } else if (part.matches("!\\p{L}+")) {
        notLast += Folded.of(part.substring(1));
      } else if (part.matches("[1-9]\\+")) {
        least = part.charAt(0) - '0';
      } else {
        throw new NotOne(part);
      }
    }
    return new StemCondition(least, last, notLast);
  }

  /** Whether the first letters of a word fulfil it. */
  boolean holds(String word, int letters) {
    if (letters < least) {
      return false;
    }
    char end = word.charAt(letters - 1);
    return (last.isEmpty() || last.indexOf(end) >= 0) && notLast.indexOf(end) < 0;
  }
}
