package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Where the bearer of a Korean name is mentioned, in whatever school or script. */
class KoreanMentionsTest {

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvFileSource(
      resources = {"korean.csv", "hangul.csv"},
      delimiter = ';')
  void areFound(String name, String text, String mention) {
    assertThat(found(name, text)).isEqualTo(mention == null ? Set.of() : Set.of(mention));
  }

  private static Set<String> found(String name, String text) {
    Name sought = new Name(name, Name.Mode.VARIANTS, 0, false);
    return AnIndex.found(
        AnIndex.of(List.of(new AnIndex.Sought(sought, Kind.PERSON))),
        text,
        (number, surface, from, changes, weak) -> surface);
  }
}
