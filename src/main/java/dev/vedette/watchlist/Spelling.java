package dev.vedette.watchlist;

import dev.vedette.text.CharKind;
import dev.vedette.text.Difference;
import dev.vedette.text.Folded;
import dev.vedette.watchlist.Name.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One way to write a name, compiled: its folded letters, and the gaps between them.
 *
 * <p>The letters alone lead to it ({@link NameIndex}); whether what stands between them in the text
 * will do is decided here, once they have all been seen.
 */
final class Spelling {

  /** Two short words that are joined make a common one too easily: "Mo On", "Li Na". */
  private static final int SHORT = 6;

  /** The longest that capitals alone make an abbreviation of. */
  private static final int ABBREVIATION = 5;

  private final Name name;
  private final boolean prefix;
  private final int[] letters;
  private final Gap[] gaps;
  private final String core;
  private final boolean endsWithPeriod;
  private final boolean shortWords;
  private final boolean abbreviation;

  private Spelling(Name name, Folded folded, List<Integer> places, boolean prefix) {
    this.name = name;
    this.prefix = prefix;
    this.letters = places.stream().mapToInt(folded::point).toArray();
    this.gaps = new Gap[letters.length];
    for (int at = 1; at < letters.length; at++) {
      gaps[at] = Gap.before(folded, places, at);
    }
    int end = places.get(letters.length - 1) + 1;
    this.endsWithPeriod = end < folded.length() && folded.kind(end) == CharKind.PERIOD;
    this.core = folded.surface(places.get(0), endsWithPeriod ? end + 1 : end);
    this.shortWords =
        letters.length < SHORT
            && places.stream().allMatch(place -> folded.kind(place) == CharKind.LETTER);
    this.abbreviation =
        letters.length > 1
            && letters.length <= ABBREVIATION
            && places.stream().allMatch(folded::isCapital);
  }

  /** The spelling as given. */
  static Spelling of(Name name) {
    return of(name, false);
  }

  /** Anything that begins with these letters. */
  static Spelling prefix(Name name) {
    return of(name, true);
  }

  private static Spelling of(Name name, boolean prefix) {
    Folded folded = Folded.of(name.text());
    List<Integer> places = significant(folded);
    return new Spelling(name, folded, places, prefix);
  }

  int[] letters() {
    return letters.clone();
  }

  /** Whether it is enough that a word begins so. */
  boolean isOpen() {
    return prefix;
  }

  /** Whether a text may have a word end before a letter, or has no ends of words there. */
  boolean isParted(int letter) {
    return gaps[letter].place() != Gap.Place.WORD
        || CharKind.isUnparted(letters[letter - 1])
        || CharKind.isUnparted(letters[letter]);
  }

  /** Where a mention ends that begins at a character, or -1 if none does. */
  int match(Folded text, int start) {
    if (!text.boundary(start)) {
      return -1;
    }
    int at = start;
    for (int letter : letters) {
      while (at < text.length() && !text.kind(at).significant()) {
        at++;
      }
      if (at == text.length() || text.point(at) != letter) {
        return -1;
      }
      at++;
    }
    return end(text, start);
  }

  /**
   * Where a mention ends whose letters are all there, or -1 if it is none.
   *
   * @param start of its first letter, at a boundary
   */
  private int end(Folded text, int start) {
    int at = start;
    int lastGap = start;
    for (int letter = 1; letter < letters.length; letter++) {
      int next = nextSignificant(text, at + 1);
      Gap gap = gaps[letter];
      if (!gap.admits(text, at + 1, next)
          || (gap.isInnerSpace(text, at + 1, next) && isGlued(text, start))
          || joinsShortWords(text, letter, at, next)) {
        return -1;
      }
      lastGap = at + 1;
      at = next;
    }
    int end = prefix ? endOfWord(text, at + 1) : at + 1;
    if (!text.boundary(end)) {
      return -1;
    }
    end = withPeriod(text, lastGap, at, end);
    return agrees(text, start, end) ? end : -1;
  }

  /** Who puts a space into a name puts one before it. */
  private static boolean isGlued(Folded text, int start) {
    return start > 0 && text.kind(start - 1) == CharKind.SYLLABLE;
  }

