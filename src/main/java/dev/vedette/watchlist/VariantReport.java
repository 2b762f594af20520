package dev.vedette.watchlist;

import dev.vedette.language.CountryNames;
import dev.vedette.language.GivenNames;
import dev.vedette.language.Particles;
import dev.vedette.language.Patronymics;
import dev.vedette.language.Words;
import dev.vedette.text.Tokens;
import dev.vedette.text.Tokens.Shape;
import dev.vedette.watchlist.CompiledEntry.Sought;
import dev.vedette.watchlist.TextWords.Between;
import java.util.ArrayList;
import java.util.List;

/** Decides which of the words that were read into patterns are mentions, and tells of them. */
final class VariantReport {

  /** Fewer letters in a script without spaces are part of something else. */
  private static final int SHORTEST_IN_RUN = 4;

  /** One syllable is a word of its own, or a particle. */
  private static final int SHORTEST_IN_HANGUL = 2;

  /** What the words of a name must prove together, in half letters. */
  private static final int ENOUGH = 6;

  /** The same for an organisation whose words stand in another order, as in another language. */
  private static final int ENOUGH_TURNED = 10;

  /** What a name of one word must prove, which no neighbour confirms. */
  private static final int ENOUGH_ALONE = 7;

  /** The same for a word in another script and another case: that script has its own endings. */
  private static final int ENOUGH_ALONE_ABROAD = 9;

  /** The same for a word that was changed in two ways, as into another case of another spelling. */
  private static final int ENOUGH_ALONE_AND_FAR = 10;

  /** What is enough where something else in the text vouches for it. */
  private static final int ENOUGH_IF_VOUCHED = 4;

  private static final Change EQUIVALENT = Change.of(Step.EQUIVALENT);

  private final Wanted wanted;
  private final SequenceTrie trie;
  private final Tokens tokens;
  private final TextWords words;
  private final VariantIndex.Found found;

  VariantReport(
      Wanted wanted, SequenceTrie trie, Tokens tokens, TextWords words, VariantIndex.Found found) {
    this.wanted = wanted;
    this.trie = trie;
    this.tokens = tokens;
    this.words = words;
    this.found = found;
  }

  /**
   * Tells of what ends with the last word.
   *
   * @param state of its node
   */
  void report(Progress progress, long state) {
    if ((state & SequenceTrie.SURNAME_END) != 0 && isSurnameAlone(progress)) {
      found.surname(
          progress.node(),
          progress.start(),
          tokens.endOf(progress.token(), progress.letter()),
          () -> changes(progress, new ArrayList<>()));
    }
    if ((state & SequenceTrie.END) == 0) {
      return;
    }
    int last = trie.last(progress.node());
    for (int at = trie.first(progress.node()); at < last; at++) {
      long code = trie.value(at);
      if (admits(progress, code)) {
        tell(progress, code);
      }
    }
  }

  private boolean isSurnameAlone(Progress progress) {
    return progress.evidence() >= ENOUGH_IF_VOUCHED
        && progress.comma() == 0
        && progress.misprints() == 0
        && endsWell(progress)
        && mayBeSurname(progress.first());
  }

  /** Whether a token has a capital, and no given name of somebody else stands before it. */
  boolean mayBeSurname(int token) {
    if (tokens.isLower(token)) {
      return false;
    }
    int before = token - 1;
    boolean adjoins =
        before >= 0
            && tokens.shape(before) == Shape.WORD
            && words.between(token) == Between.NOTHING_ELSE;
    return !adjoins || tokens.isLower(before) || WordSet.TITLES.has(tokens, before);
  }

