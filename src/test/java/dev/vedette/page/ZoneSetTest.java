package dev.vedette.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Thirty-six pages in eighteen languages whose elements say what they are, by {@code data-zone},
 * which is taken off before they are read. What has no label is furniture. Letters are counted;
 * what the reader leaves out counts as {@link Zone#NAVIGATION}.
 */
class ZoneSetTest {

  private static final Path PAGES = Path.of("src/test/resources/dev/vedette/page/zones");

  private record Count(int right, int wrong, int missed) {
    Count plus(Count other) {
      return new Count(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    double f1() {
      return 2.0 * right / (2.0 * right + wrong + missed);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "TITLE, 0.99",
    "LEAD, 0.99",
    "BODY, 0.99",
    "CAPTION, 0.99",
    "LINK, 0.98",
    "NAVIGATION, 0.97",
    "BYLINE, 0.98",
    "LEGAL, 0.98"
  })
  void knowsTheZonesOfPagesOfAllKinds(Zone zone, double floor) throws IOException {
    assertThat(scores().get(zone).f1()).as(zone + " of " + scores()).isGreaterThanOrEqualTo(floor);
  }

  private static Map<Zone, Count> scores() throws IOException {
    Map<Zone, Count> scores = new EnumMap<>(Zone.class);
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.sorted().toList()) {
        score(file, scores);
      }
    }
    return scores;
  }

  private static void score(Path file, Map<Zone, Count> scores) throws IOException {
    Document page = Jsoup.parse(Files.readString(file));
    Map<Zone, StringBuilder> labelled = new EnumMap<>(Zone.class);
    page.body().nodeStream(TextNode.class).forEach(text -> label(text, labelled));
    page.select("[data-zone]").removeAttr("data-zone");
    Map<Zone, StringBuilder> read = read(PageReader.read(page.outerHtml(), url(file), ""));
    for (Zone zone : Zone.values()) {
      if (zone != Zone.NAVIGATION) {
        scores.merge(zone, compare(labelled, read, zone), Count::plus);
      }
    }
    scores.merge(Zone.NAVIGATION, furniture(labelled, read), Count::plus);
  }

  private static void label(TextNode text, Map<Zone, StringBuilder> labelled) {
    Element label = text.parent().closest("[data-zone]");
    Zone zone =
        label == null
            ? Zone.NAVIGATION
            : Zone.valueOf(label.attr("data-zone").toUpperCase(Locale.ROOT));
    labelled.computeIfAbsent(zone, z -> new StringBuilder()).append(text.text()).append('\n');
  }

  private static URI url(Path file) {
    return URI.create("https://zones.example/" + file.getFileName());
  }

  private static Map<Zone, StringBuilder> read(PageText page) {
    Map<Zone, StringBuilder> read = new EnumMap<>(Zone.class);
    int from = 0;
    for (ZoneSpan span : page.zones()) {
      put(read, Zone.BODY, page.text().substring(from, span.start()));
      put(read, span.zone(), page.text().substring(span.start(), span.end()));
      from = span.end();
    }
    put(read, Zone.BODY, page.text().substring(from));
    return read;
  }

  private static void put(Map<Zone, StringBuilder> read, Zone zone, String text) {
    read.computeIfAbsent(zone, z -> new StringBuilder()).append(text).append('\n');
  }

  /** Words in common, weighed by their letters; texts without blanks are taken by letter. */
  private static Count compare(
      Map<Zone, StringBuilder> labelled, Map<Zone, StringBuilder> read, Zone zone) {
    int all = letters(words(labelled, zone));
    int got = letters(words(read, zone));
    int right = common(words(labelled, zone), words(read, zone));
    return new Count(right, got - right, all - right);
  }

  /** Wrong is what should have been kept and was not; missed is what was kept and should not. */
  private static Count furniture(Map<Zone, StringBuilder> labelled, Map<Zone, StringBuilder> read) {
    int kept = 0;
    int lost = 0;
    List<String> furniture = words(labelled, Zone.NAVIGATION);
    for (Zone zone : Zone.values()) {
      if (zone != Zone.NAVIGATION) {
        int all = letters(words(labelled, zone));
        int found = common(words(labelled, zone), everything(read));
        lost += all - found;
        int surplus = letters(words(read, zone)) - common(words(read, zone), everything(labelled));
        kept += Math.max(0, surplus);
      }
    }
    int right = Math.max(0, letters(furniture) - kept);
    return new Count(right, lost, kept);
  }

  private static List<String> everything(Map<Zone, StringBuilder> read) {
    return Stream.of(Zone.values())
        .filter(zone -> zone != Zone.NAVIGATION)
        .flatMap(zone -> words(read, zone).stream())
        .toList();
  }

  private static List<String> words(Map<Zone, StringBuilder> zones, Zone zone) {
    StringBuilder text = zones.getOrDefault(zone, new StringBuilder());
    return Stream.of(
            text.toString()
                .split("[^\\p{L}\\p{N}]+|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static int letters(List<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }

  private static int common(List<String> some, List<String> others) {
    List<String> left = new ArrayList<>(others);
    return some.stream().filter(left::remove).mapToInt(String::length).sum();
  }
}
