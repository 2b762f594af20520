package dev.vedette.imports;

import dev.vedette.language.Words;
import dev.vedette.watchlist.Kind;
import java.io.IOException;
import java.util.List;

/**
 * Names, one a line; several forms of one are parted by semicolons, the first is the main one.
 * Blank lines, and those that begin with {@code #}, say nothing.
 */
final class PlainNames implements ListParser {

  /** Controls, and what pages and data are written with. */
  private static final String NO_NAME = ".*[<>{}\\p{Cntrl}&&[^\\t]].*";

  private final Kind kind;

  PlainNames(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void read(ListFile file, Gathering gathering) throws ListException, IOException {
    try (Lines lines = Lines.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (line.length() > Limits.NAME * 10 || line.matches(NO_NAME)) {
          throw lines.place().wrong("no name (expected: a text with one name a line)");
        }
        read(lines.place(), line, gathering);
      }
    }
  }

  private void read(Place place, String line, Gathering gathering) throws ListException {
    List<String> forms = Writing.parts(line);
    Sketch sketch = new Sketch(String.join(" ", Words.of(forms.get(0))), kind, place);
    forms.forEach(form -> gathering.name(sketch, form, false));
    sketch.tag("list", "names");
    gathering.add(sketch);
  }
}