  private boolean admits(Progress progress, long code) {
    boolean lower = tokens.isLower(progress.first());
    boolean single = progress.words() == 1 || PatternCode.syllabic(code);
    return progress.misprints() <= PatternCode.fuzzy(code)
        && (progress.comma() == 0 || progress.comma() == PatternCode.surname(code))
        && (progress.words() == 1 || !progress.alone())
        && !(lower && (PatternCode.caseSensitive(code) || single))
        && (!PatternCode.joined(code) || !isParted(progress))
        && progress.evidence() >= enough(progress, code)
        && endsWell(progress)
        && (PatternCode.syllabic(code) || !isProse(progress, code))
        && !isCountry(progress, code)
        && !(PatternCode.syllabic(code) && progress.hasPassed())
        && isSamePerson(progress, code)
        && (!PatternCode.syllabic(code)
            || mention(progress, code).admits(PatternCode.joined(code)));
  }

  /** Whether spaces would part the words of the name, if they were words. */
  private boolean isParted(Progress progress) {
    Shape shape = tokens.shape(progress.token());
    return shape != Shape.KANA && shape != Shape.HAN;
  }

  private MandarinMention mention(Progress progress, long code) {
    return new MandarinMention(sought(code).name(), tokens, progress);
  }

  private Sought sought(long code) {
    return wanted.sought(PatternCode.name(code));
  }

  /**
   * Ahmad bin Hasan al-Ubaidi is not Hasan al-Ubaidi, and Salim Mustafa al-Mansur is not Mustafa
   * Ahmad al-Mansur.
   */
  private boolean isSamePerson(Progress progress, long code) {
    int before = progress.first() - 1;
    boolean follows =
        before >= 0
            && tokens.shape(before) == Shape.WORD
            && words.between(progress.first()) == Between.NOTHING_ELSE
            && isPerson(code)
            && isGivenBefore(before, PatternCode.part(code));
    return !follows && (progress.between() == 0 || hasMiddle(progress, code));
  }

  private boolean isPerson(long code) {
    return wanted.entry(wanted.entryOf(PatternCode.name(code))).kind() == Kind.PERSON;
  }

  private boolean isGivenBefore(int before, boolean part) {
    if (WordSet.FILIATIONS.has(tokens, before)) {
      return before > 0;
    }
    return part && !tokens.isLower(before) && GivenNames.isKnown(tokens.word(before));
  }

