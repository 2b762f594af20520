package dev.vedette.imports;

import dev.vedette.language.Words;
import dev.vedette.watchlist.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes names of what lists write in the place of one: with an abbreviation or the original script
 * in parentheses, in quotation marks, with remarks; several at once.
 */
final class Writing {

  private static final Pattern SEPARATOR = Pattern.compile(";|\\s[a-z]\\)\\s");
  private static final Pattern BORN = Pattern.compile(",? born \\d.*");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]*)[)\\]]");
  private static final Pattern LABEL = Pattern.compile("original script:\\s*");
  private static final Pattern QUOTED = Pattern.compile("[\"“”„«»‘'’](.+)[\"“”«»’']");
  private static final Pattern STRAY = Pattern.compile("[()\\[\\]]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final Pattern EDGES = Pattern.compile("^[,.;: ]+|[,;: ]+$");
  private static final Pattern SHORT = Pattern.compile("[A-Z][A-Z0-9&-]{1,9}");

  private final Kind kind;
  private final List<Alias> aliases = new ArrayList<>();

  private Writing(Kind kind) {
    this.kind = kind;
  }

  /** The texts that stand in the place of one: {@code Fazel Rahim; Fazil Rahim}. */
  static List<String> parts(String written) {
    return List.of(SEPARATOR.split(written));
  }

  /**
   * The names in a text; none if there is no letter or digit in it.
   *
   * @param weak whether the list calls it weak
   * @param kind whose name it is: behind a person's stand remarks, in a company's its town
   */
  static List<Alias> of(String written, boolean weak, Kind kind) {
    Writing writing = new Writing(kind);
    writing.read(BORN.matcher(written).replaceFirst(""), weak);
    return writing.aliases;
  }

  private void read(String text, boolean weak) {
    Matcher brackets = BRACKETS.matcher(text);
    StringBuilder rest = new StringBuilder();
    List<Alias> inside = new ArrayList<>();
    while (brackets.find()) {
      String outside = text.substring(0, brackets.start());
      String content = LABEL.matcher(brackets.group(1)).replaceFirst("").strip();
      boolean other = isOtherScript(outside + text.substring(brackets.end()), content);
      boolean initials = isAbbreviation(content, outside);
      if (other) {
        SEPARATOR.splitAsStream(content).map(one -> new Alias(one, weak)).forEach(inside::add);
      } else if (initials) {
        inside.add(new Alias(content, true));
      }
      boolean partOfName = kind != Kind.PERSON && !other && !initials;
      brackets.appendReplacement(
          rest, partOfName ? Matcher.quoteReplacement(brackets.group()) : " ");
    }
    brackets.appendTail(rest);
    String bare = kind == Kind.PERSON ? STRAY.matcher(rest).replaceAll(" ") : rest.toString();
    add(new Alias(bare, weak));
    inside.forEach(this::add);
  }

  /** Letters outside and inside, and none of them of one script. */
  private static boolean isOtherScript(String outside, String inside) {
    return hasLatin(outside) != hasLatin(inside) && hasLetter(outside) && hasLetter(inside);
  }

  private static boolean hasLatin(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                Character.isLetter(c)
                    && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  /** Whether these are first letters of those words, in order: {@code IRGC}. */
  private static boolean isAbbreviation(String letters, String words) {
    if (!SHORT.matcher(letters).matches()) {
      return false;
    }
    int at = 0;
    for (String word : Words.of(words)) {
      boolean same =
          at < letters.length()
              && word.startsWith(letters.substring(at, at + 1).toLowerCase(Locale.ROOT));
      at += same ? 1 : 0;
    }
    return at == letters.length();
  }

  /** What stands in quotation marks is what somebody is called by some. */
  private void add(Alias written) {
    String bare = SPACE.matcher(written.text()).replaceAll(" ").strip();
    Matcher quoted = QUOTED.matcher(bare);
    boolean inQuotes = quoted.matches();
    String name = EDGES.matcher(inQuotes ? quoted.group(1) : bare).replaceAll("");
    if (!Words.of(name).isEmpty()) {
      aliases.add(new Alias(name, written.weak() || inQuotes));
    }
  }
}
