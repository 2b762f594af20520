package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Names against texts that are nothing but a name, and names of many schools in running text. */
class WholeNamesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvFileSource(resources = "whole-same.csv")
  void areTheSame(String text, String name, String kind, String how) {
    String found = String.join(" / ", found(text, name, kind));

    assertThat(found).contains(how);
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvFileSource(resources = "whole-different.csv")
  void areDifferent(String text, String name, String kind) {
    assertThat(found(text, name, kind)).isEmpty();
  }

  private static Set<String> found(String text, String name, String kind) {
    Name wanted = new Name(name, Name.Mode.VARIANTS, 1, false);
    return AnIndex.found(
        AnIndex.of(List.of(new AnIndex.Sought(wanted, Kind.valueOf(kind)))),
        text,
        (number, surface, from, changes, weak) ->
            surface + ": " + String.join(" ", Change.labels(changes)) + (weak ? " weak" : ""));
  }
}
