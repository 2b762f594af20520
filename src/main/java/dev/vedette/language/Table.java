package dev.vedette.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table beside this package: one row a line, columns parted by white space, {@code #} begins a
 * comment.
 */
final class Table {

  /**
   * A row.
   *
   * @param place file and line, for messages
   * @param cells never empty
   */
  record Row(String place, List<String> cells) {

    IllegalStateException wrong(String what, String expected) {
      return new IllegalStateException("%s: %s (expected: %s)".formatted(place, what, expected));
    }
  }

  private Table() {}

  /** The rows of a table in order. */
  static List<Row> rows(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": not there (expected: a table of this package)");
      }
      return rows(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static List<Row> rows(String name, BufferedReader lines) throws IOException {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      int comment = line.indexOf('#');
      String content = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!content.isEmpty()) {
        rows.add(new Row(name + ":" + number, Arrays.asList(content.split("\\s+"))));
      }
    }
    return rows;
  }
}
