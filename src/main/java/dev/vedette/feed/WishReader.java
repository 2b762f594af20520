package dev.vedette.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdom2.Element;

/** Finds in a feed, as it is written, when it wants to be asked. */
final class WishReader {

  private static final int LONGEST_TTL = 7 * 24 * 60;

  private WishReader() {}

  /** Of a feed whose elements have their own names still. */
  static Wishes read(Element root) {
    List<Element> said =
        Stream.concat(root.getChildren().stream(), named(root, "channel").flatMap(WishReader::in))
            .toList();
    Set<Integer> hours = new TreeSet<>();
    Set<DayOfWeek> days = new TreeSet<>();
    Duration ttl = Duration.ZERO;
    for (Element one : said) {
      switch (name(one)) {
        case "ttl" -> ttl = Duration.ofMinutes(Math.min(number(one), LONGEST_TTL));
        case "skiphours" -> named(one, "hour").forEach(hour -> addHour(hour, hours));
        case "skipdays" -> named(one, "day").forEach(day -> addDay(day, days));
        default -> {}
      }
    }
    return new Wishes(ttl, hours, days);
  }

  private static Stream<Element> in(Element element) {
    return element.getChildren().stream();
  }

  private static Stream<Element> named(Element parent, String name) {
    return in(parent).filter(child -> name(child).equals(name));
  }

  private static String name(Element element) {
    return element.getName().toLowerCase(Locale.ROOT);
  }

  /** Zero where there is none, or one that means nothing. */
  private static int number(Element element) {
    String text = element.getTextTrim();
    return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
  }

  /** The first drafts of RSS counted from 1 to 24. */
  private static void addHour(Element hour, Set<Integer> hours) {
    if (hour.getTextTrim().matches("\\d{1,2}") && number(hour) <= 24) {
      hours.add(number(hour) % 24);
    }
  }

  private static void addDay(Element day, Set<DayOfWeek> days) {
    String text = day.getTextTrim().toUpperCase(Locale.ROOT);
    for (DayOfWeek one : DayOfWeek.values()) {
      if (one.name().equals(text)) {
        days.add(one);
      }
    }
  }
}
