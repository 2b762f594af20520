package dev.vedette.imports;

import java.io.IOException;

/** Reads the files of one list, one after the other. */
interface ListParser {

  /**
   * Reads a file.
   *
   * @throws ListException if it is damaged, or in another format
   * @throws IOException if its bytes cannot be read
   */
  void read(ListFile file, Gathering gathering) throws ListException, IOException;

  /** After the last file: what could only be told when all were read. */
  default void end(Gathering gathering) throws ListException {}
}
