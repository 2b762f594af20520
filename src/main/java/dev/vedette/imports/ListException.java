package dev.vedette.imports;

/** A list that cannot be used, and why: cut off, damaged, too long, or of another format. */
public final class ListException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String problem;

  /**
   * @param file as the user would name it
   * @param line from 1; 0 where no line is at fault
   * @param problem what is there, and in parentheses what was expected
   */
  ListException(String file, int line, String problem) {
    super(line == 0 ? file + ": " + problem : file + ":" + line + ": " + problem);
    this.file = file;
    this.line = line;
    this.problem = problem;
  }

  /** The file, as the user would name it. */
  public String file() {
    return file;
  }

  /** From 1; 0 where no line is at fault. */
  public int line() {
    return line;
  }

  /** What is there, and in parentheses what was expected. */
  public String problem() {
    return problem;
  }
}
