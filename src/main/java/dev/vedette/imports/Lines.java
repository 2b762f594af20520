package dev.vedette.imports;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a text in UTF-8, one at a time. */
final class Lines implements AutoCloseable {

  private final String file;
  private final BufferedReader reader;
  private int line;

  private Lines(String file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /** A text from its beginning. */
  static Lines open(ListFile file) throws IOException {
    return new Lines(file.name(), new BufferedReader(new Utf8(file.open())));
  }

  /** The next line without its end; null after the last one. */
  @Nullable String next() throws ListException, IOException {
    StringBuilder text = new StringBuilder();
    try {
      int c = reader.read();
      if (c < 0) {
        return null;
      }
      line++;
      for (; c >= 0 && c != '\n'; c = reader.read()) {
        if (text.length() == Limits.VALUE) {
          throw place()
              .wrong(
                  "a line of more than %d characters (expected: a record a line)"
                      .formatted(Limits.VALUE));
        }
        text.append((char) c);
      }
    } catch (Utf8.NotUtf8 e) {
      throw new ListException(file, e.line(), String.valueOf(e.getMessage()));
    }
    int end = text.length() - 1;
    return end >= 0 && text.charAt(end) == '\r' ? text.substring(0, end) : text.toString();
  }

  /** Where the line is that was read last. */
  Place place() {
    return new Place(file, line);
  }

  /** Whether there is nothing behind it. */
  boolean isLast() throws IOException {
    reader.mark(1);
    int c = reader.read();
    reader.reset();
    return c < 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
