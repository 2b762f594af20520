package dev.vedette.alert;

import static dev.vedette.Samples.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of one report in ten languages. Each has a file under {@code pairs}: a report, the
 * page of another outlet and a digest that it stands in, a round-up that quotes its beginning, and
 * forms with the facts that are filled into them. {@code {report}} is the whole, {@code {lead}} its
 * first line. In these and some more there is a bulletin too, a short report with one to three
 * figures.
 */
class CopyPairsTest {

  private static final List<String> LANGUAGES =
      List.of(
          "arabic",
          "chinese",
          "english",
          "french",
          "german",
          "hindi",
          "japanese",
          "korean",
          "russian",
          "thai");

  private static final List<String> MORE_LANGUAGES = List.of("georgian", "greek");

  private static final Pattern FIGURE = Pattern.compile("\\d+([.,]\\d+)?");

  /** What a sample is too coarse for. Each is a mistake that is known, not one that is right. */
  private static final Set<String> NOT_TOLD_APART =
      Set.of(
          "chinese: designations", // neither figures nor capitals say what was filled in
          "chinese: designations, which came first",
          "thai: a round-up that quotes it, which came first");

  /** The same: what a page begins with is a third of it at most, as in a round-up. */
  private static final Set<String> NOT_KNOWN_AGAIN =
      Set.of(
          "chinese: its first third in another outlet's page, which came first",
          "korean: its first third in another outlet's page, which came first",
          "thai: its first third in another outlet's page, which came first");

  static Stream<Arguments> copies() {
    List<Arguments> pairs = new ArrayList<>();
    for (String language : LANGUAGES) {
      Map<String, String> texts = texts(language);
      String report = texts.get("report");
      int third = report.length() / 3;
      Map<String, String> copies = new LinkedHashMap<>();
      copies.put("in another outlet's page", texts.get("page").replace("{report}", report));
      copies.put("in a digest", texts.get("digest").replace("{report}", report));
      copies.put("its first third", report.substring(0, third));
      copies.put(
          "its first third in another outlet's page",
          texts.get("page").replace("{report}", report.substring(0, third)));
      copies.put("its last two thirds", report.substring(third));
      copies.forEach((what, copy) -> addBothWays(pairs, language, what, report, copy));
    }
    return pairs.stream().filter(pair -> !NOT_KNOWN_AGAIN.contains(name(pair)));
  }

  static Stream<Arguments> others() {
    List<Arguments> pairs = new ArrayList<>();
    for (String language : LANGUAGES) {
      Map<String, String> texts = texts(language);
      addForms(pairs, language, texts);
      String report = texts.get("report");
      String lead = report.substring(0, report.indexOf('\n'));
      String roundUp = texts.get("round-up").replace("{lead}", lead);
      addBothWays(pairs, language, "a round-up that quotes it", report, roundUp);
    }
    MORE_LANGUAGES.forEach(language -> addForms(pairs, language, texts(language)));
    return pairs.stream().filter(pair -> !NOT_TOLD_APART.contains(name(pair)));
  }

  private static void addForms(List<Arguments> pairs, String language, Map<String, String> texts) {
    texts.forEach(
        (name, form) -> {
          if (name.startsWith("form: ")) {
            List<String> filled = filled(form);
            for (int i = 0; i < filled.size(); i++) {
              for (int j = i + 1; j < filled.size(); j++) {
                addBothWays(pairs, language, name.substring(6), filled.get(i), filled.get(j));
              }
            }
          }
        });
  }

  /** Bulletins, and reports, in which one of the figures was brought up to date. */
  static Stream<Arguments> updates() {
    List<Arguments> pairs = new ArrayList<>();
    Stream.of(LANGUAGES, MORE_LANGUAGES)
        .flatMap(List::stream)
        .forEach(
            language -> {
              Map<String, String> texts = texts(language);
              addUpdates(pairs, language, texts.get("bulletin"));
              addUpdates(pairs, language, texts.getOrDefault("report", ""));
            });
    return pairs.stream();
  }

  private static void addUpdates(List<Arguments> pairs, String language, String text) {
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      String now = another(figure.group());
      String updated = text.substring(0, figure.start()) + now + text.substring(figure.end());
      addBothWays(pairs, language, figure.group() + " that are " + now, text, updated);
    }
  }

  /** 34 for 12, 5.2 for 3.9: no digit is the same. */
  private static String another(String figure) {
    return figure
        .chars()
        .map(c -> Character.isDigit(c) ? '1' + (c - '0' + 1) % 9 : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String name(Arguments pair) {
    return pair.get()[0] + ": " + pair.get()[1];
  }

  private static void addBothWays(
      List<Arguments> pairs, String language, String what, String one, String other) {
    pairs.add(Arguments.of(language, what, one, other));
    pairs.add(Arguments.of(language, what + ", which came first", other, one));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("copies")
  void isTheSameStory(String language, String what, String first, String then) {
    assertThat(second(first, then).type())
        .as("%s: %s", language, what)
        .isEqualTo(Alert.Type.UPDATED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("updates")
  void oneFigureBroughtUpToDateIsAnEdit(String language, String what, String first, String then) {
    Alert alert = second(first, then);

    assertThat(alert.type()).as("%s: %s", language, what).isEqualTo(Alert.Type.UPDATED);
    assertThat(alert.story().copies())
        .extracting(Alert.Copy::kind)
        .containsExactly(Alert.CopyKind.EDITED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("others")
  void isAnotherStory(String language, String what, String first, String then) {
    assertThat(second(first, then).type())
        .as("%s: %s", language, what)
        .isEqualTo(Alert.Type.RAISED);
  }

  private static Alert second(String first, String then) {
    StorySorter sorter = new StorySorter(null);
    sorter.tell(StorySorter.candidate(article("a", "One headline", first)));
    return sorter.tell(StorySorter.candidate(article("b", "Another", then)));
  }

  private static Map<String, String> texts(String language) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String part : read("pairs/" + language + ".txt").split("(?m)^== ", -1)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        texts.put(part.substring(0, end), part.substring(end + 1).strip());
      }
    }
    if (LANGUAGES.contains(language)) {
      texts.computeIfAbsent("report", missing -> read(language + ".txt").strip());
    }
    return texts;
  }

  /** The form, which is the first line, with the facts of each of the other lines. */
  private static List<String> filled(String form) {
    List<String> lines = form.lines().toList();
    List<String> filled = new ArrayList<>();
    for (String facts : lines.subList(1, lines.size())) {
      String text = lines.get(0);
      String[] each = facts.split("\\|", -1);
      for (int i = 0; i < each.length; i++) {
        text = text.replace("{" + (i + 1) + "}", each[i].strip());
      }
      filled.add(text);
    }
    return filled;
  }

  private static String read(String file) {
    try (InputStream in = CopyPairsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
