package dev.vedette.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Korean writes onto a name without a space: titles, honorifics, particles, the copula. They
 * stand in {@code particles.tsv}.
 */
public final class Particles {

  private static final int TITLE = 1;
  private static final int LAST_RANK = 5;
  private static final char FIRST_SYLLABLE = '\uAC00';
  private static final char LAST_SYLLABLE = '\uD7A3';
  private static final int FINALS = 28;
  private static final int RIEUL = 8;

  /** A piece as one row has it. */
  record Piece(int rank, String after) {}

  private static final Map<String, List<Piece>> PIECES = read(Table.rows("particles.tsv"));

  private static final int LONGEST =
      PIECES.keySet().stream().mapToInt(String::length).max().orElseThrow();

  /** More than any chain of them has; titles may be repeated. */
  private static final int MOST_SYLLABLES = 24;

  private Particles() {}

  /**
   * Whether the syllables after a name, up to the end of their run, are such pieces, in an order in
   * which they can follow and each in the shape that the syllable before it asks for; so not 가
   * after 은. Nothing at all is a chain of none. After a name in other letters any shape will do.
   *
   * @param name the name, or its last syllable; not empty
   * @param rest syllables of Hangul; with anything else among them the answer is no
   */
  public static boolean follow(String name, String rest) {
    return rest.length() <= MOST_SYLLABLES && follow(name.charAt(name.length() - 1), rest, 0, 0);
  }

  private static boolean follow(char before, String rest, int from, int rank) {
    if (from == rest.length()) {
      return true;
    }
    for (int to = Math.min(rest.length(), from + LONGEST); to > from; to--) {
      for (Piece piece : PIECES.getOrDefault(rest.substring(from, to), List.of())) {
        if ((piece.rank > rank || (rank == TITLE && piece.rank == TITLE))
            && fits(piece.after, before)
            && follow(rest.charAt(to - 1), rest, to, piece.rank)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(String after, char before) {
    if (before < FIRST_SYLLABLE || before > LAST_SYLLABLE) {
      return true;
    }
    int end = (before - FIRST_SYLLABLE) % FINALS;
    return switch (after) {
      case "C" -> end != 0;
      case "V" -> end == 0;
      case "R" -> end == 0 || end == RIEUL;
      case "N" -> end != 0 && end != RIEUL;
      default -> true;
    };
  }

  static Map<String, List<Piece>> read(List<Table.Row> rows) {
    Map<String, List<Piece>> pieces = new HashMap<>();
    for (Table.Row row : rows) {
      add(row, pieces);
    }
    return pieces;
  }

  private static void add(Table.Row row, Map<String, List<Piece>> pieces) {
    List<String> cells = row.cells();
    if (cells.size() < 3 || !cells.get(0).matches("[1-" + LAST_RANK + "]")) {
      throw row.wrong(String.join(" ", cells), "rank 1 to " + LAST_RANK + ", after, pieces");
    }
    if (!cells.get(1).matches("[CVRN-]")) {
      throw row.wrong("after '" + cells.get(1) + "'", "C, V, R, N or -");
    }
    for (String piece : cells.subList(2, cells.size())) {
      pieces
          .computeIfAbsent(piece, key -> new ArrayList<>())
          .add(new Piece(Integer.parseInt(cells.get(0)), cells.get(1)));
    }
  }
}
