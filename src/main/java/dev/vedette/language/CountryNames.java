package dev.vedette.language;

import java.util.Set;
import java.util.stream.Collectors;

/** Countries and territories whose names are one word. */
public final class CountryNames {

  private static final Set<String> SHIPPED =
      Tsv.load("names/countries.tsv", "languages", "names").stream()
          .flatMap(row -> row.words(1).stream())
          .collect(Collectors.toUnmodifiableSet());

  private CountryNames() {}

  /** All of them, folded. */
  public static Set<String> all() {
    return SHIPPED;
  }
}
