package dev.vedette.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stream as text in UTF-8, without a byte order mark. Bytes that are none are not replaced but
 * refused, by {@link NotUtf8} with their line.
 */
final class Utf8 extends Reader {

  /** Says in its message what the bytes are instead. */
  static final class NotUtf8 extends IOException {

    private static final long serialVersionUID = 1L;

    private final int line;

    private NotUtf8(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  private static final int SIZE = 1 << 14;
  private static final String EXPECTED =
      " (expected: a text in UTF-8; iconv -t UTF-8 -f its-encoding makes one)";

  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
  private final CharBuffer chars = CharBuffer.allocate(SIZE).flip();
  private int line = 1;
  private boolean begun;
  private boolean ended;

  Utf8(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(into, from, count);
    return count;
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    bytes.position(bytes.position() + Math.max(0, count)).flip();
    if (!begun && bytes.remaining() < 2 && count >= 0) {
      return; // a mark may need the next bytes
    }
    if (!begun) {
      begun = true;
      refuseUtf16();
    }
    boolean first = chars.limit() == 0 && line == 1;
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, count < 0);
    chars.flip();
    countLines();
    if (result.isError() && count < 0 && bytes.remaining() == result.length()) {
      throw new NotUtf8(
          line,
          "the end of the file within a character (expected: the whole file; this one is cut off)");
    }
    if (result.isError()) {
      throw new NotUtf8(line, "not UTF-8" + EXPECTED);
    }
    ended = count < 0;
    if (first && chars.hasRemaining() && chars.get(chars.position()) == '\ufeff') {
      chars.get();
    }
  }

  private void refuseUtf16() throws NotUtf8 {
    byte[] start = Arrays.copyOf(Arrays.copyOf(bytes.array(), bytes.limit()), 2);
    int mark = (start[0] & 0xff) << 8 | (start[1] & 0xff);
    if (mark == 0xfeff || mark == 0xfffe) {
      throw new NotUtf8(1, "UTF-16" + EXPECTED);
    }
  }

  private void countLines() {
    for (int at = chars.position(); at < chars.limit(); at++) {
      if (chars.get(at) == '\n') {
        line++;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
