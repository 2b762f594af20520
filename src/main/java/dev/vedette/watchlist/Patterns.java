package dev.vedette.watchlist;

import dev.vedette.language.KoreanNames;
import dev.vedette.language.LegalForms;
import dev.vedette.language.Mandarin;
import dev.vedette.language.NameWords;
import dev.vedette.language.OrganisationWords;
import dev.vedette.language.PersonName;
import dev.vedette.language.Phonology;
import dev.vedette.text.Tokens;
import dev.vedette.text.Tokens.Shape;
import dev.vedette.watchlist.Lexicon.Use;
import dev.vedette.watchlist.Lexicon.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The ways in which a name's words may be put. */
final class Patterns {

  private static final Set<Phonology> COMMON = EnumSet.of(Phonology.COMMON, Phonology.CONSONANTAL);

  /** All scripts have tables for its syllables, and vaguer sounds would mix them up. */
  private static final Set<Phonology> KOREAN = EnumSet.of(Phonology.KOREAN);

  private final List<Pattern> patterns = new ArrayList<>();

  private Patterns() {}

  /** All patterns of a name; none if it has no words that can be read. */
  static List<Pattern> of(ReadName name) {
    Patterns patterns = new Patterns();
    if (name.person() == null) {
      patterns.addOther(name.text());
    } else {
      patterns.addPerson(name.person());
    }
    return patterns.patterns.stream().distinct().toList();
  }

  /**
   * The surname that may stand for a person who is named in full elsewhere; empty if the name has
   * none, or one of the few that Koreans and Chinese share.
   */
  static List<Word> surname(ReadName name) {
    PersonName person = name.person();
    return person == null || person.given().isEmpty() || phonologies(person.origin()) != COMMON
        ? List.of()
        : words(person.surname(), COMMON, Use.WORD);
  }

  private void addOther(String name) {
    List<String> words = words(name);
    if (words.isEmpty()) {
      return;
    }
    LegalForms.Core core = LegalForms.core(words);
    boolean letters = core.of(words).stream().allMatch(word -> word.length() == 1);
    List<Word> common = common(letters ? words : core.of(words));
    boolean whole = common.size() == words.size();
    add(common, 0, 0, false, whole ? new Step[0] : new Step[] {Step.LEGAL_FORM});
    addWithOf(common);
    addTurned(common);
  }

  /** The Wagner Group is the Gruppe Wagner, and the Concern Kalashnikov the Kalashnikov Concern. */
  private void addTurned(List<Word> words) {
    int last = words.size() - 1;
    if (last < 1) {
      return;
    }
    if (isKindOfBody(words.get(last))) {
      add(joined(words.subList(last, last + 1), words.subList(0, last)), 0, 0, false, Step.ORDER);
    }
    if (isKindOfBody(words.get(0))) {
      add(joined(words.subList(1, last + 1), words.subList(0, 1)), 0, 0, false, Step.ORDER);
    }
  }

  private static boolean isKindOfBody(Word word) {
    return OrganisationWords.isTelling(word.letters());
  }

  /** "Munitions Industry Department" is the "Department of Munitions Industry". */
  private void addWithOf(List<Word> words) {
    Word of = new Word("of", COMMON, Use.TERM);
    int last = words.size() - 1;
    int at = words.indexOf(of);
    if (at == 1 && last > 1) {
      List<Word> turned = new ArrayList<>(words.subList(2, last + 1));
      turned.add(words.get(0));
      add(turned, 0, 0, false, Step.ORDER);
    } else if (at < 0 && last > 0) {
      List<Word> turned = new ArrayList<>(List.of(words.get(last), of));
      turned.addAll(words.subList(0, last));
      add(turned, 0, 0, false, Step.ORDER);
    }
  }

