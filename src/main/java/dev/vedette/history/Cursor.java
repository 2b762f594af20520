package dev.vedette.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.FieldDoc;

/** Where a list goes on: behind which moment and order. */
final class Cursor {

  private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})-(\\d{1,19})");

  private Cursor() {}

  static String of(FieldDoc last) {
    return last.fields[0] + "-" + last.fields[1];
  }

  /**
   * What {@link #of} gave.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static FieldDoc parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "after: '" + text + "' (expected: what an earlier answer gave as next)");
    }
    Object[] fields = {Long.valueOf(matcher.group(1)), Long.valueOf(matcher.group(2))};
    return new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields);
  }
}
