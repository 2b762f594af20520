package dev.vedette.config;

/**
 * One mistake in a file: where it is, what is there and what was expected.
 *
 * @param file as the user would name it
 * @param line from 1; 0 where no place in a file is at fault
 * @param column from 1; 0 where no place in a file is at fault
 * @param message {@code path: 'value' (expected: ...)}
 */
public record Problem(String file, int line, int column, String message)
    implements Comparable<Problem> {

  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    return line != other.line
        ? Integer.compare(line, other.line)
        : column != other.column
            ? Integer.compare(column, other.column)
            : message.compareTo(other.message);
  }
}
