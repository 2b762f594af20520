package dev.vedette.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short stable names for things that have none of their own: the head of a SHA-256, in hex. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * The first 128 bits of the SHA-256 of the parts, as 32 hex digits. The parts are told apart, so
   * that ("ab", "c") and ("a", "bc") differ.
   */
  public static String of(String... parts) {
    return HexFormat.of().formatHex(digest(parts), 0, 16);
  }

  /** The whole SHA-256 of the parts, as {@code sha256:} and 64 hex digits. */
  public static String sha256(String... parts) {
    return "sha256:" + HexFormat.of().formatHex(digest(parts));
  }

  private static byte[] digest(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xff); // never part of UTF-8
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
