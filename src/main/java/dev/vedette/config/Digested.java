package dev.vedette.config;

import dev.vedette.imports.ListFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of a list, with the fingerprint of what was read of it. */
final class Digested {

  private final ListFile file;
  private final MessageDigest digest = sha256();

  Digested(Path path) {
    ListFile plain = ListFiles.of(path);
    this.file = new ListFile(plain.name(), () -> open(plain));
  }

  private InputStream open(ListFile plain) throws IOException {
    digest.reset();
    return new DigestInputStream(plain.bytes().open(), digest);
  }

  ListFile file() {
    return file;
  }

  /** Of all that was read since it was opened; to be asked once. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
