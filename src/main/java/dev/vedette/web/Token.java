package dev.vedette.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that readers of the page must know, in a file that only its owner can read. */
final class Token {

  private static final int BYTES = 32;
  private static final int LEAST = 16;

  private Token() {}

  /**
   * The token in a file, which is made with a random one if it does not exist.
   *
   * @throws IOException if it cannot be read or made, or holds fewer than 16 characters
   */
  static String of(Path file) throws IOException {
    try {
      make(file);
    } catch (FileAlreadyExistsException e) {
      // it is read below, whoever made it
    }
    String token = Files.readString(file, StandardCharsets.UTF_8).strip();
    if (token.length() < LEAST) {
      throw new IOException(
          file
              + ": a token of "
              + token.length()
              + " characters (expected: at least "
              + LEAST
              + ")");
    }
    return token;
  }

  private static void make(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    Files.createFile(file, ownerOnly(file));
    Files.writeString(
        file, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
