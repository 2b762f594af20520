package dev.vedette.language;

import dev.vedette.language.PersonName.Origin;
import dev.vedette.language.PersonName.Part;
import dev.vedette.language.PersonNames.Reading;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Names whose surname comes first and is known by its syllable. */
final class EastAsianNames {

  private EastAsianNames() {}

  /** The words of a name, where a surname in Hangul is one of its own. */
  static List<Words.Word> words(String name) {
    List<Words.Word> words = Words.in(name);
    if (words.size() != 1) {
      return words;
    }
    Words.Word only = words.get(0);
    int surname = KoreanNames.surnameLength(only.folded());
    if (surname == 0 || only.end() - only.start() != only.folded().length()) {
      return words;
    }
    int middle = only.start() + surname;
    return List.of(
        new Words.Word(only.folded().substring(0, surname), only.start(), middle),
        new Words.Word(only.folded().substring(surname), middle, only.end()));
  }

  /** What the words of such a name are; empty if it is none. */
  static Optional<Reading> read(NameText name) {
    if (name.size() < 2) {
      return Optional.empty();
    }
    if (name.isIn(UnicodeScript.HANGUL)) {
      return hangul(name);
    }
    if (!name.isIn(UnicodeScript.LATIN)) {
      return characters(name);
    }
    Optional<Reading> latin = latin(name);
    return switch (name.comma()) {
      case 0 -> latin;
      case 1 -> latin.map(reading -> familyFirst(name, 1, reading.origin()));
      default -> Optional.empty();
    };
  }

  private static Optional<Reading> hangul(NameText name) {
    boolean korean =
        name.size() == 2 && KoreanNames.surnameLength(name.folded(0) + name.folded(1)) > 0;
    return korean ? Optional.of(familyFirst(name, 1, Origin.KOREAN)) : Optional.empty();
  }

  private static Optional<Reading> characters(NameText name) {
    boolean ideographs =
        name.words().stream()
            .allMatch(word -> Character.isIdeographic(word.folded().codePointAt(0)));
    if (!ideographs) {
      return Optional.empty();
    }
    int gap =
        IntStream.range(0, name.size() - 1)
            .filter(at -> !name.joinedToNext(at))
            .reduce((before, after) -> after)
            .orElse(-1);
    if (gap >= 0) {
      return name.spaceAfter(gap)
          ? Optional.of(familyFirst(name, gap + 1, Origin.GENERAL))
          : Optional.of(familyLast(name, gap + 1, Origin.GENERAL));
    }
    int surname =
        ChineseNames.surnameLength(
            String.join("", name.words().stream().map(Words.Word::folded).toList()));
    return Optional.of(
        surname > 0
            ? familyFirst(name, surname, Origin.CHINESE)
            : familyFirst(name, name.size(), Origin.GENERAL));
  }

  private static Optional<Reading> latin(NameText name) {
    if (name.size() > 4) {
      return Optional.empty();
    }
    Optional<Reading> korean =
        by(name, Origin.KOREAN, EastAsianNames::isKoreanSurname, KoreanNames::isGiven);
    Optional<Reading> pinyin =
        by(
            name,
            Origin.CHINESE,
            word -> isChineseSurname(word) && ChineseNames.isPinyin(word),
            ChineseNames::isPinyin);
    // a given name of two syllables is one word in Pinyin and usually two in Korean
    Optional<Reading> likely = name.size() == 2 ? pinyin.or(() -> korean) : korean.or(() -> pinyin);
    return likely
        .or(() -> by(name, Origin.CHINESE, EastAsianNames::isChineseSurname, ChineseNames::isGiven))
        .or(
            () ->
                by(
                    name,
                    Origin.VIETNAMESE,
                    VietnameseNames::isSurname,
                    VietnameseNames::isSyllable))
        .or(() -> hyphenated(name));
  }

  /** Whether it is a surname and a given name in Pinyin, though the first may be a title: Pan. */
  static boolean isPinyin(NameText name) {
    return name.size() == 2
        && isChineseSurname(name.folded(0))
        && ChineseNames.isPinyin(name.folded(0))
        && ChineseNames.isPinyin(name.folded(1));
  }

  private static boolean isKoreanSurname(String word) {
    return !KoreanNames.surnames(word).isEmpty();
  }

  private static boolean isChineseSurname(String word) {
    return !ChineseNames.surnames(word).isEmpty();
  }

  private static Optional<Reading> by(
      NameText name, Origin origin, Predicate<String> isSurname, Predicate<String> isGiven) {
    int last = name.size() - 1;
    int most = origin == Origin.VIETNAMESE ? 4 : 3;
    if (name.size() > most) {
      return Optional.empty();
    }
    boolean first = isSurname.test(name.folded(0)) && allGiven(name, 1, last + 1, isGiven);
    boolean lastIs =
        origin != Origin.VIETNAMESE
            && !name.hyphenAfter(last - 1)
            && isSurname.test(name.folded(last))
            && allGiven(name, 0, last, isGiven);
    if (lastIs && (!first || name.hyphenAfter(0))) {
      return Optional.of(familyLast(name, last, origin));
    }
    return first ? Optional.of(familyFirst(name, 1, origin)) : Optional.empty();
  }

  /** Lee Hsien-loong: a known surname, and a hyphen before a small letter, in any romanisation. */
  private static Optional<Reading> hyphenated(NameText name) {
    if (name.size() != 3 || !name.hyphenAfter(1) || !name.isLowerCase(2)) {
      return Optional.empty();
    }
    boolean chinese = isChineseSurname(name.folded(0));
    return chinese || isKoreanSurname(name.folded(0))
        ? Optional.of(familyFirst(name, 1, chinese ? Origin.CHINESE : Origin.KOREAN))
        : Optional.empty();
  }

  private static boolean allGiven(NameText name, int from, int to, Predicate<String> isGiven) {
    return IntStream.range(from, to).mapToObj(name::folded).allMatch(isGiven);
  }

  private static Reading familyFirst(NameText name, int surname, Origin origin) {
    List<Part> parts = new ArrayList<>(Collections.nCopies(surname, Part.SURNAME));
    parts.addAll(Collections.nCopies(name.size() - surname, Part.GIVEN));
    return new Reading(parts, origin);
  }

  private static Reading familyLast(NameText name, int given, Origin origin) {
    List<Part> parts = new ArrayList<>(Collections.nCopies(given, Part.GIVEN));
    parts.addAll(Collections.nCopies(name.size() - given, Part.SURNAME));
    return new Reading(parts, origin);
  }
}
