package dev.vedette.document;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes into characters, whatever the sender said about them. What the bytes themselves prove goes
 * first: a byte order mark, the zeros of UTF-16, valid UTF-8; then the HTTP header, the document's
 * own declaration, the look of the bytes, and at last windows-1252.
 */
public final class Decoding {

  private static final Pattern HEADER =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]+)"
              + "|<meta[^>]{0,400}?charset\\s*=\\s*[\"']?([\\w.:-]+)",
          Pattern.CASE_INSENSITIVE);

  /** What senders mean by these names: the superset that Windows and browsers use. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("x-mac-roman", "x-MacRoman"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("big5", "big5-hkscs"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"));

  /** What text that is more than ASCII has proved wrong, and text that is not has no need of. */
  private static final Set<String> NOTHING_SAID = Set.of("us-ascii", "ascii");

  /** How Japanese mail begins in seven bits, where nobody says so. */
  private static final String JAPANESE_BEGINS = "\u001b$B";

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int HEAD = 4096;
  private static final int SURE = 30;

  private Decoding() {}

  /** The text in a charset that is known, without a byte order mark. */
  public static String decodeAs(byte[] bytes, Charset charset) {
    return withoutMark(new String(bytes, charset));
  }

  /**
   * The text, without a byte order mark.
   *
   * @param contentType the HTTP header, verbatim; null where there is none
   */
  public static String decode(byte[] bytes, @Nullable String contentType) {
    Charset wide = wide(bytes);
    if (wide != null) {
      return withoutMark(new String(bytes, wide));
    }
    Charset header = named(HEADER, contentType == null ? "" : contentType);
    Charset declared = named(DECLARATION, head(bytes));
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      Charset escaped = utf8.indexOf(0x1b) < 0 ? null : escaping(utf8, header, declared);
      return withoutMark(escaped == null ? utf8 : new String(bytes, escaped));
    }
    for (Charset said : new @Nullable Charset[] {header, declared}) {
      if (said != null && !said.equals(StandardCharsets.UTF_8)) {
        String text = strictly(bytes, said);
        if (text != null) {
          return withoutMark(text);
        }
      }
    }
    return withoutMark(guess(bytes, header, declared));
  }

  /** UTF-16 or UTF-32, told by a mark or by where the zeros of ASCII characters are. */
  private static @Nullable Charset wide(byte[] bytes) {
    if (bytes.length < 4) {
      return null;
    }
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    int d = bytes[3] & 0xff;
    if ((a == 0xff && b == 0xfe && c == 0 && d == 0) || (a != 0 && b == 0 && c == 0 && d == 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (a == 0 && b == 0 && ((c == 0xfe && d == 0xff) || (c == 0 && d != 0))) {
      return Charset.forName("UTF-32BE");
    }
    if ((a == 0xff && b == 0xfe) || (a != 0 && b == 0 && c != 0 && d == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if ((a == 0xfe && b == 0xff) || (a == 0 && b != 0 && c == 0 && d != 0)) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  /** An encoding that hides other scripts in seven bits, and so looks like UTF-8. */
  private static @Nullable Charset escaping(
      String ascii, @Nullable Charset header, @Nullable Charset declared) {
    for (Charset said : new @Nullable Charset[] {header, declared}) {
      if (said != null && said.name().startsWith("ISO-2022")) {
        return said;
      }
    }
    return ascii.contains(JAPANESE_BEGINS) ? Charset.forName("ISO-2022-JP") : null;
  }

  private static @Nullable Charset named(Pattern pattern, String where) {
    Matcher matcher = pattern.matcher(where);
    if (!matcher.find()) {
      return null;
    }
    String name = matcher.group(1);
    if (name == null && matcher.groupCount() > 1) {
      name = matcher.group(2);
    }
    if (name == null) {
      return null;
    }
    if (NOTHING_SAID.contains(name.toLowerCase(Locale.ROOT))) {
      return null;
    }
    String meant = MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    try {
      return Charset.forName(meant);
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  private static String head(byte[] bytes) {
    return new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      return null;
    }
  }

  /** Bytes that are no valid text in any encoding that was named. */
  private static String guess(byte[] bytes, @Nullable Charset header, @Nullable Charset declared) {
    Mixed mixed = Mixed.of(bytes);
    boolean saysUtf8 =
        StandardCharsets.UTF_8.equals(header) || StandardCharsets.UTF_8.equals(declared);
    if (mixed.sequences() >= mixed.strays() || saysUtf8) {
      return mixed.text();
    }
    Charset said = header != null ? header : declared;
    if (said != null) {
      return new String(bytes, said);
    }
    CharsetMatch match = new CharsetDetector().setText(bytes).detect();
    if (match != null && match.getConfidence() >= SURE && Charset.isSupported(match.getName())) {
      return new String(bytes, Charset.forName(match.getName()));
    }
    return mixed.text();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /**
   * UTF-8 in which stray bytes are read as windows-1252: pages are glued together from parts.
   *
   * @param sequences how many characters were valid and more than one byte long
   * @param strays how many bytes were no UTF-8
   */
  private record Mixed(String text, int sequences, int strays) {

    /** What each byte is by itself. */
    private static final String SINGLE = single();

    private static String single() {
      byte[] all = new byte[256];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) i;
      }
      return new String(all, WINDOWS_1252);
    }

    static Mixed of(byte[] bytes) {
      StringBuilder text = new StringBuilder(bytes.length);
      int sequences = 0;
      int strays = 0;
      int i = 0;
      while (i < bytes.length) {
        int length = length(bytes, i);
        if (length == 1) {
          text.append((char) bytes[i++]);
          continue;
        }
        String piece =
            length == 0 ? null : strictly(slice(bytes, i, length), StandardCharsets.UTF_8);
        if (piece == null) {
          text.append(SINGLE.charAt(bytes[i] & 0xff));
          strays++;
          i++;
        } else {
          text.append(piece);
          sequences++;
          i += length;
        }
      }
      return new Mixed(text.toString(), sequences, strays);
    }

    private static byte[] slice(byte[] bytes, int from, int length) {
      return java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
    }

    /** How long the sequence is that starts here, or 0 where none can. */
    private static int length(byte[] bytes, int at) {
      int first = bytes[at] & 0xff;
      if (first < 0x80) {
        return 1;
      }
      return first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    }
  }
}
