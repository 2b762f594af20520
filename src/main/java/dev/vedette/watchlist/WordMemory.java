package dev.vedette.watchlist;

import dev.vedette.language.Phonology;
import dev.vedette.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what words of texts may be, since most words of a text were in the texts before it.
 *
 * <p>Bounded; a new word takes the place of an old one. Words are told apart by 64 bits of hash
 * alone: among a billion different words the chance that any two are mixed up is below one in
 * thirty, and then one spelling is mistaken until another takes the place. Thread-safe: what is
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

  private final WordForms forms;
  private final SequenceTrie trie;
  private final Memory words = new Memory(WORD_BITS);
  private final Memory initials = new Memory(INITIAL_BITS);

  WordMemory(WordForms forms, SequenceTrie trie) {
    this.forms = forms;
    this.trie = trie;
  }

  /**
   * What a word of one token may be, or of several that apostrophes part.
   *
   * @param last the last of its tokens
   * @param lower whether it begins with a small letter where names have capitals
   */
  Known of(Tokens tokens, int token, int last, boolean lower) {
    if (tokens.to(last) - tokens.from(token) > LONGEST) {
      return Known.NOTHING;
    }
    long hash = tokens.hash(token);
    for (int at = token + 1; at <= last; at++) {
      hash = tokens.extend(Tokens.extend(hash, '\''), at);
    }
    long key = lower ? ~hash : hash;
    Known known = words.find(key);
    if (known != null) {
      return known;
    }
    String word = word(tokens, token, last);
    return keep(words, key, lower ? forms.ofLower(word) : forms.of(word));
  }

  private static String word(Tokens tokens, int token, int last) {
    StringBuilder word = new StringBuilder(tokens.word(token));
    for (int at = token + 1; at <= last; at++) {
      word.append('\'').append(tokens.word(at));
    }
    return word.toString();
  }

  /** What a word may be that is all of a text, or is taken out of one. */
  List<Candidate> of(String word) {
    if (word.length() > LONGEST) {
      return List.of();
    }
    Known known = words.find(Tokens.hash(word));
    return known == null
        ? keep(words, Tokens.hash(word), forms.of(word)).candidates()
        : known.candidates();
  }

  /** Whether some names are of organisations. */
  boolean knowsBodies() {
    return forms.hasTerms();
  }

  /** Whether some names are read as Mandarin. */
  boolean knowsMandarin() {
    return forms.phonologies().contains(Phonology.CHINESE);
  }

  /**
   * What a word and the next may be together, letter for letter, or aloud if both are of a kind.
   */
  Known joined(Tokens tokens, int token) {
    int length = tokens.size(token) + tokens.size(token + 1);
    if (length > LONGEST) {
      return Known.NOTHING;
    }
    if (tokens.size(token) <= LONGEST_JOINING && WordSet.mayJoin(tokens, token)) {
      long hash = tokens.extend(tokens.hash(token), token + 1) ^ PARTED;
      Known known = words.find(hash);
      return known == null ? keep(words, hash, together(tokens, token, Step.SPACING)) : known;
    }
    if (length < WordForms.SHORTEST_PARTED) {
      return Known.NOTHING;
    }
    long hash = tokens.extend(tokens.hash(token), token + 1);
    List<Candidate> found = forms.joined(hash, length + 1);
    return found.isEmpty() ? Known.NOTHING : Known.of(hash, found, trie);
  }

  /** What a word and the next may be that a hyphen joins: Yu-hsia. */
  Known hyphened(Tokens tokens, int token) {
    int length = tokens.size(token) + tokens.size(token + 1);
    if (length > LONGEST) {
      return Known.NOTHING;
    }
    long hash = tokens.extend(tokens.hash(token), token + 1) ^ HYPHENED;
    Known known = words.find(hash);
    return known == null ? keep(words, hash, together(tokens, token, Step.HYPHEN)) : known;
  }

  private List<Candidate> together(Tokens tokens, int token, Step step) {
    return whole(tokens.word(token) + tokens.word(token + 1), step);
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
      return Known.NOTHING;
    }
    long hash = tokens.hash(token);
    for (int at = token + 1; at <= last; at++) {
      hash = tokens.extend(Tokens.extend(hash, '-'), at);
    }
    Known known = words.find(hash);
    return known == null ? keep(words, hash, spelled(tokens, token, last)) : known;
  }

  private List<Candidate> spelled(Tokens tokens, int token, int last) {
    StringBuilder word = new StringBuilder(tokens.word(token));
    for (int at = token + 1; at <= last; at++) {
      word.append('-').append(tokens.word(at));
    }
    return whole(word.toString(), Step.HYPHEN);
  }

  /** What the beginning of a run without spaces may be. */
  Known inRun(String run) {
    long hash = Tokens.hash(run) ^ RUN;
    Known known = words.find(hash);
    return known == null ? keep(words, hash, forms.inRun(run)) : known;
  }

  /** What an initial may stand for. */
  Known initial(Tokens tokens, int token) {
    long hash = tokens.hash(token);
    Known known = initials.find(hash);
    return known == null ? keep(initials, hash, forms.ofInitial(tokens.word(token))) : known;
  }

  private Known keep(Memory memory, long hash, List<Candidate> found) {
    Known known = Known.of(hash, found, trie);
    memory.keep(known);
    return known;
  }

  /**
   * Sets of eight places, as many as one line of the cache holds: what came last to a set drives
   * out what came first. Sets of four lost some words of a small corpus in every round.
   */
  private static final class Memory {

    private static final int WAYS = 8;

    private static final int NOTHING_BITS = 14;

    /**
     * What is nothing, at one place each: most words are, a few thousand of them make up most of
     * every text, and these fit into the nearest cache.
     */
    private final long[] nothing = new long[1 << NOTHING_BITS];

    private final long[] hashes;
    private final @Nullable Known[] places;

    Memory(int bits) {
      hashes = new long[1 << bits];
      places = new Known[1 << bits];
    }

    @Nullable Known find(long hash) {
      int place = (int) (hash >>> 40) & (nothing.length - 1);
      if (nothing[place] == hash) {
        return Known.NOTHING;
      }
      Known known = inSet(hash);
      if (known != null && known.candidates().isEmpty()) {
        nothing[place] = hash;
      }
      return known;
    }

    /** The hashes only tell where to look, so it does no harm if another thread writes there. */
    private @Nullable Known inSet(long hash) {
      int set = set(hash);
      for (int place = set; place < set + WAYS; place++) {
        if (hashes[place] == hash) {
          Known known = places[place];
          if (known != null && known.hash() == hash) {
            return known;
          }
        }
      }
      return null;
    }

    void keep(Known known) {
      int set = set(known.hash());
      for (int place = set + WAYS - 1; place > set; place--) {
        hashes[place] = hashes[place - 1];
        places[place] = places[place - 1];
      }
      hashes[set] = known.hash();
      places[set] = known;
    }

    private int set(long hash) {
      return (int) (hash >>> 40) & (places.length - WAYS);
    }
  }
}
