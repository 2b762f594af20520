package dev.vedette.page;

import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The zones of plain text, whose only markup is its lines: first what each line shows by itself
 * ({@link ZoneCues}), then what it shows by its neighbours.
 */
public final class TextZones {

  /** The shortest paragraph that can open an article. */
  private static final int SHORTEST_LEAD = 60;

  private static final int LONGEST_CAPTION = 300;

  private static final int MOST_LINKS = 5;

  private final List<Line> lines;
  private final @Nullable Zone[] zones;

  private TextZones(List<Line> lines) {
    this.lines = lines;
    this.zones = new @Nullable Zone[lines.size()];
  }

  /** In order, without overlap; what none covers is the article's own text. */
  public static List<ZoneSpan> of(String text) {
    TextZones reading = new TextZones(Line.of(text));
    reading.alone();
    reading.headline();
    reading.pointers();
    reading.captions();
    reading.forms();
    reading.authors();
    reading.lead();
    return reading.spans();
  }

  private void alone() {
    for (int i = 0; i < zones.length; i++) {
      zones[i] = ZoneCues.of(lines.get(i).text());
    }
  }

  /** The title is a copy of the first line; only furniture may stand before another headline. */
  private void headline() {
    if (zones.length > 0 && zones[0] == null && ZoneCues.isHeadline(lines.get(0).text())) {
      zones[0] = Zone.TITLE;
    }
  }

  /** "Read more:" on a line of its own: the headlines under it are links. */
  private void pointers() {
    for (int i = 0; i < zones.length; i++) {
      if (zones[i] == Zone.LINK && PointerCues.isBarePointer(lines.get(i).text())) {
        for (int j = i + 1; j < zones.length && j <= i + MOST_LINKS && isLinked(j); j++) {
          zones[j] = Zone.LINK;
        }
      }
    }
  }

  private boolean isLinked(int i) {
    return zones[i] == null
        && ZoneCues.isHeadline(lines.get(i).text())
        && (lines.get(i).follows() || !lines.get(i - 1).follows());
  }

  /** What stands on a picture is printed beside its credit, and often twice. */
  private void captions() {
    for (int i = 0; i < zones.length; i++) {
      if (zones[i] != Zone.CAPTION) {
        continue;
      }
      String credit = lines.get(i).text();
      for (int beside : new int[] {i - 1, i + 1}) {
        if (isFree(beside) && credit.startsWith(lines.get(beside).text())) {
          zones[beside] = Zone.CAPTION;
        }
      }
      if (ZoneCues.isOnlyCredit(credit)) {
        credited(i, credit);
      }
    }
  }

  /** A credit alone belongs to the line below if that repeats it, else to the one above. */
  private void credited(int i, String credit) {
    if (i + 1 < zones.length && lines.get(i + 1).text().endsWith(credit)) {
      zones[i + 1] = Zone.CAPTION;
    } else if (isFree(i - 1) && lines.get(i - 1).text().length() <= LONGEST_CAPTION) {
      zones[i - 1] = Zone.CAPTION;
    }
  }

  private boolean isFree(int i) {
    return i >= 0 && i < zones.length && zones[i] == null;
  }

  /** A form's sentence may run over to the next line. */
  private void forms() {
    for (int i = 1; i < zones.length; i++) {
      Line line = lines.get(i);
      if (zones[i - 1] == Zone.NAVIGATION && line.follows() && line.startsLow() && isFree(i)) {
        zones[i] = Zone.NAVIGATION;
      }
    }
  }

  /** Those whom the byline names are told about at the end. */
  private void authors() {
    Set<String> names = new HashSet<>();
    for (Line line : lines) {
      names.addAll(ZoneCues.signatories(line.text()));
    }
    int end = zones.length - Math.max(3, zones.length / 3);
    for (int i = 0; i < zones.length; i++) {
      String text = lines.get(i).text();
      boolean late = i >= end && i > 1;
      boolean about = late && names.stream().anyMatch(name -> text.startsWith(name + " "));
      boolean lastWords = late && i >= zones.length - 6 && ZoneCues.isBiography(text);
      if (isFree(i) && (names.contains(text) || about || lastWords)) {
        zones[i] = Zone.BYLINE;
      }
    }
  }

  private void lead() {
    for (int i = 0; i < zones.length; i++) {
      if (zones[i] == null && lines.get(i).text().length() >= SHORTEST_LEAD) {
        zones[i] = Zone.LEAD;
        return;
      }
    }
  }

  private List<ZoneSpan> spans() {
    List<ZoneSpan> spans = new ArrayList<>();
    for (int i = 0; i < zones.length; i++) {
      Zone zone = zones[i];
      if (zone != null && zone != Zone.BODY) {
        spans.add(new ZoneSpan(zone, lines.get(i).start(), lines.get(i).end()));
      }
    }
    return spans;
  }

  /**
   * A line that holds something, or a paragraph where the text is wrapped by hand.
   *
   * @param text without blanks at its ends
   * @param start UTF-16 offset of its first character in the whole text
   * @param end UTF-16 offset after its last
   * @param follows whether no empty line parts it from the one before
   */
  private record Line(String text, int start, int end, boolean follows) {

    /** Lines about as long as each other were wrapped: this many characters at the least. */
    private static final int WRAPPED = 55;

    static List<Line> of(String text) {
      List<Line> lines = new ArrayList<>();
      int from = 0;
      boolean follows = false;
      while (from <= text.length()) {
        int to = text.indexOf('\n', from);
        to = to < 0 ? text.length() : to;
        Line line = trimmed(text, from, to, follows);
        if (line != null) {
          lines.add(line);
        }
        follows = line != null;
        from = to + 1;
      }
      return isWrapped(lines) ? joined(lines, text) : lines;
    }

    private static @Nullable Line trimmed(String text, int from, int to, boolean follows) {
      int start = from;
      int end = to;
      while (start < end && isBlank(text.charAt(start))) {
        start++;
      }
      while (end > start && isBlank(text.charAt(end - 1))) {
        end--;
      }
      return start == end ? null : new Line(text.substring(start, end), start, end, follows);
    }

    private static boolean isBlank(char c) {
      return c <= ' ' || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }

    /**
     * Whether most lines that go on below are of one length and end in the middle of a sentence.
     */
    private static boolean isWrapped(List<Line> lines) {
      int inside = 0;
      int wrapped = 0;
      for (int i = 0; i + 1 < lines.size(); i++) {
        if (lines.get(i + 1).follows()) {
          inside++;
          String line = lines.get(i).text();
          boolean full = line.length() >= WRAPPED && line.length() <= 2 * WRAPPED;
          wrapped += full && !ZoneCues.endsSentence(line) ? 1 : 0;
        }
      }
      return inside >= 3 && wrapped * 10 >= inside * 8;
    }

    private static List<Line> joined(List<Line> lines, String text) {
      List<Line> paragraphs = new ArrayList<>();
      for (Line line : lines) {
        if (line.follows() && !paragraphs.isEmpty()) {
          Line first = paragraphs.remove(paragraphs.size() - 1);
          String all = text.substring(first.start(), line.end()).replaceAll("\\s*\\R\\s*", " ");
          paragraphs.add(new Line(all, first.start(), line.end(), first.follows()));
        } else {
          paragraphs.add(line);
        }
      }
      return paragraphs;
    }

    boolean startsLow() {
      return Character.isLowerCase(text.codePointAt(0));
    }
  }
}
