package dev.vedette.language;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One school's writings of the onsets and finals of Mandarin, and of syllables that are not made of
 * these: a column of {@code sounds/chinese-*.tsv}.
 */
final class MandarinParts {

  private static final String NONE = "-";
  private static final int FIRST_HANGUL = 0xAC00;
  private static final int HANGUL_CODAS = 28;
  private static final int HANGUL_RIMES = 21 * HANGUL_CODAS;

  /** From ya, yeo, ye, yo, yu to a, eo, e, o, u, as jieut and chieut want it. */
  private static final Map<Integer, Integer> HANGUL_PLAIN = Map.of(2, 0, 6, 4, 7, 5, 12, 8, 17, 13);

  private final String label;
  private final Map<String, String> parts = new HashMap<>();

  private MandarinParts(String label) {
    this.label = label;
  }

  /** All schools of a table. */
  static List<MandarinParts> table(String file) {
    List<Table.Row> rows = Table.rows(file);
    List<String> labels = rows.get(0).cells();
    List<MandarinParts> schools = new ArrayList<>();
    for (int column = 2; column < labels.size(); column++) {
      MandarinParts school = new MandarinParts(labels.get(column));
      for (Table.Row row : rows.subList(1, rows.size())) {
        if (row.cells().size() != labels.size()) {
          throw row.wrong(row.cells().size() + " cells", labels.size() + ", as in the first row");
        }
        school.parts.put(row.cells().get(0) + row.cells().get(1), row.cells().get(column));
      }
      schools.add(school);
    }
    return schools;
  }

  String label() {
    return label;
  }

  /** ICU's number of the script. */
  int script() {
    return UScript.getScript(parts.getOrDefault("onsetb", NONE).codePointAt(0));
  }

  /** The writings of a Pinyin syllable, parted by {@code |}; empty if there are none. */
  String write(String pinyin) {
    String whole = parts.getOrDefault("whole" + pinyin, NONE);
    if (!whole.equals(NONE)) {
      return whole;
    }
    int split = onsetLength(pinyin);
    String onset = pinyin.substring(0, split);
    String rest = pinyin.substring(split);
    boolean palatal = "jqx".contains(onset) && rest.startsWith("u");
    String rime = palatal ? "ü" + rest.substring(1) : rest;
    return composed(
        onset.isEmpty() ? "" : parts.getOrDefault("onset" + onset, NONE),
        parts.getOrDefault("final" + rime, NONE));
  }

  private static int onsetLength(String pinyin) {
    boolean retroflex = pinyin.length() > 1 && pinyin.charAt(1) == 'h';
    return "aeoüyw".indexOf(pinyin.charAt(0)) >= 0 ? 0 : retroflex ? 2 : 1;
  }

  private static String composed(String onsets, String rimes) {
    List<String> writings = new ArrayList<>();
    if (!onsets.equals(NONE) && !rimes.equals(NONE)) {
      for (String onset : onsets.split("\\|", -1)) {
        for (String rime : rimes.split("\\|", -1)) {
          writings.add(joined(onset, rime));
        }
      }
    }
    return String.join("|", writings);
  }

  private static String joined(String onset, String rime) {
    if (rime.contains(NONE)) {
      return rime.replace(NONE, onset);
    }
    boolean hangul = !onset.isEmpty() && onset.charAt(0) >= FIRST_HANGUL;
    return hangul
        ? hangul(onset.charAt(0), rime.charAt(0)) + rime.substring(1)
        : onset + rime.replace("_", "");
  }

  private static char hangul(char onset, char rime) {
    int consonant = (onset - FIRST_HANGUL) / HANGUL_RIMES;
    int vowel = (rime - FIRST_HANGUL) % HANGUL_RIMES / HANGUL_CODAS;
    int coda = (rime - FIRST_HANGUL) % HANGUL_CODAS;
    boolean palatal = consonant >= 12 && consonant <= 14;
    int plain = palatal ? HANGUL_PLAIN.getOrDefault(vowel, vowel) : vowel;
    return (char) (FIRST_HANGUL + consonant * HANGUL_RIMES + plain * HANGUL_CODAS + coda);
  }
}
