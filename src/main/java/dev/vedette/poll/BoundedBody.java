package dev.vedette.poll;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;
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
  static BoundedBody unpack(Reply reply, @Nullable String encoding, long most) {
    if (reply.end() == Reply.End.TOO_LARGE) {
      return new BoundedBody(new byte[0], End.TOO_LARGE);
    }
    boolean cut = reply.end() == Reply.End.CUT_SHORT;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream decoded = decoded(reply.body(), encoding)) {
      byte[] chunk = new byte[CHUNK];
      int read;
      while ((read = decoded.read(chunk)) >= 0) {
        bytes.write(chunk, 0, read);
        if (bytes.size() > most) {
          return new BoundedBody(new byte[0], End.TOO_LARGE);
        }
      }
      return new BoundedBody(bytes.toByteArray(), cut ? End.CUT_SHORT : End.WHOLE);
    } catch (EOFException ended) {
      return new BoundedBody(bytes.toByteArray(), End.CUT_SHORT);
    } catch (IOException | RuntimeException e) {
      // what its encoding does not allow, or where it was cut
      return cut && !(e instanceof ZipException)
          ? new BoundedBody(bytes.toByteArray(), End.CUT_SHORT)
          : new BoundedBody(new byte[0], End.UNREADABLE);
    }
  }

  private static InputStream decoded(byte[] body, @Nullable String encoding) throws IOException {
    InputStream in = new ByteArrayInputStream(body);
    return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity", "none", "utf-8" -> in;
      case "gzip", "x-gzip" -> body.length == 0 ? in : new GZIPInputStream(in, CHUNK);
      case "deflate" -> new InflaterInputStream(in);
      case "br" -> body.length == 0 ? in : new BrotliInputStream(in);
      default -> throw new ZipException("unknown encoding");
    };
  }
}
