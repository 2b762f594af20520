package dev.vedette.config;

import dev.vedette.imports.ListFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    try {
      return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    } catch (NoSuchFileException e) {
      throw new IOException("does not exist (expected: a file)", e);
    } catch (AccessDeniedException e) {
      throw new IOException("cannot be read (expected: the permission to read it)", e);
    }
  }
}
