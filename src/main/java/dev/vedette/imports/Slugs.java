package dev.vedette.imports;

import com.ibm.icu.text.Transliterator;
import dev.vedette.article.Fingerprint;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Ids of entries, lower-case letters, digits and hyphens, made of what lists use. They depend on
 * nothing but the list's own id, and on whether another one looks the same.
 */
public final class Slugs {

  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");

  /** Letters of an id; a name can be longer. */
  private static final int LONGEST = 60;

  private static final int DIGITS = 8;

  private Slugs() {}

  /** An id for each; where two look the same, both have a fingerprint of the whole behind them. */
  static Map<String, String> of(Collection<String> originals) {
    Map<String, Integer> uses = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (String original : originals) {
      String id = of(original);
      ids.put(original, id);
      uses.merge(id, 1, Integer::sum);
    }
    ids.replaceAll((original, id) -> uses.getOrDefault(id, 0) == 1 ? id : distinct(id, original));
    return ids;
  }

  private static String distinct(String id, String original) {
    return id + "-" + Fingerprint.of(original).substring(0, DIGITS);
  }

  /** The id of one; a name in another script as it is written in Latin. */
  public static String of(String original) {
    boolean ascii = original.chars().allMatch(c -> c < 0x80);
    String latin = ascii ? original : transliterated(original);
    String id = latin.toLowerCase(Locale.ROOT).replaceAll("['`]", "").replaceAll("[^a-z0-9]+", "-");
    String bare = id.replaceAll("^-|-$", "");
    String cut = bare.length() > LONGEST ? bare.substring(0, LONGEST).replaceAll("-$", "") : bare;
    return cut.isEmpty() ? "name-" + Fingerprint.of(original).substring(0, DIGITS) : cut;
  }

  private static String transliterated(String text) {
    synchronized (LATIN) { // not all of them can be used by two threads at once
      return LATIN.transliterate(text);
    }
  }
}
