package dev.vedette.watchlist;

import com.ibm.icu.lang.UScript;
import dev.vedette.language.Clitics;
import dev.vedette.language.ConsonantReader;
import dev.vedette.language.Endings;
import dev.vedette.language.Form;
import dev.vedette.language.FormReader;
import dev.vedette.language.LetterNames;
import dev.vedette.language.Mandarin;
import dev.vedette.language.Phonology;
import dev.vedette.language.Pronunciations;
import dev.vedette.text.Tokens;
import dev.vedette.watchlist.Lexicon.Use;
import dev.vedette.watchlist.Lexicon.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * What word of the lexicon a word of a text may be: the same, inflected, in another script or
 * another school of romanisation, misprinted, or some of these together.
 */
final class WordForms {

  /** A base form that is misprinted as well has to be long, or it becomes somebody else's. */
  private static final int SHORTEST_FUZZY_BASE = 9;

  private static final Set<Phonology> ALL = EnumSet.allOf(Phonology.class);

  private static final List<Use> EQUIVALENT = List.of(Use.GIVEN, Use.WORD, Use.TERM);

  /** Shorter ones are read as anything. */
  private static final int SHORTEST_READ_BASE = 3;

  /** Two words that happen to meet make a shorter one. */
  static final int SHORTEST_PARTED = 8;

  /** Elided articles and prepositions before a name: d'Abbas, l'Orbán, dell'Aquila. */
  private static final Set<String> ELIDED =
      Set.of("d", "l", "qu", "n", "s", "j", "m", "t", "c", "dell", "all", "nell", "sull", "dall");

  private final Lexicon lexicon;

