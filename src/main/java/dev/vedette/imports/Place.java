package dev.vedette.imports;

/** Where in a list something stands, counted from line 1. */
record Place(String file, int line) {

  ListException wrong(String problem) {
    return new ListException(file, line, problem);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
