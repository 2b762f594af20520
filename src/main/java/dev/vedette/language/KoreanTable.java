package dev.vedette.language;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import dev.vedette.language.Orthography.Context;
import dev.vedette.language.Orthography.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a script, or a school of transcription, writes the syllables of Korean names: a table {@code
 * sounds/korean-*.tsv} that {@code sounds/korean.tsv} lists.
 *
 * <p>The sounds of the Korean phonology are the letters of Hangul. A writing that several syllables
 * have is read as each of them, so that two schools meet wherever they may mean the same name, and
 * only there. A table begins like other orthographies; {@code @unless TABLE} keeps it from words
 * that the other can read, because they are likelier to be of that. It then has rows of a place,
 * what stands there, and its folded writings ({@code -} for none):
 *
 * <pre>
 * onset ㄱ  g k     before the vowel
 * vowel ㅔ  e       around the onset if there is a _, else after it
 * closed ㅏ ั       the vowel before a coda; open: without one; bare: without an onset
 * coda  -   -       after the vowel
 * syllable 희 hi    one that has these writings too
 * surname           whole words: the writings of names/korean-surnames.tsv
 * spell k   カ キ   where letters are syllables: an onset with the vowels of the first such row
 * link  ㄴ  n       a coda that becomes the onset of a next syllable that has none, or an ㅎ
 * </pre>
 *
 * <p>Hangul, whose table has no rows, writes each syllable as it is.
 */
final class KoreanTable {

  private static final String FOLDER = "sounds/";
  private static final String NOTHING = "-";
  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();

  private String label = "";
  private final List<String> scripts = new ArrayList<>();
  private final Map<String, List<String>> letters = new HashMap<>();
  private final Map<String, String> spelt = new HashMap<>();
  private final Map<String, List<String>> links = new LinkedHashMap<>();
  private List<String> vowels = List.of();
  private boolean surnames;
  private String unless = "";

  private KoreanTable() {}

  /** Every table, in the order of the list. */
  static List<KoreanTable> all() {
    return Table.rows(FOLDER + "korean.tsv").stream().map(row -> read(row.cells().get(0))).toList();
  }

  static KoreanTable read(String name) {
    KoreanTable table = new KoreanTable();
    table.addAll(Table.rows(FOLDER + name + ".tsv"), true);
    return table;
  }

  /** Adds it to the orthographies of its scripts, by ICU's number of the script. */
  void addTo(Map<Integer, List<Orthography>> byScript) {
    Orthography orthography = orthography();
    for (String script : scripts) {
      byScript
          .computeIfAbsent(UScript.getCodeFromName(script), number -> new ArrayList<>())
          .add(orthography);
    }
  }

  private Orthography orthography() {
    Orthography likelier = unless.isEmpty() ? null : read(unless).orthography();
    return Orthography.bySyllable(label, Phonology.KOREAN, rules(), likelier);
  }