  WordForms(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Those in which some of the lexicon's words can be read. */
  Set<Phonology> phonologies() {
    return lexicon.phonologies();
  }

  /**
   * The words that a token may be; each once for each stretch of the token, by its cheapest way.
   *
   * @param token folded; may hold apostrophes
   */
  List<Candidate> of(String token) {
    Search search = new Search();
    int apostrophe = token.indexOf('\'');
    if (apostrophe < 0) {
      search.addWord(token, 0, token.length());
      return search.found();
    }
    search.addForm(token.replace("'", ""), 0, token.length(), List.of(), false, true);
    if (ELIDED.contains(token.substring(0, apostrophe))) {
      search.addWord(token.substring(apostrophe + 1), apostrophe + 1, token.length());
    }
    int last = token.lastIndexOf('\'');
    String left = token.substring(0, last).replace("'", "");
    String right = token.substring(last + 1);
    if (right.equals("s")) {
      search.addWord(left, 0, last);
    } else {
      String languages = Endings.suffixLanguages('\'', right);
      if (!languages.isEmpty()) {
        search.addSuffixed(left, token.length(), languages);
      }
    }
    return search.found();
  }

  /**
   * What a word may be that begins with a small letter, where names have capitals: an unchanged
   * one, or a term.
   */
  List<Candidate> ofLower(String token) {
    Search search = new Search();
    String letters = token.replace("'", "");
    search.addLetters(letters, 0, token.length(), List.of(), 0, false);
    search.addEquivalents(letters, 0, token.length(), List.of(), false);
    List<Candidate> unchanged = search.found();
    return lexicon.hasTerms() ? withTerms(unchanged, letters, token.length()) : unchanged;
  }

  private List<Candidate> withTerms(List<Candidate> unchanged, String letters, int end) {
    Search search = new Search();
    for (Form form : Endings.undo(letters)) {
      search.addLetters(
          form.base(), 0, end, Search.inflected(form), Evidence.INFLECTED, form.alone());
    }
    return Stream.concat(unchanged.stream(), search.found().stream().filter(Candidate::term))
        .toList();
  }

  /**
   * The words whose letters stand there, with a space between.
   *
   * @param hash of the letters
   * @param length of the stretch, the space included
   */
  List<Candidate> joined(long hash, int length) {
    if (lexicon.byLetters().first(hash) == Postings.END) {
      return List.of();
    }
    Search search = new Search();
    search.forEach(
        lexicon.byLetters(),
        hash,
        word -> {
          if (lexicon.word(word).letters().length() >= SHORTEST_PARTED) {
            List<Change> changes = List.of(Change.of(Step.SPACING));
            int evidence = Evidence.of(lexicon.word(word).letters());
            search.add(word, 0, length, changes, Orthographies.ANY, evidence, 0, false);
          }
        });
    return search.found();
  }

  /** The given names that an initial may stand for. */
  List<Candidate> ofInitial(String letters) {
    Search search = new Search();
    for (long key : Lexicon.initialKeys(LetterNames.letter(letters), ALL)) {
      search.forEach(
          lexicon.bySound(),
          key,
          word ->
              search.add(
                  word,
                  0,
                  letters.length(),
                  List.of(),
                  Orthographies.ANY,
                  Evidence.INITIAL,
                  0,
                  false));
    }
    return search.found();
  }

  /** The words that the beginning of a run may be, in a script without spaces. */
  List<Candidate> inRun(String run) {
    Search search = new Search();
    search.readRun(run);
    for (int end = 1; end <= run.length(); end++) {
      search.addLetters(run.substring(0, end), 0, end, List.of(), 0, false);
    }
    return search.found();
  }

  /** One token's search. */
  private final class Search {

    /** By word and stretch. */
    private final Map<Long, Candidate> found = new LinkedHashMap<>();

    private final FormReader reader = new FormReader();

    /** The word of the text, if what is looked for is what an ending was taken from. */
    private String inflectedForm = "";

    List<Candidate> found() {
      return List.copyOf(found.values());
    }

    void addWord(String word, int start, int end) {
      if (word.isEmpty()) {
        return;
      }
      addForm(word, start, end, List.of(), false, true);
      inflectedForm = word;
      for (Form form : Endings.undo(word)) {
        boolean misprints = form.base().length() >= SHORTEST_FUZZY_BASE;
        addForm(form.base(), start, end, inflected(form), form.alone(), misprints);
      }
      for (Form form : Clitics.strip(word)) {
        addForm(form.base(), start, end, inflected(form), form.alone(), false);
      }
      inflectedForm = "";
    }

    void addSuffixed(String word, int end, String languages) {
      addForm(word, 0, end, List.of(new Change(Step.INFLECTED, languages)), false, false);
    }

    private static List<Change> inflected(Form form) {
      return List.of(new Change(Step.INFLECTED, form.language()));
    }

    private void addForm(
        String base, int start, int end, List<Change> changes, boolean alone, boolean misprints) {
      int cost = changes.isEmpty() ? 0 : Evidence.INFLECTED;
      addLetters(base, start, end, changes, cost, alone);
      addEquivalents(base, start, end, changes, alone);
      read(base, start, end, changes, alone);
      if (changes.isEmpty() || base.length() < end - start - 1) {
        readWithoutVowels(base, start, end, changes, alone);
      }
      if (misprints && base.length() >= Lexicon.SHORTEST_FUZZY && lexicon.mostMisprints() > 0) {
        addMisprinted(base, start, end, changes, alone);
      }
    }

    private void addLetters(
        String base, int start, int end, List<Change> changes, int cost, boolean alone) {
      forEach(
          lexicon.byLetters(),
          Tokens.hash(base),
          word -> {
            if (mayBeForm(word, base)) {
              add(word, start, end, changes, Orthographies.ANY, Evidence.of(base) - cost, 0, alone);
            }
          });
    }

    /** An ending that makes another syllable is none: Choe is no form of Cho, Yin none of Yi. */
    private boolean mayBeForm(int number, String base) {
      if (inflectedForm.isEmpty()) {
        return true;
      }
      Word word = lexicon.word(number);
      if (Lexicon.isMandarin(word)) {
        return !Mandarin.isAnother(inflectedForm, base);
      }
      if (!word.phonologies().contains(Phonology.KOREAN)) {
        return true;
      }
      int syllables = Pronunciations.koreanSyllables(inflectedForm);
      return syllables == 0 || syllables > Pronunciations.koreanSyllables(base);
    }

    private void addEquivalents(
        String base, int start, int end, List<Change> changes, boolean alone) {
      if (lexicon.byMeaning().isEmpty()) {
        return;
      }
      for (Use use : EQUIVALENT) {
        for (long key : Lexicon.equivalents(base, use)) {
          forEach(
              lexicon.byMeaning(),
              key,
              word ->
                  add(
                      word,
                      start,
                      end,
                      and(changes, Change.of(Step.EQUIVALENT)),
                      Orthographies.ANY,
                      evidence(word, base) - Evidence.EQUIVALENT,
                      0,
                      alone));
        }
      }
    }

    private int evidence(int word, String base) {
      return Math.min(Evidence.of(base), Evidence.of(lexicon.word(word).letters()));
    }

    private void read(String base, int start, int end, List<Change> changes, boolean alone) {
      boolean syllablesOnly = !changes.isEmpty() && base.length() < SHORTEST_READ_BASE;
      for (Phonology phonology : lexicon.phonologies()) {
        if (syllablesOnly && !phonology.isOfSyllables()) {
          continue;
        }
        reader.read(
            base,
            phonology,
            (hash, sounds, read, orthography) -> {
              if (read == base.length()) {
                addRead(hash, phonology, base, start, end, changes, orthography, alone);
              }
              return lexicon.begins(hash);
            });
      }
    }

    void readRun(String run) {
      for (Phonology phonology : lexicon.phonologies()) {
        Pronunciations.read(
            run,
            Set.of(phonology),
            (hash, sounds, read, orthography) -> {
              if (read > 0) {
                String base = run.substring(0, read);
                addRead(hash, phonology, base, 0, read, List.of(), orthography, false);
              }
              return lexicon.begins(hash);
            });
      }
    }

    private void addRead(
        long hash,
        Phonology phonology,
        String base,
        int start,
        int end,
        List<Change> changes,
        String orthography,
        boolean alone) {
      int script = UScript.getScript(base.codePointAt(0));
      boolean spoken = Pronunciations.isSpoken(orthography);
      IntConsumer other =
          word -> {
            if (!isIn(script, word)) {
              addRead(
                  word,
                  Step.TRANSLITERATED,
                  phonology,
                  base,
                  start,
                  end,
                  changes,
                  orthography,
                  alone);
            }
          };
      forEach(lexicon.bySound(), hash, other);
      if (!spoken) {
        forEach(lexicon.bySound(), Lexicon.spoken(hash), other);
        forEach(
            lexicon.bySound(),
            hash,
            word -> {
              boolean syllabic = Lexicon.isSyllabic(lexicon.word(word));
              boolean spelt = phonology == Phonology.COMMON && syllabic;
              if (isIn(script, word) && !spelt && script != UScript.HAN) {
                addRead(
                    word, Step.ROMANISED, phonology, base, start, end, changes, orthography, alone);
              }
            });
      }
    }

    private boolean isIn(int script, int word) {
      return UScript.getScript(lexicon.word(word).letters().codePointAt(0)) == script;
    }

    private void addRead(
        int word,
        Step step,
        Phonology phonology,
        String base,
        int start,
        int end,
        List<Change> changes,
        String orthography,
        boolean alone) {
      if (!mayBeForm(word, base) || lexicon.word(word).letters().equals(base)) {
        return;
      }
      int cost = Evidence.cost(step, phonology) + (changes.isEmpty() ? 0 : Evidence.INFLECTED);
      boolean syllables = phonology.isOfSyllables();
      add(
          word,
          start,
          end,
          and(changes, new Change(step, syllables ? orthography : "")),
          syllables ? Orthographies.ANY : Orthographies.of(orthography),
          evidence(word, base) - cost,
          0,
          alone);
    }

    /** For names that are given in a script that leaves vowels out. */
    private void readWithoutVowels(
        String base, int start, int end, List<Change> changes, boolean alone) {
      if (!lexicon.consonantal() || Lexicon.isConsonantal(base)) {
        return;
      }
      Set<Long> tried = new HashSet<>();
      new ConsonantReader(
              lexicon::begins,
              (hash, orthography) -> {
                if (tried.add(hash)) {
                  addConsonants(hash, base, start, end, changes, orthography, alone);
                }
              })
          .read(base);
    }

    private void addConsonants(
        long hash,
        String base,
        int start,
        int end,
        List<Change> changes,
        String orthography,
        boolean alone) {
      forEach(
          lexicon.bySound(),
          hash,
          word -> {
            if (Lexicon.isConsonantal(lexicon.word(word).letters())) {
              addRead(
                  word,
                  Step.TRANSLITERATED,
                  Phonology.CONSONANTAL,
                  base,
                  start,
                  end,
                  changes,
                  orthography,
                  alone);
            }
          });
    }

    private void addMisprinted(
        String base, int start, int end, List<Change> changes, boolean alone) {
      for (String spelling : Lexicon.spellings(base)) {
        Set<Integer> tried = new HashSet<>();
        Misprints.keys(
            spelling,
            lexicon.mostMisprints(),
            key ->
                forEach(
                    lexicon.byMisprint(),
                    key,
                    word -> {
                      if (tried.add(word)) {
                        addIfNear(word, spelling, start, end, changes, alone);
                      }
                    }));
      }
    }

    private void addIfNear(
        int word, String spelling, int start, int end, List<Change> changes, boolean alone) {
      int most = lexicon.fuzziness(word);
      int least = most + 1;
      for (String own : Lexicon.spellings(lexicon.word(word).letters())) {
        if (own.charAt(0) == spelling.charAt(0)) {
          least = Math.min(least, Misprints.distance(own, spelling, most));
        }
      }
      if (least > 0 && least <= most) {
        Change misprint = new Change(Step.FUZZY, String.valueOf(least));
        int cost = least * Evidence.MISPRINT + (changes.isEmpty() ? 0 : Evidence.INFLECTED);
        add(
            word,
            start,
            end,
            and(changes, misprint),
            Orthographies.ANY,
            evidence(word, spelling) - cost,
            least,
            alone);
      }
    }

    private void add(
        int word,
        int start,
        int end,
        List<Change> changes,
        long orthographies,
        int evidence,
        int misprints,
        boolean alone) {
      if (evidence <= 0) {
        return;
      }
      boolean term = lexicon.word(word).use() == Use.TERM;
      found.merge(
          key(word, start, end, orthographies == Orthographies.ANY, !inflectedForm.isEmpty()),
          new Candidate(word, start, end, changes, orthographies, evidence, misprints, alone, term),
          Candidate::better);
    }

    /** What can be read in some orthographies only may not fit the words beside it. */
    private static long key(
        int word, int start, int end, boolean anyOrthography, boolean inflected) {
      long key = (long) word << Integer.SIZE | start << 16 | end << 2;
      return key | (anyOrthography ? 1 : 0) | (inflected ? 2 : 0);
    }

    private static List<Change> and(List<Change> some, Change other) {
      List<Change> all = new ArrayList<>(some);
      all.add(other);
      return List.copyOf(all);
    }

    private void forEach(Postings postings, long key, IntConsumer words) {
      for (int at = postings.first(key); at != Postings.END; at = postings.next(at)) {
        words.accept(postings.value(at));
      }
    }
  }
}
