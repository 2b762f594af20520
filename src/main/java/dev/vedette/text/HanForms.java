package dev.vedette.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * One form for the traditional, simplified and Japanese forms of a Chinese character: the
 * simplified one, as ICU and a table of Japan's own simplifications have it.
 */
final class HanForms {

  private static final String TABLE = "shinjitai.txt";
  private static final Pattern PAIR = Pattern.compile("\\S\\S");
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");
  private static final Map<Integer, Integer> JAPANESE = japanese();
  private static final Map<Integer, Integer> KNOWN = new ConcurrentHashMap<>();

  private HanForms() {}

  /** The text with every Chinese character in its simplified form; as many characters as before. */
  static String simplified(String text) {
    if (text.codePoints().noneMatch(HanForms::isHan)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> isHan(c) ? KNOWN.computeIfAbsent(c, HanForms::find) : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isHan(int codePoint) {
    return codePoint >= 0x3400 && UScript.getScript(codePoint) == UScript.HAN;
  }

  private static int find(int codePoint) {
    Integer japanese = JAPANESE.get(codePoint);
    return japanese != null
        ? japanese
        : SIMPLIFIED.transliterate(Character.toString(codePoint)).codePointAt(0);
  }

  private static Map<Integer, Integer> japanese() {
    Map<Integer, Integer> pairs = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(HanForms.class.getResourceAsStream(TABLE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> PAIR.matcher(line).results())
          .map(pair -> pair.group().codePoints().toArray())
          .forEach(pair -> pairs.put(pair[0], pair[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
    return Map.copyOf(pairs);
  }
}
