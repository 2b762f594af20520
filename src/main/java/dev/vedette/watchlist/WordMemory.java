package dev.vedette.watchlist;

import dev.vedette.language.NameWords;
import dev.vedette.language.Phonology;
import dev.vedette.text.Tokens;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what words of texts may be, since most words of a text were in the texts before it.
 *
 * <p>Bounded; a new word takes the place of an old one. Words are told apart by 64 bits of hash
 * alone: among a billion different words the chance that any two are mixed up is below one in
 * thirty, and then one spelling is missed until another takes the place. Thread-safe: what is
 * remembered is immutable, and two threads would remember the same.
 */
final class WordMemory {

  private static final int WORD_BITS = 18;
  private static final int INITIAL_BITS = 10;

  /** Longer words are no names. */
  static final int LONGEST = 40;

  /** The first of two words that may be one: Abd, Nasr. */
  private static final int LONGEST_JOINING = 5;

  private static final long HYPHENED = 0x3535_3535_3535_3535L;
  private static final long PARTED = 0x1C1C_1C1C_1C1C_1C1CL;
  private static final long RUN = 0x5353_5353_5353_5353L;

  private static final Known NOTHING = new Known(0, List.of(), List.of());

  private static final LetterTable PARTICLES = particles();

  /**
   * What a word may be.
   *
   * @param candidates all of it
   * @param first those of them that some pattern begins with
   */
  record Known(long hash, List<Candidate> candidates, List<Candidate> first) {}

  private final WordForms forms;
  private final IntPredicate begins;
  private final Memory words = new Memory(WORD_BITS);
  private final Memory initials = new Memory(INITIAL_BITS);

  /**
   * @param begins whether some pattern begins with a word of the lexicon
   */
  WordMemory(WordForms forms, IntPredicate begins) {
    this.forms = forms;
    this.begins = begins;
  }

  private static LetterTable particles() {
    LetterTable table = new LetterTable();
    NameWords.particles().forEach(word -> table.add(Tokens.hash(word)));
    table.finish(0);
    return table;
  }

  /**
   * What a word of one token may be, or of several that apostrophes part.
   *
   * @param last the last of its tokens
   * @param lower whether it begins with a small letter where names have capitals
   */
  Known of(Tokens tokens, int token, int last, boolean lower) {
    if (tokens.to(last) - tokens.from(token) > LONGEST) {
      return NOTHING;
    }
    long hash = tokens.hash(token);
    for (int at = token + 1; at <= last; at++) {
      hash = tokens.extend(Tokens.extend(hash, '\''), at);
    }
    return lower
        ? recall(words, ~hash, () -> forms.ofLower(word(tokens, token, last)))
        : recall(words, hash, () -> forms.of(word(tokens, token, last)));
  }

  private static String word(Tokens tokens, int token, int last) {
    StringBuilder word = new StringBuilder(tokens.word(token));
    for (int at = token + 1; at <= last; at++) {
      word.append('\'').append(tokens.word(at));
    }
    return word.toString();
  }

  /** Whether it is a particle that may stand first: {@code al-Assad}, {@code von der Leyen}. */
  boolean isParticle(Tokens tokens, int token) {
    return PARTICLES.mayHave(tokens.hash(token))
        && PARTICLES.find(tokens.hash(token)) != LetterTable.ABSENT;
  }

  /** What a word may be that is all of a text, or is taken out of one. */
  List<Candidate> of(String word) {
    return word.length() > LONGEST
        ? List.of()
        : recall(words, Tokens.hash(word), () -> forms.of(word)).candidates();
  }

  /** Whether some names are read as Mandarin. */
  boolean knowsMandarin() {
    return forms.phonologies().contains(Phonology.CHINESE);
  }