  private void addPerson(PersonName name) {
    Set<Phonology> phonologies = phonologies(name);
    List<Word> given = words(name.given(), phonologies, Use.GIVEN);
    List<Word> surname = words(name.surname(), phonologies, Use.WORD);
    if (given.isEmpty() || surname.isEmpty()) {
      add(joined(given, surname), 0, 0, false);
      return;
    }
    boolean syllables = phonologies != COMMON;
    if (name.origin() == PersonName.Origin.ARABIC) {
      addWithoutArticles(name, given, surname);
    }
    boolean surnameFirst = isSurnameFirst(name);
    Step[] turned = {Step.ORDER};
    Step[] asIs = {};
    addBoth(given, surname, !syllables, surnameFirst ? turned : asIs, surnameFirst ? asIs : turned);
    if (syllables) {
      List<Word> one = List.of(one(given));
      addBoth(one, surname, false, surnameFirst ? turned : asIs, surnameFirst ? asIs : turned);
      add(List.of(one(joined(surname, given))), 0, 0, false, Step.SPACING);
      addPinyin(surname, given, surnameFirst);
      if (name.origin() == PersonName.Origin.KOREAN && given.size() == 1) {
        addParts(given.get(0), surname, surnameFirst);
      }
      return;
    }
    addFirst(name.given(), given, surname);
    addInitials(given.get(0), surname);
  }

  /**
   * With the first of several given names only. It may be of several words, and be cut down to one
   * of them: {@code Abdul}.
   */
  private void addFirst(List<String> words, List<Word> given, List<Word> surname) {
    for (int size : new TreeSet<>(List.of(1, firstOf(words)))) {
      if (size < given.size()) {
        addBoth(
            given.subList(0, size),
            surname,
            true,
            new Step[] {Step.PART},
            new Step[] {Step.ORDER, Step.PART});
      }
    }
  }

  /** How many words the first given name is of: {@code abd al rahman} of three, and the whole. */
  private static int firstOf(List<String> given) {
    int size = 1;
    while (size < given.size()
        && (NameWords.isParticle(given.get(size - 1))
            || NameWords.isCompoundAfter(given.get(size)))) {
      size++;
    }
    return size;
  }

  /** Bashar Assad is Bashar al-Assad, and Abd al-Rahman may be one word. */
  private void addWithoutArticles(PersonName name, List<Word> given, List<Word> surname) {
    List<Word> bareGiven = words(bare(name.given()), COMMON, Use.GIVEN);
    List<Word> bareSurname = words(bare(name.surname()), COMMON, Use.WORD);
    if (bareGiven.isEmpty() || bareSurname.isEmpty()) {
      return;
    }
    if (!bareSurname.equals(surname)) {
      addWhole(given, bareSurname);
    }
    if (!bareGiven.equals(given)) {
      addWhole(bareGiven, bareSurname);
    }
  }

  private void addWhole(List<Word> given, List<Word> surname) {
    int before = patterns.size();
    addBoth(given, surname, true, new Step[] {Step.PART}, new Step[] {Step.ORDER, Step.PART});
    for (int at = before; at < patterns.size(); at++) {
      patterns.set(at, patterns.get(at).asWhole());
    }
  }

  private static List<String> bare(List<String> words) {
    List<String> bare = new ArrayList<>();
    String compound = "";
    for (String word : words) {
      if (NameWords.isCompound(word)) {
        compound = word;
      } else if (!NameWords.isArticle(word, true)) {
        bare.add(compound + word);
        compound = "";
      }
    }
    return compound.isEmpty() ? bare : words;
  }

  private void addBoth(
      List<Word> given, List<Word> surname, boolean gap, Step[] givenFirst, Step[] surnameFirst) {
    add(joined(given, surname), 0, gap ? given.size() : 0, false, givenFirst);
    add(joined(surname, given), surname.size(), 0, false, surnameFirst);
  }

  /** The syllables of a Chinese name one by one and in Pinyin, as other schools read theirs. */
  private void addPinyin(List<Word> surname, List<Word> given, boolean surnameFirst) {
    Set<Phonology> phonologies = surname.get(0).phonologies();
    if (!phonologies.contains(Phonology.CHINESE)) {
      return;
    }
    if (surname.size() > 1) {
      addRespelt(List.of(one(surname)), List.of(one(given)), surnameFirst);
    }
    for (List<List<String>> name : Mandarin.pinyin(one(surname).letters(), one(given).letters())) {
      List<Word> first = List.of(one(words(name.get(0), phonologies, Use.WORD)));
      List<Word> rest = words(name.get(1), phonologies, Use.GIVEN);
      addRespelt(first, rest, surnameFirst);
      if (!one(rest).letters().equals(one(given).letters()) || !one(surname).equals(first.get(0))) {
        addRespelt(first, List.of(one(rest)), surnameFirst);
        add(List.of(one(joined(first, rest))), 0, 0, false, Step.SPACING);
      }
    }
  }

