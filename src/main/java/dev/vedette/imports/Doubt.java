package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a name of a list is not to raise an alert by itself. */
public enum Doubt {
  /** The list says so: OFAC's weak aliases, the UN's of low quality. */
  LISTED("called weak by the list"),
  /** {@code Hidayatullah}, {@code Abu Bakr}, {@code Mullah Omar}. */
  ONE_NAME("only one of a person's names"),
  /** {@code Muhammad Ali}: both are borne by many in this very list. */
  MANY_BEARERS("a given name and surname that many bear"),
  /** {@code FORTUNE}: ships are called like anything. */
  SHIP("a ship's name of one word"),
  /** {@code JUSTICE}, {@code Ministry of Defense}. */
  COMMON("common words"),
  /** {@code MID}, {@code HUA}. */
  SHORT("an abbreviation of few letters"),
  /** Somebody asked for it. */
  CHOSEN("weak by choice"),
  /** An alias that is also what somebody else is called. */
  SHARED("also a name of another entry"),
  /** An alias that the articles which were read are full of: {@code BAIKAL}. */
  FREQUENT("in many of the kept articles");

  private final String words;

  Doubt(String words) {
    this.words = words;
  }

  /**
   * Those of an entry's names that would mean too much by themselves in running text.
   *
   * @param names the first is the main one
   * @return each name that is doubtful, with the reason, in their order
   */
  public static Map<String, Doubt> of(Kind kind, List<String> names) {
    List<Alias> aliases = names.stream().map(name -> new Alias(name, false)).toList();
    Listed listed = new Listed("", kind, aliases, Set.of());
    Doubts doubts = new Doubts(List.of(listed));
    Map<String, Doubt> found = new LinkedHashMap<>();
    for (Alias alias : aliases) {
      Doubt doubt = doubts.of(alias, listed);
      if (doubt != null) {
        found.put(alias.text(), doubt);
      }
    }
    return found;
  }

  /** The reason in words. */
  public String words() {
    return words;
  }
}