  /**
   * What a word and the next may be together, letter for letter, or aloud if both are of a kind.
   */
  Known joined(Tokens tokens, int token) {
    long hash = tokens.extend(tokens.hash(token), token + 1);
    if (tokens.size(token) <= LONGEST_JOINING
        && NameWords.mayJoin(tokens.word(token), tokens.word(token + 1))) {
      return recall(words, hash ^ PARTED, () -> together(tokens, token, "", Step.SPACING));
    }
    List<Candidate> found = forms.joined(hash, tokens.size(token) + 1 + tokens.size(token + 1));
    return found.isEmpty() ? NOTHING : known(hash, found);
  }

  /** What a word and the next may be that a hyphen joins: Yu-hsia. */
  Known hyphened(Tokens tokens, int token) {
    int length = tokens.size(token) + tokens.size(token + 1);
    if (length > LONGEST) {
      return NOTHING;
    }
    long hash = tokens.extend(tokens.hash(token), token + 1);
    return recall(words, hash ^ HYPHENED, () -> together(tokens, token, "", Step.HYPHEN));
  }

  private List<Candidate> together(Tokens tokens, int token, String joint, Step step) {
    return whole(tokens.word(token) + joint + tokens.word(token + 1), step);
  }

  private List<Candidate> whole(String word, Step step) {
    return forms.of(word).stream()
        .filter(one -> one.start() == 0 && one.end() == word.length())
        .map(one -> one.with(Change.of(step)))
        .toList();
  }

  /** What words may be together that hyphens join, each of them a syllable: Vla-đi-mia. */
  Known syllables(Tokens tokens, int token, int last) {
    if (tokens.to(last) - tokens.from(token) > LONGEST) {
      return NOTHING;
    }
    long hash = tokens.hash(token);
    for (int at = token + 1; at <= last; at++) {
      hash = tokens.extend(Tokens.extend(hash, '-'), at);
    }
    return recall(
        words,
        hash,
        () -> {
          StringBuilder word = new StringBuilder(tokens.word(token));
          for (int at = token + 1; at <= last; at++) {
            word.append('-').append(tokens.word(at));
          }
          return whole(word.toString(), Step.HYPHEN);
        });
  }

  /** What the beginning of a run without spaces may be. */
  Known inRun(String run) {
    return recall(words, Tokens.hash(run) ^ RUN, () -> forms.inRun(run));
  }

  /** What an initial may stand for. */
  Known initial(Tokens tokens, int token) {
    return recall(initials, tokens.hash(token), () -> forms.ofInitial(tokens.word(token)));
  }

  private Known recall(Memory memory, long hash, Supplier<List<Candidate>> found) {
    Known known = memory.find(hash);
    if (known == null) {
      known = known(hash, found.get());
      memory.keep(known);
    }
    return known;
  }

  private Known known(long hash, List<Candidate> found) {
    if (found.isEmpty()) {
      return new Known(hash, List.of(), List.of());
    }
    List<Candidate> first = found.stream().filter(one -> begins.test(one.word())).toList();
    return new Known(hash, found, first);
  }

  /** Sets of four places: what came last to a set drives out what came first. */
  private static final class Memory {

    private static final int WAYS = 4;

    private final long[] hashes;
    private final @Nullable Known[] places;

    Memory(int bits) {
      hashes = new long[1 << bits];
      places = new Known[1 << bits];
    }

    /** The hashes only tell where to look, so it does no harm if another thread writes there. */
    @Nullable Known find(long hash) {
      int set = set(hash);
      for (int place = set; place < set + WAYS; place++) {
        if (hashes[place] == hash) {
          Known known = places[place];
          if (known != null && known.hash == hash) {
            return known;
          }
        }
      }
      return null;
    }

    void keep(Known known) {
      int set = set(known.hash);
      for (int place = set + WAYS - 1; place > set; place--) {
        hashes[place] = hashes[place - 1];
        places[place] = places[place - 1];
      }
      hashes[set] = known.hash;
      places[set] = known;
    }

    private int set(long hash) {
      return (int) (hash >>> 40) & (places.length - WAYS);
    }
  }
}