  private boolean joinsShortWords(Folded text, int letter, int at, int next) {
    return shortWords
        && next == at + 1
        && !gaps[letter].written().isEmpty()
        && gaps[letter].written().isBlank()
        && !(text.isCapital(next) && !text.isCapital(at));
  }

  private static int endOfWord(Folded text, int at) {
    int end = at;
    while (!text.boundary(end)) {
      end++;
    }
    return end;
  }

  private int withPeriod(Folded text, int lastGap, int last, int end) {
    boolean follows = end < text.length() && text.kind(end) == CharKind.PERIOD;
    boolean abbreviated =
        lastGap < last && text.kind(lastGap) == CharKind.PERIOD && Gap.isSingle(text, last);
    return follows && (endsWithPeriod || abbreviated) ? end + 1 : end;
  }

  private boolean agrees(Folded text, int start, int end) {
    if (name.match() == Mode.EXACT) {
      return unwrapped(text.surface(start, end)).equals(unwrapped(core));
    }
    if (abbreviation && !text.isCapital(start) && !hasPeriod(text, start, end)) {
      return false;
    }
    return !name.caseSensitive() || !letterSteps(text, start, end).contains(Difference.CASE);
  }

  private static boolean hasPeriod(Folded text, int start, int end) {
    return IntStream.range(start, end).anyMatch(at -> text.kind(at) == CharKind.PERIOD);
  }

  /** As printed on one line: which kind of white space parts the words is not a letter. */
  private static String unwrapped(String text) {
    StringBuilder line = new StringBuilder();
    Folded folded = Folded.of(Difference.visible(text));
    for (int at = 0; at < folded.length(); at++) {
      if (folded.kind(at) == CharKind.SPACE || folded.kind(at) == CharKind.BREAK) {
        line.append(line.length() > 0 && line.charAt(line.length() - 1) == ' ' ? "" : " ");
      } else if (at == 0 || folded.start(at) != folded.start(at - 1)) {
        line.append(folded.surface(at, at + 1));
      }
    }
    return line.toString();
  }

  /** What was done to the name to get the words that stand there, each thing once. */
  Set<Step> steps(Folded text, int start, int end) {
    if (text.surface(start, end).equals(core)) {
      return EnumSet.of(Step.EXACT);
    }
    Set<Step> steps = EnumSet.noneOf(Step.class);
    for (Difference difference : letterSteps(text, start, end)) {
      steps.add(Step.valueOf(difference.name()));
    }
    int at = start;
    for (int letter = 1; letter < letters.length; letter++) {
      int next = nextSignificant(text, at + 1);
      steps.add(gaps[letter].step(text, at + 1, next));
      at = next;
    }
    if (endsWithPeriod && text.kind(end - 1) != CharKind.PERIOD) {
      steps.add(Step.PUNCTUATION);
    }
    steps.remove(Step.EXACT);
    return steps.isEmpty() ? EnumSet.of(Step.EXACT) : steps;
  }

  /** The same steps, without the one that says there are none. */
  List<Change> changes(Folded text, int start, int end) {
    Set<Step> steps = EnumSet.copyOf(steps(text, start, end));
    steps.remove(Step.EXACT);
    return Change.of(steps);
  }

  private Set<Difference> letterSteps(Folded text, int start, int end) {
    Folded written = Folded.of(core);
    return Difference.between(lettersOf(text, start, end), lettersOf(written, 0, written.length()));
  }

  private static String lettersOf(Folded text, int from, int to) {
    StringBuilder letters = new StringBuilder();
    for (int at = from; at < to; at++) {
      boolean again = at > from && text.start(at) == text.start(at - 1);
      if (text.kind(at).significant() && !again) {
        letters.append(text.surface(at, at + 1));
      }
    }
    return letters.toString();
  }

  private static int nextSignificant(Folded text, int from) {
    int at = from;
    while (!text.kind(at).significant()) {
      at++;
    }
    return at;
  }

  private static List<Integer> significant(Folded folded) {
    return IntStream.range(0, folded.length())
        .filter(at -> folded.kind(at).significant())
        .boxed()
        .toList();
  }

  @Override
  public String toString() {
    return prefix ? name.text() + "*" : name.text();
  }
}
