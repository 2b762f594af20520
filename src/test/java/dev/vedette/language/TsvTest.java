package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TsvTest {

  @Test
  void readsRowsWithTheirPlaces() {
    var rows = Tsv.parse("x.tsv", "# a remark\na\tb\n\n1\tx | y\n# more\n2\tz\n", "a", "b");

    assertThat(rows).extracting(Tsv.Row::place).containsExactly("x.tsv:4", "x.tsv:6");
    assertThat(rows.get(0).list(1)).containsExactly("x", "y");
    assertThat(rows.get(1).cell(0)).isEqualTo("2");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        argumentSet("another column", "a\tc\n", "x.tsv:1: 'a\tc' (expected: columns: a, b)"),
        argumentSet("a cell too few", "a\tb\n\n1\n", "x.tsv:3: '1' (expected: cells: a, b)"),
        argumentSet(
            "one too many", "a\tb\n1\t2\t3\n", "x.tsv:2: '1\t2\t3' (expected: cells: a, b)"),
        argumentSet("an empty cell", "a\tb\n1\t\n", "x.tsv:2: '1\t' (expected: cells: a, b)"),
        argumentSet("a space", "a\tb\n1\t 2\n", "x.tsv:2: '1\t 2' (expected: cells: a, b)"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhereATableIsWrong(String text, String message) {
    assertThatThrownBy(() -> Tsv.parse("x.tsv", text, "a", "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void saysWhichValueIsWrong() {
    var row = Tsv.parse("x.tsv", "a\tb\nred\tx |y\n", "a", "b").get(0);

    assertThatThrownBy(() -> row.list(1))
        .hasMessage("x.tsv:2: 'x |y' (expected: values parted by ' | ')");
    assertThatThrownBy(() -> row.oneOf(0, List.of("blue", "green")))
        .hasMessage("x.tsv:2: 'red' (expected: one of blue, green)");
    assertThatThrownBy(() -> Tsv.load("none.tsv", "a"))
        .hasMessage("none.tsv: not on the class path");
  }
}