  private void addRespelt(List<Word> surname, List<Word> given, boolean surnameFirst) {
    Step[] turned = {Step.ROMANISED, Step.ORDER};
    Step[] asIs = {Step.ROMANISED};
    addBoth(given, surname, false, surnameFirst ? turned : asIs, surnameFirst ? asIs : turned);
  }

  /** A Korean given name that is written in one word, as the two that it is elsewhere. */
  private void addParts(Word given, List<Word> surname, boolean surnameFirst) {
    for (List<String> parts : KoreanNames.parts(given.letters())) {
      if (parts.size() == 2) {
        List<Word> words = words(parts, given.phonologies(), Use.GIVEN);
        add(joined(surname, words), surname.size(), 0, false, Step.SPACING);
        if (!surnameFirst) {
          add(joined(words, surname), 0, 0, false, Step.SPACING);
        }
      }
    }
  }

  private static boolean isSurnameFirst(PersonName name) {
    for (PersonName.Word word : name.words()) {
      if (word.part() == PersonName.Part.SURNAME || word.part() == PersonName.Part.GIVEN) {
        return word.part() == PersonName.Part.SURNAME;
      }
    }
    return false;
  }

  private void addInitials(Word given, List<Word> surname) {
    int letters = Math.min(2, given.letters().length());
    for (int length = 1; length <= letters; length++) {
      Word initial =
          new Word(given.letters().substring(0, length), given.phonologies(), Use.INITIAL);
      add(joined(List.of(initial), surname), 0, 1, true);
      add(joined(surname, List.of(initial)), surname.size(), 0, true);
    }
  }

  private void add(List<Word> words, int surname, int gap, boolean initial, Step... steps) {
    if (!words.isEmpty()) {
      patterns.add(new Pattern(List.copyOf(words), surname, gap, List.of(steps), initial, false));
    }
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static Word one(List<Word> words) {
    StringBuilder letters = new StringBuilder();
    words.forEach(word -> letters.append(word.letters()));
    return new Word(letters.toString(), words.get(0).phonologies(), Use.WORD);
  }

  /** What is Mandarin by its syllables and its order is read as nothing else. */
  private static Set<Phonology> phonologies(PersonName name) {
    boolean mandarin =
        name.origin() == PersonName.Origin.CHINESE
            && isSurnameFirst(name)
            && Mandarin.isName(String.join("", name.surname()), String.join("", name.given()));
    return mandarin ? EnumSet.of(Phonology.CHINESE) : phonologies(name.origin());
  }

  private static Set<Phonology> phonologies(PersonName.Origin origin) {
    return switch (origin) {
      case KOREAN -> KOREAN;
      case CHINESE -> EnumSet.of(Phonology.COMMON, Phonology.CONSONANTAL, Phonology.CHINESE);
      default -> COMMON;
    };
  }

  private static List<Word> common(List<String> words) {
    return words.stream().map(word -> new Word(word, COMMON, Use.TERM)).toList();
  }

  private static List<Word> words(List<String> words, Set<Phonology> phonologies, Use use) {
    return words.stream().map(word -> new Word(word, phonologies, use)).toList();
  }

  private static List<String> words(String name) {
    Tokens tokens = Tokens.of(name);
    List<String> words = new ArrayList<>();
    for (int token = 0; token < tokens.count(); token++) {
      if (token > 0 && tokens.gap(token) == Tokens.APOSTROPHE) {
        words.set(words.size() - 1, words.get(words.size() - 1) + tokens.word(token));
      } else if (tokens.shape(token) != Shape.SYMBOL) {
        words.add(tokens.word(token));
      }
    }
    return words;
  }
}
