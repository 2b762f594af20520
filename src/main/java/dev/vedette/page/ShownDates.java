package dev.vedette.page;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** The days that readers see on a page, by how far they stand from the title. */
final class ShownDates implements NodeFilter {

  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "svg", "select", "textarea", "iframe");

  private static final Set<String> DATE_ATTRIBUTES =
      Set.of(
          "data-date",
          "data-datetime",
          "data-pubdate",
          "data-published",
          "data-publish-date",
          "data-published-date",
          "data-publication-date",
          "data-published-at",
          "data-time",
          "data-timestamp");

  /** As much of the text before a date as may tell what it is, in UTF-16 units. */
  private static final int BEFORE = 40;

  /** A block that is longer than this is running text, where days are those of events. */
  private static final int LONGEST_LINE = 160;

  /** How far from the title the day of the article may be, in characters of visible text. */
  private static final int NEAR = 800;

  /** How far it may be if nothing tells what it is. */
  private static final int NEXT = 300;

  /** So many days are looked at, as many as a calendar or an archive beside the text may hold. */
  private static final int MOST = 200;

  /** Days before there were pages are those of what the pages are about. */
  private static final int EARLIEST = 1995;

  private final PageHeading heading;
  private final boolean monthFirst;
  private final List<Stamp> stamps = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int looked;
  private int headingStart = -1;
  private int headingEnd = -1;

  private ShownDates(PageHeading heading, boolean monthFirst) {
    this.heading = heading;
    this.monthFirst = monthFirst;
  }

  /**
   * A day on a page.
   *
   * @param at where in the page's visible text
   */
  private record Stamp(OffsetDateTime date, DateCues cue, int at) {}

  static ShownDates of(Document page, PageHeading heading, boolean monthFirst) {
    ShownDates dates = new ShownDates(heading, monthFirst);
    NodeTraversor.filter(dates, page.body());
    return dates;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode shown) {
      read(shown);
    } else if (node instanceof Element element) {
      if (UNSEEN.contains(element.normalName())) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (heading.is(element)) {
        headingStart = text.length();
      }
      String written = attribute(element);
      OffsetDateTime date = written.isEmpty() ? null : WrittenDates.read(written, monthFirst);
      if (date != null && looked++ < MOST && !isShownAsAnother(date, element)) {
        add(date, DateCues.of(element, before(""), heading));
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (heading.is(element)) {
        headingEnd = text.length();
      }
      text.append(element.isBlock() ? " " : "");
    }
    return FilterResult.CONTINUE;
  }

  /** Some attributes hold the day of the last change, and the text the one of publication. */
  private boolean isShownAsAnother(OffsetDateTime date, Element element) {
    WrittenDates.Found found = WrittenDates.first(element.ownText(), monthFirst);
    return found != null && !found.day().equals(date.toLocalDate());
  }

  private static String attribute(Element element) {
    return switch (element.normalName()) {
      case "time" ->
          element.attr("datetime").isEmpty() ? element.attr("title") : element.attr("datetime");
      case "abbr" -> element.attr("title");
      default -> dataAttribute(element);
    };
  }

  private static String dataAttribute(Element element) {
    for (Attribute attribute : element.attributes()) {
      if (DATE_ATTRIBUTES.contains(attribute.getKey())) {
        return attribute.getValue();
      }
    }
    return "";
  }

  private void read(TextNode node) {
    String shown = node.text();
    WrittenDates.Found found = WrittenDates.first(shown, monthFirst);
    Element holder = node.parent();
    if (found != null && holder != null && looked++ < MOST) {
      DateCues cue = DateCues.of(holder, before(shown.substring(0, found.start())), heading);
      boolean said = cue == DateCues.SAID || cue == DateCues.CHANGED;
      if (said || isLine(holder, cue, shown, found)) {
        add(WrittenDates.midnight(found.day()), cue);
      }
    }
    text.append(shown);
  }

  private String before(String line) {
    String before = text.substring(Math.max(0, text.length() - BEFORE)) + line;
    return before.substring(Math.max(0, before.length() - BEFORE));
  }

  private void add(OffsetDateTime date, DateCues cue) {
    if (cue != DateCues.FOREIGN && date.getYear() >= EARLIEST) {
      stamps.add(new Stamp(date, cue, text.length()));
    }
  }

  /** Whether the day stands in a line of its own or begins its block. */
  private static boolean isLine(
      Element holder, DateCues cue, String shown, WrittenDates.Found found) {
    Element block = holder;
    while (cue == DateCues.NONE && !block.isBlock() && block.parent() != null) {
      block = block.parent();
    }
    String whole = block.text();
    boolean begins = found.start() <= 3 && whole.startsWith(shown.strip());
    return whole.length() <= LONGEST_LINE || begins;
  }

  /** The day by the title that is marked as that of publication; null where none is. */
  @Nullable OffsetDateTime saidByTitle() {
    return nearest(stamp -> stamp.cue() == DateCues.SAID && distance(stamp) < NEAR);
  }

  /** The one marked so that is nearest to the title, however far; null where none is. */
  @Nullable OffsetDateTime said() {
    return nearest(stamp -> stamp.cue() == DateCues.SAID);
  }

  /** The day next to the title that nothing marks; null where there is none. */
  @Nullable OffsetDateTime besideTitle() {
    OffsetDateTime near =
        nearest(
            stamp ->
                (stamp.cue() == DateCues.AMONG_DETAILS && distance(stamp) < NEAR)
                    || (stamp.cue() == DateCues.NONE && distance(stamp) < NEXT));
    if (near == null && headingStart < 0) {
      List<OffsetDateTime> all = stamps.stream().map(Stamp::date).distinct().toList();
      return all.size() == 1 ? all.get(0) : null;
    }
    return near;
  }

  /** The day of the last change, nearest to the title; null where none is said. */
  @Nullable OffsetDateTime changed() {
    return nearest(stamp -> stamp.cue() == DateCues.CHANGED);
  }

  private @Nullable OffsetDateTime nearest(Predicate<Stamp> wanted) {
    return stamps.stream()
        .filter(wanted)
        .min(Comparator.comparingInt(this::distance))
        .map(Stamp::date)
        .orElse(null);
  }

  /** In characters of visible text; what stands before the title is twice as far. */
  private int distance(Stamp stamp) {
    if (headingStart < 0) {
      return stamp.at();
    }
    return stamp.at() >= headingEnd ? stamp.at() - headingEnd : 2 * (headingStart - stamp.at());
  }
}
