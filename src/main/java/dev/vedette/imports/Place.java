package dev.vedette.imports;

/** Where in a list something stands, counted from line 1. */
record Place(String file, int line) {

  private static final int SHOWN = 60;

  /** The beginning of what a message quotes. */
  static String cut(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }

  ListException wrong(String problem) {
    return new ListException(file, line, problem);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
