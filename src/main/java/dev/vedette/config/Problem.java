package dev.vedette.config;

import dev.vedette.imports.ListException;

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

  /** What is wrong with an imported list. */
  public static Problem of(ListException list) {
    return new Problem(list.file(), list.line(), list.line() == 0 ? 0 : 1, list.problem());
  }

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
