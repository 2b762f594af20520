package dev.vedette.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of an XML document, watched: the parser would keep a tag of any length, and does not
 * say whether a document was at its end when it was not whole.
 */
final class XmlBytes extends FilterInputStream {

  private static final int LONGEST = 8 << 20;

  private static final int LONGEST_DECLARATION = 200;
  private static final Pattern ENCODING =
      Pattern.compile("(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)");

  private boolean ended;
  private boolean begun;
  private int lines = 1;
  private int column = 1;
  private int sinceTag;

  /** Where the last tag begins; line 0 once it has ended. */
  private int tagLine;

  private int tagColumn;

  XmlBytes(InputStream in) {
    super(new BufferedInputStream(in));
  }

  /**
   * Whether the document declares no other encoding. Those in UTF-8 are decoded by us, since the
   * parser prints what it cannot decode.
   */
  boolean isUtf8() throws IOException {
    in.mark(LONGEST_DECLARATION);
    byte[] start = in.readNBytes(LONGEST_DECLARATION);
    in.reset();
    boolean utf16 =
        start.length > 1
            && (start[0] == 0
                || start[1] == 0
                || start[0] == (byte) 0xfe
                || start[0] == (byte) 0xff);
    Matcher encoding = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
    return !utf16 && (!encoding.lookingAt() || encoding.group(1).equalsIgnoreCase("utf-8"));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one < 0) {
      ended = true;
    } else {
      see(one);
    }
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    ended |= count < 0;
    for (int at = from; at < from + count; at++) {
      see(into[at]);
    }
    return count;
  }

  private void see(int one) throws IOException {
    sinceTag = one == '>' ? 0 : sinceTag + 1;
    begun |= one > ' ' || one < 0; // a byte beyond ASCII is negative in an array
    if (one == '<') {
      tagLine = lines;
      tagColumn = column;
    } else if (one == '>') {
      tagLine = 0;
    }
    if (sinceTag > LONGEST) {
      throw new IOException("%d MB without the end of a tag".formatted(LONGEST >> 20));
    }
    boolean follows = (one & 0xc0) == 0x80; // the rest of a character in UTF-8
    column = one == '\n' ? 1 : follows ? column : column + 1;
    lines += one == '\n' ? 1 : 0;
  }

  /**
   * Whether there was nothing behind this place, counted from line and column 1, but perhaps the
   * rest of a tag that never ends.
   */
  boolean endsAt(int line, int at) {
    boolean inLastTag = tagLine > 0 && (line > tagLine || (line == tagLine && at >= tagColumn));
    return ended && (inLastTag || (line == lines && at >= column));
  }

  /** Whether there was nothing but white space. */
  boolean isEmpty() {
    return ended && !begun;
  }
}
