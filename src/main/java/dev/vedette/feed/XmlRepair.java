package dev.vedette.feed;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Makes XML of what publishers send for it, as far as that can be done without parsing: junk before
 * the first tag, illegal characters, document types, undeclared entities and bare ampersands. No
 * entity that a document type declares is ever expanded.
 */
final class XmlRepair {

  private static final Pattern REFERENCE =
      Pattern.compile("<!\\[CDATA\\[|<!--|&(?:#(\\d{1,8}|[xX][0-9a-fA-F]{1,7});|(\\w{1,32});)?");

  private static final Set<String> PREDEFINED = Set.of("amp", "lt", "gt", "quot", "apos");

  /** What feeds mean where HTML has changed its mind since HTML 4. */
  private static final Map<String, String> HTML_4 = Map.of("lang", "\u2329", "rang", "\u232a");

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private XmlRepair() {}

  /** From the first element on; empty where there is none. */
  static String repair(String text) {
    int start = Prolog.end(text);
    String xml = start < 0 ? "" : legal(text, start);
    return xml.indexOf('&') < 0 ? xml : references(xml);
  }

  private static String legal(String text, int start) {
    StringBuilder legal = new StringBuilder(text.length() - start);
    int kept = start;
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!isLegal(c)) {
        legal.append(text, kept, i);
        kept = next;
      }
      i = next;
    }
    return legal.append(text, kept, text.length()).toString();
  }

  private static boolean isLegal(int c) {
    boolean blank = c == '\n' || c == '\t' || c == '\r';
    boolean low = c >= 0x20 && c <= 0xd7ff;
    return blank || low || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
  }

  private static String references(String xml) {
    Matcher matcher = REFERENCE.matcher(xml);
    StringBuilder repaired = new StringBuilder(xml.length());
    int last = 0;
    while (matcher.find()) {
      repaired.append(xml, last, matcher.start());
      last = matcher.end();
      String found = matcher.group();
      if (found.charAt(0) == '<') {
        int end = xml.indexOf(found.equals("<!--") ? "-->" : "]]>", last);
        end = end < 0 ? xml.length() : end; // no reference counts in what has no end
        repaired.append(xml, matcher.start(), end);
        last = end;
        matcher.region(end, xml.length());
      } else if (matcher.group(1) != null) {
        repaired.append(numeric(found, matcher.group(1)));
      } else if (matcher.group(2) != null) {
        repaired.append(named(found, matcher.group(2)));
      } else {
        repaired.append("&amp;");
      }
    }
    return repaired.append(xml, last, xml.length()).toString();
  }

  private static String numeric(String reference, String digits) {
    boolean hex = digits.charAt(0) == 'x' || digits.charAt(0) == 'X';
    int c = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
    if (c >= 0x80 && c < 0xa0) {
      return new String(new byte[] {(byte) c}, WINDOWS_1252); // that is what is meant
    }
    return isLegal(c) && c <= Character.MAX_CODE_POINT ? reference : "";
  }

  private static String named(String reference, String name) {
    if (PREDEFINED.contains(name)) {
      return reference;
    }
    String value = HTML_4.getOrDefault(name, Entities.getByName(name));
    return value.isEmpty() ? "&amp;" + reference.substring(1) : value;
  }
}
