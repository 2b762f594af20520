package dev.vedette.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Korean names are made of, in Hangul and in the usual romanisations. */
public final class KoreanNames {

  private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String CODAS = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  /** Where the block of composed syllables begins; they stand by onset, vowel, coda. */
  private static final int FIRST_SYLLABLE = 0xAC00;

  private static final Set<String> SYLLABLES =
      new LinkedHashSet<>(all("names/korean-syllables.tsv", "initial", "syllables"));
  private static final Set<String> HANGUL_SURNAMES = new HashSet<>();
  private static final Map<String, Set<String>> SURNAMES = new HashMap<>();
  private static final Romanised GIVEN = given();

  static {
    for (Tsv.Row row : Tsv.load("names/korean-surnames.tsv", "hangul", "writings")) {
      HANGUL_SURNAMES.add(row.cell(0));
      for (String word : row.words(1)) {
        SURNAMES.computeIfAbsent(word, key -> new HashSet<>()).add(row.cell(0));
      }
    }
  }

  private KoreanNames() {}

  /** The surnames in Hangul that a folded Latin word may be; empty if it is none. */
  public static Set<String> surnames(String word) {
    return Set.copyOf(SURNAMES.getOrDefault(word, Set.of()));
  }

  /** Whether a folded Latin word is made of syllables of Korean given names. */
  public static boolean isGiven(String word) {
    return GIVEN.parses(word);
  }

  /**
   * What a folded Latin word may be in Hangul as a given name or a part of one; empty if it is not
   * made of the syllables of names. Two romanisations of a name have readings in common.
   */
  public static Set<String> readings(String word) {
    return GIVEN.readings(word);
  }

  /** How many syllables of a name in Hangul are its surname; 0 if it is no Korean name. */
  static int surnameLength(String hangul) {
    for (int length = 2; length >= 1; length--) {
      if (hangul.length() > length
          && hangul.length() - length <= 3
          && HANGUL_SURNAMES.contains(hangul.substring(0, length))
          && hangul.substring(length).chars().allMatch(KoreanNames::inGiven)) {
        return length;
      }
    }
    return 0;
  }

  private static boolean inGiven(int syllable) {
    return SYLLABLES.contains(Character.toString(syllable));
  }

  private static List<String> all(String file, String... columns) {
    return Tsv.load(file, columns).stream().flatMap(row -> row.list(1).stream()).toList();
  }

  private static Romanised given() {
    Map<String, List<String>> letters = new HashMap<>();
    for (Tsv.Row row : Tsv.load("names/korean-letters.tsv", "place", "letter", "writings")) {
      String place = row.oneOf(0, List.of("onset", "vowel", "coda", "whole"));
      letters.put(place + row.cell(1), row.list(2));
    }
    Map<String, Set<String>> syllables = new HashMap<>();
    for (String syllable : SYLLABLES) {
      for (String writing : writings(syllable, letters)) {
        syllables.computeIfAbsent(writing, key -> new HashSet<>()).add(syllable);
      }
    }
    return new Romanised(syllables);
  }

  private static List<String> writings(String syllable, Map<String, List<String>> letters) {
    int index = syllable.charAt(0) - FIRST_SYLLABLE;
    int coda = index % CODAS.length();
    int vowel = index / CODAS.length() % VOWELS.length();
    int onset = index / CODAS.length() / VOWELS.length();
    List<String> writings = new ArrayList<>(letters.getOrDefault("whole" + syllable, List.of()));
    for (String first : letters.getOrDefault("onset" + ONSETS.charAt(onset), List.of())) {
      for (String second : letters.getOrDefault("vowel" + VOWELS.charAt(vowel), List.of())) {
        for (String third : letters.getOrDefault("coda" + CODAS.charAt(coda), List.of())) {
          writings.add((first + second + third).replace("-", ""));
        }
      }
    }
    return writings;
  }
}
