package dev.vedette.page;

import static java.util.Comparator.comparingInt;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The publication that a page belongs to, by the names it is known by: its own and its host's. */
final class SiteName {

  private static final int SHORTEST = 3;

  /** What a title must keep when a site's name is cut off it. */
  private static final int SHORTEST_TITLE = 8;

  private static final Pattern BETWEEN =
      Pattern.compile("\\s*(?:\\s[|–—·•»:~-]+|[|_»]|\\s::)\\s+|_");

  private static final Pattern BAR = Pattern.compile("\\s*[|»]\\s*");

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final List<String> names = new ArrayList<>();

  private SiteName() {}

  static SiteName of(String address, String... said) {
    SiteName site = new SiteName();
    for (String name : said) {
      site.add(name);
    }
    String host = host(address);
    site.add(host);
    site.add(Stream.of(host.split("\\.", -1)).max(comparingInt(String::length)).orElse(""));
    return site;
  }

  /** Without the labels that name no site; empty where there is none. */
  static String host(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null
          ? ""
          : host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m|amp)\\.", "");
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
  }

  private void add(String name) {
    String letters = letters(name);
    if (letters.length() >= SHORTEST) {
      names.add(letters);
    }
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Whether this is, but for a word more or less, the site's name. */
  boolean is(String words) {
    String letters = letters(words);
    return letters.length() >= SHORTEST
        && names.stream()
            .anyMatch(
                name ->
                    (letters.length() <= 2 * name.length()
                            && (letters.startsWith(name) || letters.endsWith(name)))
                        || (name.length() <= 2 * letters.length() && name.contains(letters)));
  }

  /** A title for search engines without the site's name, and without what stands after a bar. */
  String cutOff(String title) {
    return cutOff(title, BAR);
  }

  /** A title for readers without the site's name. */
  String cutOffName(String title) {
    return cutOff(title, NOTHING);
  }

  private String cutOff(String title, Pattern alwaysCut) {
    String rest = withoutBeginning(title);
    String shorter = withoutEnd(rest, alwaysCut);
    while (!shorter.equals(rest)) {
      rest = shorter;
      shorter = withoutEnd(rest, alwaysCut);
    }
    return rest;
  }

  private String withoutBeginning(String title) {
    Matcher first = BETWEEN.matcher(title);
    boolean named = first.find() && is(title.substring(0, first.start()));
    return named && title.length() - first.end() >= SHORTEST_TITLE
        ? title.substring(first.end()).strip()
        : title;
  }

  private String withoutEnd(String title, Pattern alwaysCut) {
    int start = -1;
    int end = -1;
    Matcher separator = BETWEEN.matcher(title);
    while (separator.find()) {
      start = separator.start();
      end = separator.end();
    }
    if (start < SHORTEST_TITLE) {
      return title;
    }
    boolean cut = alwaysCut.matcher(title.substring(start, end)).matches();
    return cut || is(title.substring(end)) ? title.substring(0, start).strip() : title;
  }
}
