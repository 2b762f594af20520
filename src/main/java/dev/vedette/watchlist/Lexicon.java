package dev.vedette.watchlist;

import com.ibm.icu.lang.UScript;
import dev.vedette.language.GivenNames;
import dev.vedette.language.NameWords;
import dev.vedette.language.OrganisationWords;
import dev.vedette.language.Phonology;
import dev.vedette.language.Pronunciations;
import dev.vedette.language.Pronunciations.Pronunciation;
import dev.vedette.text.Tokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words that names are made of, to be found by their letters, by their sound, and with
 * misprints. Its words are numbered from 0. Not to be changed once it is built.
 */
final class Lexicon {

  /** Misprints are not looked for in shorter words. */
  static final int SHORTEST_FUZZY = 5;

  /** As many pronunciations of a word are tried for misprints, the likeliest. */
  static final int FUZZY_SOUNDS = 4;

  /**
   * A word of a name.
   *
   * @param letters folded, without apostrophes
   * @param phonologies in which it may be read
   * @param use what it is in the name
   */
  record Word(String letters, Set<Phonology> phonologies, Use use) {}

  /** What a word is in a name. */
  enum Use {
    /** A surname, or a word of which nothing is known. */
    WORD,
    /** A given name, which neighbouring languages may have in a form of their own. */
    GIVEN,
    /** The beginning of a given name that stands for it. */
    INITIAL,
    /** A word of an organisation's name, which may be abbreviated or translated. */
    TERM
  }

  /** Keeps apart how a word sounds that is spelt otherwise in its own script. */
  private static final long SPOKEN = 0x2B2B_2B2B_2B2B_2B2BL;

  /** Keeps initials apart from words of as many letters. */
  private static final long INITIAL = 0x1717_1717_1717_1717L;

  private final Map<Word, Integer> numbers = new HashMap<>();
  private final List<Word> words = new ArrayList<>();
  private final List<Integer> fuzziness = new ArrayList<>();
  private final Postings byLetters = new Postings();
  private final Postings bySound = new Postings();
  private final Postings byMisprint = new Postings();
  private final Postings byMeaning = new Postings();
  private Beginnings beginnings = new Beginnings(0);
  private final Set<Phonology> phonologies = EnumSet.of(Phonology.CONSONANTAL);
  private boolean consonantal;
  private boolean terms;
  private int mostMisprints;
  private byte[] sorts = {};

  /**
   * The number of a word.
   *
   * @param fuzzy how many misprints it may have; the most of all calls counts
   */
  int add(Word word, int fuzzy) {
    int number = numbers.computeIfAbsent(word, added -> words.size());
    if (number == words.size()) {
      words.add(word);
      fuzziness.add(0);
    }
    if (word.letters().length() >= SHORTEST_FUZZY && !isSyllabic(word)) {
      fuzziness.set(number, Math.max(fuzziness.get(number), fuzzy));
      mostMisprints = Math.max(mostMisprints, fuzzy);
    }
    return number;
  }

  /** Where one letter more makes another syllable, and so another person. */
  static boolean isSyllabic(Word word) {
    return word.phonologies().contains(Phonology.KOREAN)
        || word.phonologies().contains(Phonology.CHINESE);
  }

  /** Under what a word is found that only sounds so, but is spelt otherwise in its own script. */
  static long spoken(long hash) {
    return hash ^ SPOKEN;
  }

  static boolean isMandarin(Word word) {
    return word.phonologies().contains(Phonology.CHINESE);
  }

  /** Makes the words findable, once all are there. */
  void build() {
    beginnings = new Beginnings(words.size());
    sorts = new byte[words.size()];
    InChunks.forEach(
        words.size(),
        number -> WordKeys.of(words.get(number), fuzziness.get(number)),
        (keys, number) -> add(number, words.get(number), keys));
    byLetters.finish();
    bySound.finish();
    byMisprint.finish();
    byMeaning.finish();
  }

  private void add(int number, Word word, WordKeys keys) {
    sorts[number] = keys.sort();
    keys.sounds().forEach(key -> bySound.add(key, number));
    keys.beginnings().forEach(beginnings::add);
    keys.misprints().forEach(key -> byMisprint.add(key, number));
    if (word.use() == Use.INITIAL) {
      return;
    }
    byLetters.add(Tokens.hash(word.letters()), number);
    equivalents(word.letters(), word.use()).forEach(key -> byMeaning.add(key, number));
    phonologies.addAll(word.phonologies());
    terms |= word.use() == Use.TERM;
    consonantal |= isConsonantal(word.letters());
  }

  /** Under what an initial is found: its letters and their sounds. */
  static Set<Long> initialKeys(String letters, Set<Phonology> phonologies) {
    Set<Long> keys = new LinkedHashSet<>();
    keys.add(Misprints.hash(letters) ^ INITIAL);
    Pronunciations.of(letters, phonologies).forEach(said -> keys.add(said.hash() ^ INITIAL));
    return keys;
  }

  /** Under what a word is found that is the same in other words. */
  static List<Long> equivalents(String letters, Use use) {
    Stream<String> groups =
        switch (use) {
          case GIVEN ->
              GivenNames.groups(letters).stream()
                  .filter(group -> !group.isShort())
                  .map(GivenNames.Group::row);
          case WORD ->
              NameWords.isFiliation(letters)
                  ? Stream.of("child")
                  : NameWords.particles(letters).stream();
          case TERM -> OrganisationWords.meanings(letters).stream();
          default -> Stream.empty();
        };
    return groups.map(group -> Misprints.hash(use + ":" + group)).toList();
  }

  /** What a word may be misprinted from: its letters, and its likeliest sounds. */
  static List<String> spellings(String letters) {
    List<String> spellings = new ArrayList<>();
    spellings.add(letters);
    for (Pronunciation said : Pronunciations.of(letters, EnumSet.of(Phonology.COMMON))) {
      if (spellings.size() <= FUZZY_SOUNDS
          && !said.onlyAcrossScripts()
          && said.sounds().length() >= SHORTEST_FUZZY
          && !spellings.contains(said.sounds())) {
        spellings.add(said.sounds());
      }
    }
    return spellings;
  }

  /** How many words there are. */
  int size() {
    return words.size();
  }

  /** The {@link WordSort} of every word; not to change. */
  byte[] sorts() {
    return sorts;
  }

  /** The number of a word; negative if it was not added. */
  int number(Word word) {
    return numbers.getOrDefault(word, -1);
  }

  Word word(int number) {
    return words.get(number);
  }

  int fuzziness(int number) {
    return fuzziness.get(number);
  }

  /** The most misprints that any of its words may have. */
  int mostMisprints() {
    return mostMisprints;
  }

  Postings byLetters() {
    return byLetters;
  }

  Postings byMeaning() {
    return byMeaning;
  }

  Postings bySound() {
    return bySound;
  }

  Postings byMisprint() {
    return byMisprint;
  }

  /** Whether a word may sound on after these sounds; never wrongly false. */
  boolean begins(long hash) {
    return beginnings.mayHave(hash);
  }

  /** Those in which some of its words can be read. */
  Set<Phonology> phonologies() {
    return phonologies;
  }

  /** Whether some of its words are of organisations' names. */
  boolean hasTerms() {
    return terms;
  }

  /** Whether some of its words are in a script that leaves vowels out. */
  boolean consonantal() {
    return consonantal;
  }

  static boolean isConsonantal(String letters) {
    int script = UScript.getScript(letters.codePointAt(0));
    return script == UScript.ARABIC || script == UScript.HEBREW;
  }
}
