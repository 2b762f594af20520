package dev.vedette.config;

import dev.vedette.imports.ListFile;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of imported lists, which are read as a stream however long they are. */
public final class ListFiles {

  private ListFiles() {}

  /**
   * A file, named as its user would name it; what keeps it from being read is said in a sentence.
   */
  public static ListFile of(Path path) {
    return new ListFile(TextFile.nameOf(path), () -> open(path));
  }

  private static InputStream open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("is a directory (expected: a file)");
    }
    if (Files.notExists(path)) {
      throw new IOException("does not exist (expected: a file)");
    }
    if (!Files.isReadable(path)) {
      throw new IOException("cannot be read (expected: the permission to read it)");
    }
    return new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16); // also a pipe
  }
}
