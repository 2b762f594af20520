package dev.vedette.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A file of a list.
 *
 * @param name as the user would name it, for messages
 * @param bytes opens it
 */
public record ListFile(String name, Bytes bytes) {

  private static final int GZIP = 0x1f8b;
  private static final int ZIP = 0x504b0304;

  /**
   * The bytes from their beginning; whoever opens them closes them.
   *
   * @throws IOException if they cannot be read, or are packed
   */
  InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(bytes.open());
    in.mark(Integer.BYTES);
    byte[] begin = Arrays.copyOf(in.readNBytes(Integer.BYTES), Integer.BYTES);
    in.reset();
    int start = ByteBuffer.wrap(begin).getInt();
    if (start == ZIP || start >>> Short.SIZE == GZIP) {
      in.close();
      throw new IOException(
          start == ZIP
              ? "a ZIP archive (expected: the list in it; unzip takes it out)"
              : "packed by gzip (expected: the list in it; gunzip takes it out)");
    }
    return in;
  }

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