  /** Whether what stands between may be what the name has there, as far as that is known. */
  private boolean hasMiddle(Progress progress, long code) {
    MiddleNames middle = MiddleNames.of(sought(code).name());
    int first = progress.token() - middle.surnameWords() - progress.between() + 1;
    for (int at = 0; at < progress.between(); at++) {
      if (!middle.mayBe(at, tokens.word(Math.max(0, first + at)))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it is a piece of a sentence: of function words but for one, or a person's name with a
   * word of small letters behind others, as in "Jose Mourinho made", which is no Joseph Made. Names
   * of bodies end in small letters in most languages.
   */
  private boolean isProse(Progress progress, long code) {
    int first = progress.first();
    int last = progress.token();
    if (words.others(first, last) == 0) {
      return false;
    }
    int telling = 0;
    for (int token = first; token <= last; token++) {
      telling += words.isFunctionWord(token) ? 0 : 1;
    }
    boolean some = telling <= last - first;
    boolean differs = progress.between() > 0 || !progress.changes().isEmpty();
    return (some && (telling < 2 || progress.between() > 0))
        || (differs && isPerson(code) && progress.words() > 1 && words.endsSmall(first, last));
  }

  /** Whether the name of a country stands there, which the Bank of Sina has not got. */
  private boolean isCountry(Progress progress, long code) {
    boolean respelt =
        !isPerson(code)
            && progress.changes().stream().anyMatch(change -> change.step() == Step.ROMANISED);
    for (int token = progress.first(); respelt && token <= progress.token(); token++) {
      if (WordSet.COUNTRIES.has(tokens, token)) {
        return Words.of(sought(code).name().text()).stream()
            .noneMatch(CountryNames.all()::contains);
      }
    }
    return false;
  }

  private int enough(Progress progress, long code) {
    if (PatternCode.weak(code)) {
      return ENOUGH_IF_VOUCHED;
    }
    if (progress.words() > 1 || PatternCode.joined(code)) {
      return PatternCode.turned(code) && !isPerson(code) ? ENOUGH_TURNED : ENOUGH;
    }
    if (progress.changes().size() < 2) {
      return ENOUGH_ALONE;
    }
    return isInflectedAbroad(progress.changes()) ? ENOUGH_ALONE_ABROAD : ENOUGH_ALONE_AND_FAR;
  }

  private static boolean isInflectedAbroad(List<Change> changes) {
    return changes.size() == 2
        && changes.stream().anyMatch(change -> change.step() == Step.TRANSLITERATED)
        && changes.stream().anyMatch(change -> change.step() == Step.INFLECTED);
  }

  private boolean endsWell(Progress progress) {
    int token = progress.token();
    int end = tokens.to(token);
    int letter = progress.letter();
    return switch (tokens.shape(token)) {
      case HANGUL ->
          (progress.first() != token || letter - tokens.from(token) >= SHORTEST_IN_HANGUL)
              && (letter == end
                  || Particles.follow(tokens.word(letter - 1, letter), tokens.word(letter, end)));
      case RUN ->
          tokens.isBoundary(letter)
              && (progress.first() != token || letter - tokens.from(token) >= SHORTEST_IN_RUN);
      default -> true;
    };
  }

  private void tell(Progress progress, long code) {
    List<Change> changes = PatternCode.changes(code);
    if (progress.between() > 0) {
      changes.add(Change.of(Step.MIDDLE_NAME));
    }
    List<Change> all = changes(progress, changes);
    if (all.isEmpty() && progress.comma() > 0) {
      all = List.of(Change.of(Step.ORDER));
    } else if (all.isEmpty() && PatternCode.respelt(code)) {
      all = List.of(Change.of(Step.ROMANISED));
    }
    if (!all.isEmpty()) {
      boolean doubtful =
          isOfMany(progress, code)
              || (PatternCode.syllabic(code) && mention(progress, code).isWeak());
      found.at(
          PatternCode.name(code),
          progress.start(),
          end(progress, code),
          all,
          doubtful ? Witness.NAME : PatternCode.initial(code) ? Witness.ANY : Witness.NONE);
    }
  }

  /**
   * Whether too little is left of a longer name, or too much put between, to tell one from others:
   * Mohammed Saleh for Mohammed Halim Saleh, Peter Sagan for Pedro Punti Sane, or Abdullahi Umar
   * for Umar Yunus Abdullayeh.
   */
  private boolean isOfMany(Progress progress, long code) {
    if (words.others(progress.first(), progress.token()) < 2) {
      return false;
    }
    boolean translated = progress.changes().contains(EQUIVALENT);
    boolean read = progress.changes().stream().anyMatch(change -> change.step().isReading());
    return (PatternCode.common(code) && (PatternCode.part(code) || progress.between() > 0))
        || (PatternCode.part(code) && read && (translated || PatternCode.turned(code)));
  }

  /** Those of the pattern and those of its words, in an orthography that is common to them. */
  private static List<Change> changes(Progress progress, List<Change> pattern) {
    if (progress.changes().isEmpty() && pattern.size() < 2) {
      return pattern;
    }
    for (Change change : progress.changes()) {
      pattern.add(change.in(progress.orthographies()));
    }
    return pattern.stream().distinct().toList();
  }

  /** With the full stop of an initial, and the patronymic after a given name that stands last. */
  private int end(Progress progress, long code) {
    int token = progress.token();
    int end = tokens.endOf(token, progress.letter());
    int next = token + 1;
    if (PatternCode.surname(code) > 0
        && progress.letter() == tokens.to(token)
        && next < tokens.count()
        && words.between(next) == Between.NOTHING_ELSE
        && (Patronymics.isPatronymicShape(tokens.word(next))
            || (PatternCode.initial(code) && tokens.size(next) == 1))) {
      token = next;
      end = tokens.end(next);
    }
    boolean period =
        PatternCode.initial(code)
            && (tokens.gap(token + 1) & Tokens.PERIOD) != 0
            && tokens.size(token) <= TextWords.LONGEST_INITIAL;
    return period ? tokens.endWithPeriod(token) : end;
  }
}
