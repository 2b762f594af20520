package dev.vedette.watchlist;

import dev.vedette.text.Tokens;
import dev.vedette.text.Tokens.Shape;

/** Follows the words of one text into the trie of patterns. */
final class VariantSearch {

  /** What a run is looked at from one place. */
  private static final int LONGEST_IN_RUN = 24;

  private final SequenceTrie trie;
  private final WordMemory memory;
  private final Tokens tokens;
  private final TextWords words;
  private final RecentWords recent;
  private final VariantReport report;
  private final LookAhead ahead;

  VariantSearch(
      Wanted wanted,
      SequenceTrie trie,
      WordMemory memory,
      Tokens tokens,
      VariantIndex.Found found) {
    this.trie = trie;
    this.memory = memory;
    this.tokens = tokens;
    this.words = new TextWords(tokens);
    this.recent = new RecentWords(memory, tokens);
    this.ahead = new LookAhead(tokens, words, recent, memory);
    this.report = new VariantReport(wanted, trie, tokens, words, found);
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
    if (words.isLower(token)
        && !WordSet.PARTICLES.has(tokens, token)
        && !(memory.knowsBodies() && WordSet.BODIES.has(tokens, token))) {
      return false;
    }
    return tokens.size(token) <= TextWords.LONGEST_INITIAL
        || recent.of(token, words.last(token), words.isLower(token)).beginnings() > 0
        || words.isHyphened(token)
        || (words.isParted(token) && recent.joined(token).beginnings() > 0);
  }

  private void begin(int token, int start, int letter) {
    step(Progress.begin(token, start, letter), SequenceTrie.FOLLOWERS, token, letter);
  }

  /**
   * Takes every word that may stand at a letter of a token as the next of a mention's pattern.
   *
   * @param state of the node that the pattern was read to
   */
  private void step(Progress progress, long state, int token, int letter) {
    if (tokens.shape(token) != Shape.WORD) {
      inRun(progress, state, token, letter);
      return;
    }
    words(progress, state, token);
    initials(progress, state, token);
    joined(progress, state, token);
  }

  /** Takes a word of a name and what is known of the node to which it leads. */
  @FunctionalInterface
  private interface Next {
    void take(Candidate candidate, int node, long state);
  }

  /**
   * Takes those of a word's candidates that some pattern goes on with.
   *
   * @param last the token in which the word ends, whole; -1 if it may be the beginning of one
   */
  private void each(Progress progress, long state, Known known, int last, Next next) {
    if (progress.words() == 0) {
      each(known, progress.first(), last, next);
    } else if ((known.signature() & state) != 0) {
      for (Candidate candidate : known.candidates()) {
        if ((trie.bit(candidate.word()) & state) != 0) {
          int node = trie.next(progress.node(), candidate.word());
          if (node != SequenceTrie.NONE) {
            next.take(candidate, node, trie.state(node));
          }
        }
      }
    }
  }

  /** The same for the first word of a pattern, whose nodes are known. */
  private void each(Known known, int first, int last, Next next) {
    long ends = SequenceTrie.END | (report.mayBeSurname(first) ? SequenceTrie.SURNAME_END : 0);
    for (int at = 0; at < known.beginnings(); at++) {
      long state = known.state(at);
      if ((state & ends) != 0 || last < 0 || ahead.mayGoOn(state, last)) {
        next.take(known.first(at), known.node(at), state);
      }
    }
  }

  private void inRun(Progress progress, long state, int token, int letter) {
    boolean han = tokens.shape(token) == Shape.HAN;
    int most = han ? MandarinMention.LONGEST : LONGEST_IN_RUN;
    int to = Math.min(tokens.to(token), letter + most);
    Known known =
        tokens.shape(token) == Shape.KANA
            ? recent.of(token, token, false)
            : memory.inRun(tokens.word(letter, to));
    each(
        progress,
        state,
        known,
        -1,
        (candidate, node, its) -> {
          int from = tokens.startOf(token, letter + candidate.start());
          advance(progress, candidate, node, its, from, token, letter + candidate.end());
        });
  }

  private void words(Progress progress, long state, int token) {
    int last = words.last(token);
    boolean lower =
        words.isLower(token) && !(progress.words() > 0 && tokens.gap(token) == Tokens.HYPHEN);
    boolean bodiesOnly = lower && progress.words() == 0 && !WordSet.PARTICLES.has(tokens, token);
    each(
        progress,
        state,
        recent.of(token, last, lower),
        token == last ? token : -1,
        (candidate, node, its) -> {
          if ((candidate.start() == 0 || progress.words() == 0)
              && (candidate.term() || !bodiesOnly)
              && !(lower && candidate.isChanged() && !(candidate.term() && progress.words() > 0))) {
            place(progress, candidate, node, its, token, last);
          }
        });
  }

  /** Finds the tokens that hold a stretch of a word with apostrophes. */
  private void place(
      Progress progress, Candidate candidate, int node, long state, int token, int last) {
    if (token == last) {
      advance(progress, candidate, node, state, tokens.start(token), token, tokens.to(token));
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
        advance(progress, candidate, node, state, from, at, tokens.to(at));
        return;
      }
      before++;
    }
  }

  /** A word of one letter, or two with a full stop, may stand for a given name. */
  private void initials(Progress progress, long state, int token) {
    if (words.mayBeInitial(token)) {
      whole(progress, state, token, token, memory.initial(tokens, token));
    }
  }

  /** Several words may be one of the name: Yu-hsia, Rosoboron Export, Nasr Allah, Vla-đi-mia. */
  private void joined(Progress progress, long state, int token) {
    if (words.isHyphened(token)) {
      whole(progress, state, token, token + 1, memory.hyphened(tokens, token));
      for (int last = token + 1; words.isSyllable(token, last); last++) {
        whole(progress, state, token, last, memory.syllables(tokens, token, last));
      }
    } else if (words.isParted(token)) {
      whole(progress, state, token, token + 1, recent.joined(token));
    }
  }

  private void whole(Progress progress, long state, int token, int last, Known known) {
    each(
        progress,
        state,
        known,
        last,
        (candidate, node, its) ->
            advance(progress, candidate, node, its, tokens.start(token), last, tokens.to(last)));
  }

  private void advance(
      Progress progress,
      Candidate candidate,
      int node,
      long state,
      int from,
      int token,
      int letter) {
    if ((progress.orthographies() & candidate.orthographies()) == 0) {
      return;
    }
    Progress next = progress.and(candidate, node, from, token, letter);
    report.report(next, state);
    if ((state & SequenceTrie.FOLLOWERS) != 0) {
      goOn(next, state);
    }
  }

  /** To the word after, over what may stand between. */
  private void goOn(Progress progress, long state) {
    if (progress.letter() < tokens.to(progress.token())) {
      if (tokens.shape(progress.token()) != Shape.WORD) {
        step(progress, state, progress.token(), progress.letter());
      }
      return;
    }
    if (!ahead.mayGoOn(state, progress.token())) {
      return;
    }
    int next = progress.token() + 1;
    switch (words.between(next)) {
      case NOTHING_ELSE -> {
        step(progress, state, next, tokens.from(next));
        if (words.isArticle(next) && !progress.hasPassed()) {
          goOn(progress.past(next, tokens.to(next)), state);
        }
        if (SequenceTrie.hasGap(state) && words.isMiddleName(next, progress.between())) {
          goOn(progress.over(next, tokens.to(next)), state);
        }
      }
      case COMMA -> {
        if (progress.comma() == 0) {
          step(progress.withComma(), state, next, tokens.from(next));
        }
      }
      case SOMETHING -> {}
    }
  }
}
