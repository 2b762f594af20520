package dev.vedette.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files of text, whole; and in one sentence why one cannot be read. */
final class TextFile {

  /** Far above any list that is written by hand. */
  private static final long MOST_BYTES = 32L << 20;

  private TextFile() {}

  /**
   * The file as its user would name it: relative to the working directory where it lies under it.
   */
  static String nameOf(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    boolean below = absolute.startsWith(here) && !absolute.equals(here);
    return (below ? here.relativize(absolute) : absolute).toString();
  }

  /** The file's text without a byte order mark, or null after the reason was reported. */
  static @Nullable String read(Path file, Problems problems) {
    String name = nameOf(file);
    try {
      return decode(bytes(file), name, problems);
    } catch (Unexpected e) {
      problems.add(name, e.found() + " (expected: " + e.expected() + ")");
      return null;
    }
  }

  /**
   * The file's bytes.
   *
   * @throws Unexpected if it cannot be read; says why in {@code found}
   */
  static byte[] bytes(Path file) throws Unexpected {
    try {
      if (Files.isDirectory(file)) {
        throw Unexpected.at(0, "is a directory", "a file");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw Unexpected.at(0, "is too big", "at most " + (MOST_BYTES >> 20) + " MB");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw Unexpected.at(0, "does not exist", "a file");
    } catch (AccessDeniedException e) {
      throw Unexpected.at(0, "cannot be read", "the permission to read it");
    } catch (IOException e) {
      throw Unexpected.at(0, "cannot be read", "no " + e.getClass().getSimpleName());
    }
  }

  private static @Nullable String decode(byte[] bytes, String name, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
      String before = text.substring(text.lastIndexOf('\n') + 1);
      int column = before.codePointCount(0, before.length()) + 1;
      problems.add(
          new Problem(
              name,
              line,
              column,
              "not UTF-8 (expected: a text in UTF-8; iconv -t UTF-8 -f its-encoding makes one)"));
      return null;
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
