package dev.vedette.language;

import java.util.Arrays;
import java.util.List;

/**
 * What the words of a person's name are to it: which is the surname, which are given names.
 *
 * <p>As far as its form tells: a comma, capitals, particles, endings, and for Korean, Chinese and
 * Vietnamese names the syllables. Where nothing tells, the last word is the surname.
 *
 * @param words the words of the name in their order; empty if it has none
 * @param origin in whose manner the name is made, roughly
 */
public record PersonName(List<Word> words, Origin origin) {

  /** What a word is to a name. Particles are the same as the word that they belong to. */
  public enum Part {
    /** Before the name and no part of it. */
    TITLE,
    /** A given name, in full or an initial. */
    GIVEN,
    /** A father's name; often left out. */
    PATRONYMIC,
    /** The name of the family, or the only name. */
    SURNAME,
    /** After the name: {@code Jr.}, {@code III}. */
    SUFFIX
  }

  /** In whose manner a name is made, as far as it matters to how it is written. */
  public enum Origin {
    /** Surname of one syllable first, given name of two; romanised in several ways. */
    KOREAN,
    /** Surname of one syllable first, given name of one or two. */
    CHINESE,
    /** Surname of one syllable first; called by the last word. */
    VIETNAMESE,
    /** Given name, fathers' names and names of origin, with particles. */
    ARABIC,
    /** Any other. */
    GENERAL
  }

  /**
   * A word of a name.
   *
   * @param folded as {@link Words} folds it
   * @param start where it begins in the name, in UTF-16 code units
   * @param end where it ends in the name
   * @param part what it is to the name
   */
  public record Word(String folded, int start, int end, Part part) {}

  /** Copies the words. */
  public PersonName {
    words = List.copyOf(words);
  }

  /** Takes a name apart, as it was written: its capitals and its comma tell. */
  public static PersonName of(String name) {
    return PersonNames.read(name);
  }

  /** The folded given names and initials; empty if there are none. */
  public List<String> given() {
    return only(Part.GIVEN);
  }

  /** The folded words of the surname, its particles included; empty only if there are no words. */
  public List<String> surname() {
    return only(Part.SURNAME);
  }

  /** The folded words of the fathers' names, their particles included; empty if there are none. */
  public List<String> patronymics() {
    return only(Part.PATRONYMIC);
  }

  /** The folded words that are one of some parts. */
  public List<String> only(Part... parts) {
    List<Part> wanted = Arrays.asList(parts);
    return words.stream().filter(word -> wanted.contains(word.part())).map(Word::folded).toList();
  }
}
