package dev.vedette.watchlist;

import dev.vedette.language.NameWords;
import dev.vedette.language.Patronymics;
import dev.vedette.text.Tokens;
import dev.vedette.text.Tokens.Shape;

/** Follows the words of one text into the trie of patterns. */
final class VariantSearch {

  /** No more names than these stand between a given name and a surname. */
  private static final int MOST_BETWEEN = 2;

  /** {@code Vl.} for Vladimir. */
  static final int LONGEST_INITIAL = 2;

  private static final int LONGEST_ARTICLE = 3;

  /** Hyphens between the syllables of a word. */
  private static final int MOST_SYLLABLES = 4;

  /** What a run is looked at from one place. */
  private static final int LONGEST_IN_RUN = 24;

  private final SequenceTrie trie;
  private final WordMemory memory;
  private final Tokens tokens;
  private final RecentWords words;
  private final VariantReport report;
  private final boolean cased;

  VariantSearch(
      Wanted wanted,
      SequenceTrie trie,
      WordMemory memory,
      Tokens tokens,
      VariantIndex.Found found) {
    this.trie = trie;
    this.memory = memory;
    this.tokens = tokens;
    this.words = new RecentWords(memory, tokens);
    this.report = new VariantReport(wanted, trie, tokens, found);
    this.cased = tokens.capitals() > 0;
  }

  /** Everything that begins in a token. */
  void from(int token) {
    Shape shape = tokens.shape(token);
    switch (shape) {
      case WORD -> {
        if (mayBegin(token)) {
          begin(token, tokens.start(token), tokens.from(token));
        }
      }
      case RUN -> {
        for (int at = tokens.from(token); at < tokens.to(token); at++) {
          if (tokens.isBoundary(at)) {
            begin(token, tokens.startOf(token, at), at);
          }
        }
      }
      case HAN -> {
        if (memory.knowsMandarin()) {
          fromHan(token);
        }
      }
      case KANA, HANGUL -> begin(token, tokens.start(token), tokens.from(token));
      default -> {}
    }
  }

  private void fromHan(int token) {
    for (int at = tokens.from(token); at < tokens.to(token); at++) {
      if (MandarinMention.mayBegin(tokens, token, at)) {
        begin(token, tokens.startOf(token, at), at);
      }
    }
  }

  private boolean mayBegin(int token) {
    if (isLower(token) && !WordSet.PARTICLES.has(tokens, token)) {
      return false;
    }
    return tokens.size(token) <= LONGEST_INITIAL
        || !words.of(token, wordEnd(token), isLower(token)).beginsNothing()
        || isHyphened(token)
        || (isParted(token) && !words.joined(token).beginsNothing());
  }

  /** In a text that has capitals. */
  private boolean isLower(int token) {
    return cased && tokens.isLower(token);
  }

  /** The last token of a word with apostrophes. */
  private int wordEnd(int token) {
    int last = token;
    while (last + 1 < tokens.count()
        && tokens.gap(last + 1) == Tokens.APOSTROPHE
        && tokens.to(last) - tokens.from(token) <= WordMemory.LONGEST
        && tokens.shape(last + 1) == Shape.WORD) {
      last++;
    }
    return last;
  }

  private boolean isParted(int token) {
    return token + 1 < tokens.count()
        && tokens.gap(token + 1) == Tokens.SPACE
        && tokens.shape(token + 1) == Shape.WORD
        && !isLower(token);
  }

  private boolean isHyphened(int token) {
    return token + 1 < tokens.count()
        && tokens.gap(token + 1) == Tokens.HYPHEN
        && tokens.shape(token + 1) == Shape.WORD
        && !isLower(token);
  }

  private void begin(int token, int start, int letter) {
    step(Progress.begin(token, start, letter), token, letter);
  }

  /** Takes every word that may stand at a letter of a token as the next of a mention's pattern. */
  private void step(Progress progress, int token, int letter) {
    if (tokens.shape(token) != Shape.WORD) {
      inRun(progress, token, letter);
      return;
    }
    words(progress, token);
    initials(progress, token);
    joined(progress, token);
  }

  private void inRun(Progress progress, int token, int letter) {
    boolean han = tokens.shape(token) == Shape.HAN;
    int most = han ? MandarinMention.LONGEST : LONGEST_IN_RUN;
    int to = Math.min(tokens.to(token), letter + most);
    Known known =
        tokens.shape(token) == Shape.KANA
            ? words.of(token, token, false)
            : memory.inRun(tokens.word(letter, to));
    for (Candidate candidate : known.next(progress, trie)) {
      int from = tokens.startOf(token, letter + candidate.start());
      advance(progress, candidate, from, token, letter + candidate.end());
    }
  }