  /** Every folded writing of some syllables, and those that it may stand for. */
  Map<String, Set<String>> writings(Collection<String> syllables) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (String syllable : syllables) {
      writings(KoreanSyllable.of(syllable)).forEach(writing -> add(found, writing, syllable));
    }
    return found;
  }

  private void addAll(List<Table.Row> rows, boolean own) {
    for (Table.Row row : rows) {
      String place = row.cells().get(0);
      String what = row.cells().size() > 1 ? row.cells().get(1) : "";
      List<String> rest = row.cells().subList(Math.min(2, row.cells().size()), row.cells().size());
      switch (place) {
        case "@label" -> label = own ? what : label;
        case "@script" -> {
          if (own) {
            scripts.add(what);
          }
        }
        case "@unless" -> unless = what;
        case "@include" -> addAll(Table.rows(FOLDER + what + ".tsv"), false);
        case "onset", "vowel", "open", "closed", "bare", "coda", "syllable" ->
            letters.put(place + what, rest);
        case "surname" -> surnames = own;
        case "spell" -> spell(what, rest);
        case "link" -> links.put(what, rest);
        default -> throw row.wrong("'" + place + "'", "onset, vowel, coda or another place");
      }
    }
  }

  private void spell(String onset, List<String> cells) {
    if (vowels.isEmpty()) {
      vowels = cells;
      return;
    }
    for (int at = 0; at < cells.size(); at++) {
      if (!cells.get(at).equals(NOTHING)) {
        spelt.put(onset.replace(NOTHING, "") + vowels.get(at), cells.get(at));
      }
    }
  }

  private List<Rule> rules() {
    Map<String, Set<String>> anywhere = writings(KoreanNames.syllables());
    Map<String, Set<String>> first = new LinkedHashMap<>();
    for (String name : KoreanNames.syllables()) {
      KoreanSyllable syllable = KoreanSyllable.of(name);
      syllable
          .asFirst()
          .ifPresent(other -> writings(syllable).forEach(written -> add(first, written, other)));
      if (syllable.takesCoda()) {
        addLinked(anywhere, syllable);
      }
      if (links.containsKey(syllable.coda())) {
        String open = syllable.open().toString();
        writings(syllable.open()).forEach(written -> add(anywhere, written, open));
      }
    }
    List<Rule> rules = new ArrayList<>();
    anywhere.forEach((writing, sounds) -> rules.add(rule(writing, false, false, sounds)));
    first.forEach((writing, sounds) -> rules.add(rule(writing, true, false, sounds)));
    if (surnames) {
      KoreanNames.surnames().forEach((word, names) -> rules.add(rule(word, true, true, names)));
    }
    return rules;
  }

  private void addLinked(Map<String, Set<String>> found, KoreanSyllable syllable) {
    for (Map.Entry<String, List<String>> link : links.entrySet()) {
      for (String writing : writings(syllable, link.getValue(), vowels(syllable))) {
        add(found, writing, KoreanSyllable.coda(link.getKey()) + syllable.toString());
      }
    }
  }

  private static void add(Map<String, Set<String>> found, String writing, String sounds) {
    found.computeIfAbsent(writing, key -> new LinkedHashSet<>()).add(sounds);
  }

  private static Rule rule(String writing, boolean first, boolean last, Set<String> sounds) {
    return new Rule(
        Units.ofRule(writing).toString(),
        first,
        last,
        Context.ANY,
        Context.ANY,
        sounds.stream().map(DECOMPOSED::normalize).toList());
  }

  private List<String> writings(KoreanSyllable syllable) {
    if (letters.isEmpty()) {
      return List.of(syllable.toString());
    }
    List<String> writings = new ArrayList<>(of("syllable", syllable.toString()));
    List<String> bare = of("bare", syllable.vowel());
    writings.addAll(
        syllable.onset().equals("ㅇ") && !bare.isEmpty()
            ? writings(syllable, List.of(NOTHING), bare)
            : writings(syllable, of("onset", syllable.onset()), vowels(syllable)));
    return writings;
  }

  private List<String> vowels(KoreanSyllable syllable) {
    String kind = syllable.coda().equals(NOTHING) ? "open" : "closed";
    return letters.getOrDefault(kind + syllable.vowel(), of("vowel", syllable.vowel()));
  }

  private List<String> writings(KoreanSyllable syllable, List<String> onsets, List<String> vowels) {
    List<String> writings = new ArrayList<>();
    for (String onset : onsets) {
      for (String vowel : vowels) {
        String before = joined(onset.replace(NOTHING, ""), vowel);
        for (String coda : of("coda", syllable.coda())) {
          if (!before.isEmpty()) {
            writings.add(before + coda.replace(NOTHING, ""));
          }
        }
      }
    }
    return writings;
  }

  /** Empty if there is no such letter. */
  private String joined(String onset, String vowel) {
    if (!spelt.isEmpty()) {
      return spelt.getOrDefault(onset + vowel, "");
    }
    return vowel.contains("_") ? vowel.replace("_", onset) : onset + vowel;
  }

  private List<String> of(String place, String letter) {
    return letters.getOrDefault(place + letter, List.of());
  }
}
