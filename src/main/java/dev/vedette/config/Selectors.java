package dev.vedette.config;

import dev.vedette.poll.Source;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/** The format of CSS selectors, as jsoup understands them. */
final class Selectors {

  /** A selector, kept as the text that it was checked in. */
  static final Format<String> CSS = new Format<>("a CSS selector", Selectors::check);

  /** Where a list goes on: a link on the page, or an address with a number in it. */
  static final Format<String> NEXT =
      new Format<>(
          "a CSS selector of the link to the next page, or an address with {page} in it",
          Selectors::next);

  private static final String REST = "unexpected token at '";

  private Selectors() {}

  private static @Nullable String next(String text) throws Unexpected {
    return text.contains(Source.Paging.NUMBER)
        ? (text.matches("(?i)https?://\\S+") ? text : null)
        : check(text);
  }

  private static String check(String text) throws Unexpected {
    try {
      QueryParser.parse(text);
      return text;
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw unexpected(text, e.getMessage() == null ? "" : e.getMessage());
    }
  }

  /** jsoup tells the place by the text from there on, and only for some mistakes. */
  private static Unexpected unexpected(String text, String message) {
    int rest = message.indexOf(REST);
    if (rest < 0 || text.isBlank()) {
      return Unexpected.of(CSS.expected());
    }
    String from = message.substring(rest + REST.length(), message.length() - 1);
    int position = text.endsWith(from) ? text.length() - from.length() : 0;
    String found = from.isEmpty() ? "the end of " + Words.quoted(text) : Words.quoted(from);
    return Unexpected.at(position, found + " at " + (position + 1), CSS.expected());
  }
}