  private void words(Progress progress, int token) {
    int last = wordEnd(token);
    boolean lower = isLower(token) && !(progress.words() > 0 && tokens.gap(token) == Tokens.HYPHEN);
    for (Candidate candidate : words.of(token, last, lower).next(progress, trie)) {
      if ((candidate.start() == 0 || progress.words() == 0)
          && !(lower && candidate.isChanged() && !(candidate.term() && progress.words() > 0))) {
        place(progress, candidate, token, last);
      }
    }
  }

  /** Finds the tokens that hold a stretch of a word with apostrophes. */
  private void place(Progress progress, Candidate candidate, int token, int last) {
    if (token == last) {
      advance(progress, candidate, tokens.start(token), token, tokens.to(token));
      return;
    }
    int before = 0;
    int from = tokens.start(token);
    for (int at = token; at <= last; at++) {
      if (before == candidate.start()) {
        from = tokens.start(at);
      }
      before += tokens.size(at);
      if (before >= candidate.end()) {
        advance(progress, candidate, from, at, tokens.to(at));
        return;
      }
      before++;
    }
  }

  /** A word of one letter, or two with a full stop, may stand for a given name. */
  private void initials(Progress progress, int token) {
    boolean period = (tokens.gap(token + 1) & Tokens.PERIOD) != 0;
    if (tokens.size(token) <= (period ? LONGEST_INITIAL : 1) && !isLower(token)) {
      for (Candidate candidate : memory.initial(tokens, token).next(progress, trie)) {
        advance(progress, candidate, tokens.start(token), token, tokens.to(token));
      }
    }
  }

  /** Several words may be one of the name: Yu-hsia, Rosoboron Export, Nasr Allah, Vla-đi-mia. */
  private void joined(Progress progress, int token) {
    if (isHyphened(token)) {
      joined(progress, token, token + 1, memory.hyphened(tokens, token));
      for (int last = token + 1; isSyllable(token, last); last++) {
        joined(progress, token, last, memory.syllables(tokens, token, last));
      }
    } else if (isParted(token)) {
      joined(progress, token, token + 1, words.joined(token));
    }
  }

  private void joined(Progress progress, int token, int last, Known known) {
    for (Candidate candidate : known.next(progress, trie)) {
      advance(progress, candidate, tokens.start(token), last, tokens.to(last));
    }
  }

  private boolean isSyllable(int first, int token) {
    return token - first <= MOST_SYLLABLES
        && token < tokens.count()
        && tokens.gap(token) == Tokens.HYPHEN
        && tokens.shape(token) == Shape.WORD;
  }

  private void advance(Progress progress, Candidate candidate, int from, int token, int letter) {
    int node = trie.next(progress.node(), candidate.word());
    if (node == SequenceTrie.NONE || (progress.orthographies() & candidate.orthographies()) == 0) {
      return;
    }
    Progress next = progress.and(candidate, node, from, token, letter);
    report.report(next);
    if (trie.hasNext(node)) {
      goOn(next);
    }
  }

  /** To the word after, over what may stand between. */
  private void goOn(Progress progress) {
    if (progress.letter() < tokens.to(progress.token())) {
      if (tokens.shape(progress.token()) != Shape.WORD) {
        step(progress, progress.token(), progress.letter());
      }
      return;
    }
    int next = progress.token() + 1;
    if (next == tokens.count() || !mayHoldNames(tokens.shape(next))) {
      return;
    }
    switch (report.between(next)) {
      case NOTHING_ELSE -> {
        step(progress, next, tokens.from(next));
        if (isArticle(next) && !progress.hasPassed()) {
          goOn(progress.past(next, tokens.to(next)));
        }
        if (trie.hasGap(progress.node()) && isMiddleName(next, progress.between())) {
          goOn(progress.over(next, tokens.to(next)));
        }
      }
      case COMMA -> {
        if (progress.comma() == 0) {
          step(progress.withComma(), next, tokens.from(next));
        }
      }
      case SOMETHING -> {}
    }
  }

  /** An article that a name may have or not: Bashar al-Assad. */
  private boolean isArticle(int token) {
    return tokens.shape(token) == Shape.WORD
        && tokens.size(token) <= LONGEST_ARTICLE
        && WordSet.PARTICLES.has(tokens, token)
        && NameWords.isArticle(tokens.word(token), tokens.gap(token + 1) == Tokens.HYPHEN);
  }

  private static boolean mayHoldNames(Shape shape) {
    return shape != Shape.HAN && shape != Shape.SYMBOL;
  }

  private boolean isMiddleName(int token, int before) {
    if (tokens.shape(token) != Shape.WORD || before == MOST_BETWEEN) {
      return false;
    }
    if (tokens.size(token) == 1) {
      return true;
    }
    boolean mayBe = before == 0 && tokens.size(token) > 2 && !tokens.isLower(token);
    return mayBe
        ? !WordSet.TITLES.has(tokens, token)
        : Patronymics.mayEnd(tokens.letter(tokens.to(token) - 1))
            && Patronymics.isPatronymicShape(tokens.word(token));
  }
}
