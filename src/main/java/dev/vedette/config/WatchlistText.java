package dev.vedette.config;

import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Name;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes entries as a watchlist file has them, for people to read on and change. */
public final class WatchlistText {

  /** What YAML takes for a text without quotation marks, wherever it stands. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N} .'’/&+-]*(?<! )");

  private static final Pattern WORD_OF_YAML =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private final StringBuilder out = new StringBuilder();
  private final Remark remark;

  /** What to say beside a name; empty for nothing. */
  @FunctionalInterface
  public interface Remark {

    /** The remark on a name of an entry, without the mark of a remark. */
    String on(Entry entry, String name);
  }

  private WatchlistText(Remark remark) {
    this.remark = remark;
  }

  /**
   * The top of a file, up to its entries.
   *
   * @param remarks lines that say where it comes from
   */
  public static String head(String watchlist, String title, List<String> remarks) {
    StringBuilder head = new StringBuilder();
    remarks.forEach(line -> head.append("# ").append(line).append('\n'));
    return head.append("watchlist: " + scalar(watchlist) + "\n")
        .append("title: " + scalar(title) + "\n")
        .append("entries:\n")
        .toString();
  }

  /** One entry; its query, filters and silence are left out, since no list has them. */
  public static String entry(Entry entry, Remark remark) {
    WatchlistText text = new WatchlistText(remark);
    text.write(entry);
    return text.out.toString();
  }

  private void write(Entry entry) {
    out.append("  - id: ").append(entry.id()).append('\n');
    out.append("    kind: ").append(entry.kind().name().toLowerCase(Locale.ROOT)).append('\n');
    boolean titled = !entry.names().isEmpty() && entry.title().equals(entry.names().get(0).text());
    if (!titled) {
      out.append("    title: ").append(scalar(entry.title())).append('\n');
    }
    names("names", entry, entry.names());
    names("weak", entry, entry.weak());
    flow("context", entry.context().stream().map(Name::text).toList());
    flow("not", entry.not().stream().map(Name::text).toList());
    flow("tags", entry.tags().stream().sorted().toList());
    tests(entry.tests());
  }

  private void names(String key, Entry entry, List<Name> names) {
    if (names.isEmpty()) {
      return;
    }
    out.append("    ").append(key).append(":\n");
    for (Name name : names) {
      String words = remark.on(entry, name.text());
      out.append("      - ")
          .append(name(name))
          .append(words.isEmpty() ? "" : "  # " + words)
          .append('\n');
    }
  }

  private static String name(Name name) {
    if (name.equals(Name.of(name.text()))) {
      return scalar(name.text());
    }
    StringBuilder map = new StringBuilder("{name: ").append(scalar(name.text()));
    if (name.match() != Name.Mode.VARIANTS) {
      map.append(", match: ").append(name.match().name().toLowerCase(Locale.ROOT));
    }
    if (name.fuzzy() > 0) {
      map.append(", fuzzy: ").append(name.fuzzy());
    }
    return map.append(name.caseSensitive() ? ", case: true}" : "}").toString();
  }

  private void tests(Entry.Tests tests) {
    if (tests.equals(Entry.Tests.NONE)) {
      return;
    }
    out.append("    tests:\n");
    block("match", tests.match());
    block("no-match", tests.noMatch());
  }

  private void block(String key, List<String> texts) {
    if (!texts.isEmpty()) {
      out.append("      ").append(key).append(":\n");
      texts.forEach(text -> out.append("        - ").append(quoted(text)).append('\n'));
    }
  }

  private void flow(String key, List<String> texts) {
    if (!texts.isEmpty()) {
      List<String> written = texts.stream().map(WatchlistText::scalar).toList();
      out.append("    ").append(key).append(": [");
      out.append(String.join(", ", written)).append("]\n");
    }
  }

  /** A text as YAML writes it, also between brackets: what is plain holds no comma or bracket. */
  static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches()
        ? text
        : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (isUnseen(c)) {
                quoted.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  /** What an editor would not show, or YAML not allow. */
  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE;
  }
}
