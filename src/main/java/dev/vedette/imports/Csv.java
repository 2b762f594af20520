package dev.vedette.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table with commas, one at a time. */
final class Csv implements AutoCloseable {

  /**
   * A row.
   *
   * @param place where it begins
   * @param cells stripped; at least one
   */
  record Row(Place place, List<String> cells) {}

  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Limits.VALUE).build())
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final String file;
  private final CsvParser parser;
  private boolean begun;
  private int rowLine = 1;

  private Csv(String file, CsvParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** A table from its beginning. */
  static Csv open(ListFile file) throws IOException {
    return new Csv(file.name(), FACTORY.createParser(new Utf8(file.open())));
  }

  /**
   * The next row that is not empty; null after the last one.
   *
   * @throws ListException if there is something wrong with it
   */
  @Nullable Row next() throws ListException, IOException {
    try {
      while (parser.nextToken() != null) {
        boolean row = begun && parser.currentToken() == JsonToken.START_ARRAY;
        begun = true; // the first of them holds the rows
        Row found = row ? row() : null;
        if (found != null) {
          return found;
        }
      }
      return null;
    } catch (Utf8.NotUtf8 e) {
      throw new ListException(file, e.line(), String.valueOf(e.getMessage()));
    } catch (JsonProcessingException e) {
      throw wrong(e);
    }
  }

  private @Nullable Row row() throws ListException, IOException {
    List<String> cells = new ArrayList<>();
    int line = 0;
    rowLine = Math.max(1, parser.currentLocation().getLineNr());
    boolean blank = true;
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      line = line == 0 ? parser.currentTokenLocation().getLineNr() : line;
      String cell = parser.getText().strip();
      blank &= cell.isEmpty() || cell.equals("\u001a"); // DOS's end of file
      cells.add(cell);
      if (cells.size() > Limits.COLUMNS) {
        throw new Place(file, line)
            .wrong("more than %d columns (expected: a table)".formatted(Limits.COLUMNS));
      }
    }
    return blank ? null : new Row(new Place(file, line), cells);
  }

  private ListException wrong(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return new ListException(
          file,
          rowLine,
          "a value of more than %d characters (expected: a table)".formatted(Limits.VALUE));
    }
    int line = e.getLocation() == null ? rowLine : e.getLocation().getLineNr();
    boolean open = String.valueOf(e.getOriginalMessage()).startsWith("Missing closing quote");
    return new ListException(
        file,
        line,
        open
            ? "a quotation mark that is never closed (expected: the whole file; this one is cut"
                + " off)"
            : "something behind a closing quotation mark (expected: a comma, or the next line)");
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
