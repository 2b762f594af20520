package dev.vedette.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of this package: UTF-8, a row a line, cells parted by single tabs.
 *
 * <p>Lines that begin with {@code #} are remarks, blank ones part sections; the first other line
 * names the columns. Nothing is guessed: whoever edits a table is told file and line of a mistake.
 */
final class Tsv {

  private static final String WRITINGS = " | ";

  private Tsv() {}

  /**
   * A row of a table.
   *
   * @param place file and line
   * @param cells as many as there are columns; none blank
   */
  record Row(String place, List<String> cells) {

    String cell(int column) {
      return cells.get(column);
    }

    /** What a cell lists, parted by {@code |}; not empty. */
    List<String> list(int column) {
      List<String> parts = List.of(cell(column).split("\\|", -1));
      String well = String.join(WRITINGS, parts.stream().map(String::strip).toList());
      if (!cell(column).equals(well) || parts.stream().anyMatch(String::isBlank)) {
        throw wrong(cell(column), "values parted by ' | '");
      }
      return parts.stream().map(String::strip).toList();
    }

    /** What a cell lists, folded, each a single word; those that fold alike are listed once. */
    Set<String> words(int column) {
      Set<String> words = new LinkedHashSet<>();
      for (String writing : list(column)) {
        List<String> folded = Words.of(writing);
        if (folded.size() != 1) {
          throw wrong(writing, "one word");
        }
        words.add(folded.get(0));
      }
      return words;
    }

    /** The cell as one of a few words. */
    String oneOf(int column, List<String> words) {
      if (!words.contains(cell(column))) {
        throw wrong(cell(column), "one of " + String.join(", ", words));
      }
      return cell(column);
    }

    IllegalArgumentException wrong(String found, String expected) {
      return new IllegalArgumentException(place + ": '" + found + "' (expected: " + expected + ")");
    }
  }

  /** The rows of a table that is shipped beside this class. */
  static List<Row> load(String file, String... columns) {
    try (InputStream in = Tsv.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(file + ": not on the class path");
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), columns);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /**
   * The rows of a table.
   *
   * @throws IllegalArgumentException if the columns are others, or a row has not a cell for each
   */
  static List<Row> parse(String file, String text, String... columns) {
    List<String> expected = List.of(columns);
    List<Row> rows = new ArrayList<>();
    boolean named = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Row row = new Row(file + ":" + number, List.of(line.split("\t", -1)));
      boolean fits = named ? hasCells(row, columns.length) : row.cells().equals(expected);
      if (!fits) {
        throw row.wrong(line, (named ? "cells: " : "columns: ") + String.join(", ", expected));
      }
      if (named) {
        rows.add(row);
      }
      named = true;
    }
    return List.copyOf(rows);
  }

  private static boolean hasCells(Row row, int count) {
    return row.cells().size() == count
        && row.cells().stream().allMatch(cell -> !cell.isBlank() && cell.equals(cell.strip()));
  }
}
