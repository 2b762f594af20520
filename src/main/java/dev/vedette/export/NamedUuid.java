package dev.vedette.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The UUID that a name always has: version 5.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.5">RFC 9562, 5.5</a>
 */
final class NamedUuid {

  /** Of all names that Vedette gives. */
  private static final UUID VEDETTE = UUID.fromString("6f1d2c5e-51b5-4c7e-9d3e-0a4d3ae7a9b1");

  private NamedUuid() {}

  /** The UUID of these parts. */
  static UUID of(String... parts) {
    return in(VEDETTE, String.join("\u0000", parts));
  }

  static UUID in(UUID space, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(space.getMostSignificantBits())
              .putLong(space.getLeastSignificantBits())
              .flip());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = (hash.getLong() & ~0xf000L) | 0x5000L;
      long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
