package dev.vedette.imports;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a list.
 *
 * @param name as the user would name it, for messages
 * @param bytes opens it
 */
public record ListFile(String name, Bytes bytes) {

  /** Where a list's bytes come from. */
  @FunctionalInterface
  public interface Bytes {

    /**
     * The bytes from their beginning; whoever opens them closes them.
     *
     * @throws IOException if they cannot be read
     */
    InputStream open() throws IOException;
  }
}
