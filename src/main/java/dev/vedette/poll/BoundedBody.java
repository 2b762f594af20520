package dev.vedette.poll;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/**
 * As much of a body as is let in: the limit counts what comes out of the decompression, so that a
 * small answer cannot become a large one.
 *
 * @param bytes decompressed; empty unless it is whole or cut short
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
record BoundedBody(byte[] bytes, End end) {

  /** How the reading ended. */
  enum End {
    WHOLE,
    /** The other side stopped in the middle. */
    CUT_SHORT,
    TOO_LARGE,
    /** It is not what its encoding says. */
    UNREADABLE
  }

  private static final int CHUNK = 16 * 1024;

  /**
   * @param encoding the header, verbatim; null where there is none
   * @param most in bytes
   */
  static BoundedBody read(InputStream in, @Nullable String encoding, long most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      InputStream decoded = decoded(in, encoding);
      byte[] chunk = new byte[CHUNK];
      int read;
      while ((read = decoded.read(chunk)) >= 0) {
        bytes.write(chunk, 0, read);
        if (bytes.size() > most) {
          return new BoundedBody(new byte[0], End.TOO_LARGE);
        }
      }
      return new BoundedBody(bytes.toByteArray(), End.WHOLE);
    } catch (ZipException notWhatItSays) {
      return new BoundedBody(new byte[0], End.UNREADABLE);
    } catch (EOFException | ConnectionClosedException | TruncatedChunkException cut) {
      return new BoundedBody(bytes.toByteArray(), End.CUT_SHORT);
    }
  }

  private static InputStream decoded(InputStream in, @Nullable String encoding) throws IOException {
    return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity", "none", "utf-8" -> in;
      case "gzip", "x-gzip" -> new GZIPInputStream(in, CHUNK);
      case "deflate" -> new InflaterInputStream(in);
      default -> throw new ZipException("unknown encoding");
    };
  }
}
