package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OFAC's tables: {@code sdn.csv} or {@code cons_prim.csv} with everybody, {@code alt.csv} or {@code
 * cons_alt.csv} with their other names, in any order. They have no headings; what a row is, its
 * number of columns tells. {@code -0-} stands for nothing. What OFAC calls weak aliases stands
 * among the remarks.
 */
final class OfacTables implements ListParser {

  private static final int PRIMARY = 12;
  private static final int ALTERNATE = 5;
  private static final int ADDRESS = 6;

  private static final Pattern REMARKED_ALIAS =
      Pattern.compile("\\b[afn]\\.k\\.a\\. '(.+?)'(?=[.;]|$)");
  private static final Pattern REMARKED_BIRTH = Pattern.compile("\\bDOB ([^;.]+)");
  private static final Pattern IMO = Pattern.compile("\\bIMO (\\d{7})\\b");

  /** A row of another name that stood before the row of whom it names, or names nobody. */
  private record Waiting(Place place, String number, String name) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private boolean named;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  OfacTables() {
    kinds.put("individual", Kind.PERSON);
    kinds.put("", Kind.ORGANIZATION);
    kinds.put("entity", Kind.ORGANIZATION);
    kinds.put("vessel", Kind.VESSEL);
    kinds.put("aircraft", Kind.VESSEL);
  }

  @Override
  public void read(ListFile file, Gathering gathering) throws ListException, IOException {
    try (Csv csv = Csv.open(file)) {
      int width = 0;
      for (Csv.Row row = csv.next(); row != null; row = csv.next()) {
        int columns = row.cells().size();
        if (width == 0 && columns != PRIMARY && columns != ALTERNATE) {
          throw row.place().wrong(otherTable(columns));
        }
        width = width == 0 ? columns : width;
        if (columns != width || !row.cells().get(0).matches("\\d+")) {
          throw row.place().wrong(broken(row, width));
        }
        if (width == PRIMARY) {
          primary(row, gathering);
        } else {
          alternate(row, gathering);
        }
        if (waiting.size() > Limits.NAMES) {
          throw row.place()
              .wrong("more than %d names (expected: a list of sanctions)".formatted(Limits.NAMES));
        }
      }
      if (width == 0) {
        throw new ListException(file.name(), 0, "empty (expected: a list)");
      }
    }
  }

  private static String otherTable(int columns) {
    return columns == ADDRESS
        ? "a table of addresses (expected: sdn.csv and alt.csv)"
        : columns
            + (columns == 1 ? " column" : " columns")
            + " (expected: 12 as in sdn.csv, or 5 as in alt.csv)";
  }

  private static String broken(Csv.Row row, int width) {
    return row.cells().size() != width
        ? "%d columns (expected: %d as in the rows before; a file may be cut off)"
            .formatted(row.cells().size(), width)
        : "'%s' (expected: OFAC's number of somebody)".formatted(Place.cut(row.cells().get(0)));
  }

  private void primary(Csv.Row row, Gathering gathering) throws ListException {
    Kind kind = kinds.get(cell(row, 2));
    if (kind == null) {
      throw row.place()
          .wrong(
              "'%s' (expected: individual, entity, vessel or aircraft)"
                  .formatted(Place.cut(cell(row, 2))));
    }
    named = true;
    Sketch sketch = new Sketch("ofac-" + row.cells().get(0), kind, row.place());
    gathering.name(sketch, cell(row, 1), false);
    String remarks = cell(row, 11);
    REMARKED_ALIAS
        .matcher(remarks)
        .results()
        .forEach(alias -> gathering.name(sketch, alias.group(1), true));
    if (kind == Kind.VESSEL) {
      Matcher imo = IMO.matcher(remarks);
      while (imo.find()) {
        gathering.name(sketch, imo.group(), false);
      }
    }
    sketch.tag("list", "ofac");
    for (String programme : cell(row, 3).split("[\\[\\]]", -1)) {
      sketch.tag("programme", programme);
    }
    REMARKED_BIRTH
        .matcher(remarks)
        .results()
        .forEach(date -> sketch.tag("born", Born.of(date.group(1))));
    gathering.add(sketch);
  }

  private void alternate(Csv.Row row, Gathering gathering) throws ListException {
    waiting.add(new Waiting(row.place(), row.cells().get(0), cell(row, 3)));
    gathering.keep(cell(row, 3), row.place());
  }

  @Override
  public void end(Gathering gathering) throws ListException {
    if (!named && !waiting.isEmpty()) {
      throw waiting
          .get(0)
          .place
          .wrong(
              "aliases only (expected: sdn.csv beside alt.csv, or cons_prim.csv beside"
                  + " cons_alt.csv)");
    }
    for (Waiting one : waiting) {
      Sketch sketch = gathering.find("ofac-" + one.number);
      if (sketch == null) {
        gathering.leaveOut("the alias of a number that no row of names has", one.place);
      } else {
        gathering.name(sketch, one.name, false);
      }
    }
  }

  private static String cell(Csv.Row row, int column) {
    String cell = row.cells().get(column);
    return cell.equals("-0-") ? "" : cell;
  }
}
