package dev.vedette.imports;

import dev.vedette.watchlist.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenSanctions' {@code targets.simple.csv}: a heading, then a row for each target; cells with
 * several values part them by semicolons, and quote those that hold one.
 */
final class OpenSanctionsTable implements ListParser {

  private static final List<String> NEEDED = List.of("id", "schema", "name", "aliases");

  @Override
  public void read(ListFile file, Gathering gathering) throws ListException, IOException {
    try (Csv csv = Csv.open(file)) {
      Csv.Row heading = csv.next();
      if (heading == null) {
        throw new ListException(file.name(), 0, "empty (expected: a list)");
      }
      if (!heading.cells().containsAll(NEEDED)) {
        throw heading
            .place()
            .wrong(
                "a heading without %s (expected: that of targets.simple.csv)"
                    .formatted(
                        String.join(
                            ", ",
                            NEEDED.stream().filter(c -> !heading.cells().contains(c)).toList())));
      }
      for (Csv.Row row = csv.next(); row != null; row = csv.next()) {
        if (row.cells().size() != heading.cells().size()) {
          throw row.place()
              .wrong(
                  "%d columns (expected: %d as in the heading; a file may be cut off)"
                      .formatted(row.cells().size(), heading.cells().size()));
        }
        read(row.place(), named(heading.cells(), row.cells()), gathering);
      }
    }
  }

  private static Map<String, String> named(List<String> names, List<String> cells) {
    Map<String, String> named = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      named.put(names.get(column), cells.get(column));
    }
    return named;
  }

  private static void read(Place place, Map<String, String> row, Gathering gathering)
      throws ListException {
    String id = row.getOrDefault("id", "");
    String schema = row.getOrDefault("schema", "");
    Kind kind = Schemas.kind(schema);
    if (id.isEmpty()) {
      gathering.leaveOut("without an id", place);
    } else if (kind == null) {
      gathering.leaveOut("nobody to look for: " + Place.cut(schema), place);
    } else {
      Sketch sketch = new Sketch("os-" + id, kind, place);
      gathering.name(sketch, row.getOrDefault("name", ""), false);
      values(row, "aliases").forEach(alias -> gathering.name(sketch, alias, false));
      values(row, "birth_date").forEach(date -> sketch.tag("born", date));
      values(row, "program_ids").forEach(programme -> sketch.tag("programme", programme));
      values(row, "dataset").forEach(dataset -> sketch.tag("list", dataset));
      gathering.add(sketch);
    }
  }

  private static List<String> values(Map<String, String> row, String column) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (char c : row.getOrDefault(column, "").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    values.removeIf(String::isEmpty);
    return values;
  }
}
