package dev.vedette.watchlist;

import dev.vedette.text.Tokens;
import dev.vedette.watchlist.CompiledEntry.Role;
import dev.vedette.watchlist.CompiledEntry.Sought;
import dev.vedette.watchlist.Lexicon.Word;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Finds names as grammar, script and custom have changed them, whatever their number.
 *
 * <p>Each word of the text is looked up for the words of names that it may be ({@link WordForms});
 * from each, the words that follow are followed into a trie of the names' patterns. What a word may
 * be is remembered, since texts repeat their words.
 */
final class VariantIndex {

  /** Takes what is found, but for names that stand there unchanged. */
  interface Found {
    /**
     * A mention.
     *
     * @param name its number
     * @param start where it begins in the text
     * @param end where it ends
     * @param changes from the name to the words that stand there
     * @param needed what has to vouch for it: anything if only initials stand for the given name, a
     *     name in full if it leaves out what tells people apart, or its syllables are words of many
     *     languages
     */
    void at(int name, int start, int end, List<Change> changes, Witness needed);

    /**
     * A surname without a given name.
     *
     * @param surname its number, see {@link #surname}
     * @param changes told only if anybody asks: few are of somebody whose full name is found
     */
    void surname(int surname, int start, int end, Supplier<List<Change>> changes);
  }

  private final Wanted wanted;
  private final Lexicon lexicon = new Lexicon();
  private final SequenceTrie trie;
  private final WordMemory memory;
  private final WholeNames wholeNames;

  private VariantIndex(Wanted wanted) {
    this.wanted = wanted;
    this.wholeNames = new WholeNames(wanted, lexicon);
    SequenceTrieBuilder patterns = new SequenceTrieBuilder();
    InChunks.forEach(
        wanted.names(),
        number -> Prepared.of(wanted.sought(number), kind(number)),
        (name, number) -> name.ifPresent(one -> add(number, one, patterns)));
    wholeNames.finish();
    lexicon.build();
    trie = patterns.build(lexicon.sorts());
    memory = new WordMemory(new WordForms(lexicon), trie);
  }

  static VariantIndex of(Wanted wanted) {
    return new VariantIndex(wanted);
  }

  /** A name as it is added. */
  private record Prepared(
      Sought sought, List<Pattern> patterns, List<Word> surname, List<WholeName.Part> whole) {

    /** Nothing if the name is only looked for as it is. */
    static Optional<Prepared> of(Sought sought, Kind kind) {
      if (!sought.hasVariants()) {
        return Optional.empty();
      }
      ReadName read = ReadName.of(sought.name().text(), kind);
      return Optional.of(
          new Prepared(sought, Patterns.of(read), Patterns.surname(read), WholeNames.parts(read)));
    }
  }

  private void add(int number, Prepared prepared, SequenceTrieBuilder patterns) {
    Name name = prepared.sought.name();
    addPatterns(number, prepared, patterns);
    wholeNames.add(number, prepared.whole, name.fuzzy());
  }

  private void addPatterns(int number, Prepared prepared, SequenceTrieBuilder patterns) {
    Name name = prepared.sought.name();
    boolean weak = prepared.sought.role() != Role.STRONG;
    for (Pattern pattern : prepared.patterns) {
      if (pattern.words().stream().anyMatch(word -> word.letters().length() > WordMemory.LONGEST)) {
        return;
      }
      patterns.add(
          numbers(pattern.words(), name.fuzzy()),
          pattern.gap(),
          PatternCode.of(number, name, weak, pattern));
    }
    if (!weak) {
      patterns.addSurname(numbers(prepared.surname, 0));
    }
  }

  private Kind kind(int number) {
    return wanted.entry(wanted.entryOf(number)).kind();
  }

  private int[] numbers(List<Word> words, int fuzzy) {
    return words.stream().mapToInt(word -> lexicon.add(word, fuzzy)).toArray();
  }

  /** The number under which the surname of a name is found alone; negative if it has none. */
  int surname(int name) {
    int[] words =
        Patterns.surname(ReadName.of(wanted.sought(name).name().text(), kind(name))).stream()
            .mapToInt(lexicon::number)
            .toArray();
    boolean known = words.length > 0 && IntStream.of(words).allMatch(word -> word >= 0);
    return known ? trie.find(words) : SequenceTrie.NONE;
  }

  /** Reports every mention, also overlapping ones and some more than once, in no order. */
  void find(Tokens tokens, Found found) {
    if (trie.isEmpty()) {
      return;
    }
    VariantSearch search = new VariantSearch(wanted, trie, memory, tokens, found);
    for (int token = 0; token < tokens.count(); token++) {
      search.from(token);
    }
    wholeNames.find(tokens, memory, found);
  }
}
