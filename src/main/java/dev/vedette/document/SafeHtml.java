package dev.vedette.document;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/** HTML of strangers, made harmless or made text. */
public final class SafeHtml {

  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!][^<>]*>|&#?\\w{1,32};");

  private static final OutputSettings AS_WRITTEN = new OutputSettings().prettyPrint(false);

  private static final Safelist HARMLESS =
      Safelist.relaxed()
          .addTags("article", "aside", "details", "figcaption", "figure", "footer", "header")
          .addTags("hr", "ins", "del", "main", "mark", "s", "section", "summary", "time")
          .addAttributes("time", "datetime");

  private SafeHtml() {}

  /** Without scripts, styles, frames, forms, handlers and addresses that run. */
  public static String clean(String html) {
    return MARKUP.matcher(html).find() || html.indexOf('<') >= 0
        ? Jsoup.clean(html, "", HARMLESS.preserveRelativeLinks(true), AS_WRITTEN)
        : html;
  }

  /** The words of a title or name that may or may not hold markup, on one line. */
  public static String text(String htmlOrText) {
    String text =
        MARKUP.matcher(htmlOrText).find() ? Jsoup.parseBodyFragment(htmlOrText).text() : htmlOrText;
    return line(text);
  }

  /** Text as HTML. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** With entities resolved, tags untouched. */
  static String unescape(String text) {
    return Parser.unescapeEntities(text, false);
  }

  /** On one line, without control characters. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u2028' || c == '\u2029' || c == 0x85) {
        blank = true;
      } else if (!Character.isISOControl(c) && c != '\ufeff') {
        if (blank && line.length() > 0) {
          line.append(' ');
        }
        line.append(c);
        blank = false;
      }
    }
    return line.toString();
  }
}
