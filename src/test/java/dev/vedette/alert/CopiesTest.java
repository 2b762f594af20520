package dev.vedette.alert;

import static dev.vedette.Samples.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.alert.Alert.CopyKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which text is told as a copy of which, in whatever order they come. */
class CopiesTest {

  private static final String ENGLISH = text("english");

  /** What papers do to a report that they take over. */
  static Stream<Arguments> copies() {
    return Stream.of(
        copy("as it is", CopyKind.EXACT, text -> text),
        copy("other quotes, dashes and spaces", CopyKind.EXACT, CopiesTest::reprinted),
        copy("without line breaks", CopyKind.EXACT, text -> text.replace('\n', ' ')),
        copy("its first half", CopyKind.TRUNCATED, text -> lines(text, 0, 2)),
        copy("without its beginning", CopyKind.EXCERPT, text -> lines(text, 1, 9)),
        copy("a paragraph less", CopyKind.EDITED, text -> lines(text, 0, 1) + lines(text, 2, 9)),
        copy("every ninth word another", CopyKind.EDITED, text -> changed(text, 9)),
        copy("every fifth word misread", CopyKind.EDITED, text -> changed(text, 5)),
        copy("between notices", CopyKind.EXACT, text -> framed(text)),
        copy("its first lines between notices", CopyKind.TRUNCATED, t -> framed(lines(t, 0, 2))));
  }

  private static Arguments copy(String what, CopyKind kind, UnaryOperator<String> change) {
    return Arguments.of(what, kind, change);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("copies")
  void aReportIsKnownAgain(String what, CopyKind kind, UnaryOperator<String> change) {
    Alert alert = second(ENGLISH, change.apply(ENGLISH));

    assertThat(alert.type()).as(what).isEqualTo(Alert.Type.UPDATED);
    assertThat(alert.story().copies()).extracting(Alert.Copy::kind).containsExactly(kind);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("copies")
  void soIsTheReportAfterItsCopy(String what, CopyKind kind, UnaryOperator<String> change) {
    assertThat(second(change.apply(ENGLISH), ENGLISH).type())
        .as(what)
        .isEqualTo(Alert.Type.UPDATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"english", "russian", "chinese", "korean", "thai"})
  void soItIsInEveryScript(String language) {
    String text = text(language);
    String cut = text.substring(0, text.length() * 3 / 5);
    String edited = text.replaceFirst("300", "310").replaceFirst("11", "12") + "\n— 42.";

    assertThat(second(text, cut).story().copies())
        .extracting(Alert.Copy::kind)
        .containsExactly(CopyKind.TRUNCATED);
    assertThat(second(text, edited).story().copies())
        .extracting(Alert.Copy::kind)
        .containsExactly(CopyKind.EDITED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"russian", "chinese", "korean", "thai"})
  void aTranslationIsAnotherText(String language) {
    assertThat(second(ENGLISH, text(language)).type()).isEqualTo(Alert.Type.RAISED);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          another report of it     | Officials who watch shipping near Vladivostok counted some 300 containers as they came off a freighter at a pier of the navy this week. They were taken away by rail in 42 wagons, said one, who asked not to be named. He thought that shells were in them. The load is put at 6,500 tonnes, and the ship was there 9 times before.
          the same background      | The harbour of Nampo was closed to fishing boats on Friday after a fire on a tanker, state radio said. No one was hurt and the flames were put out by noon. Two tugs held the ship off the quay while foam was laid on the deck, and divers looked for leaks. The port will open again tomorrow, the radio said, and the boats may go out at dawn as before. The finance ministry of the third country said it was looking into the papers of the company and would withdraw them if they proved to be false.
          a round-up of the day    | A cargo ship that left the port of Rajin on Monday has unloaded some 300 containers at a military pier near Vladivostok. Snow will reach the lower valleys on Thursday, and drivers should carry chains. The orchestra has found a conductor at last: she is 34 and comes from Graz. Beekeepers report the best spring in years, with hives fuller than they have been since records began in 1961. The tram to the airport will run every 8 minutes from Sunday on. A court in Lyon has thrown out the case against a baker who sold his loaves too light.
          """)
  void whatTellsOtherThingsIsNone(String what, String other) {
    assertThat(second(ENGLISH, other).type()).as(what).isEqualTo(Alert.Type.RAISED);
    assertThat(second(other, ENGLISH).type()).as(what).isEqualTo(Alert.Type.RAISED);
  }

  /** Reports on results, quakes or matches are filled into the same sentences. */
  @Test
  void theSameSentencesWithOtherFiguresAreAnotherStory() {
    String form =
        "%s said on Tuesday that its sales rose %s percent to %s million francs in the quarter."
            + " Profit before tax came to %s million, against %s million a year before. The board"
            + " will propose to pay %s centimes a share. For the whole of the year the company"
            + " expects to grow by %s percent if the franc does not become any dearer. Its shares"
            + " were %s percent higher at noon in Zurich, in a market that hardly moved.";
    String one = form.formatted("Aldus Werke", "4.1", "812", "77", "69", "120", "5", "2.2");
    String other = form.formatted("Brenner Papier", "9.6", "1,340", "203", "188", "75", "8", "0.7");

    assertThat(second(one, other).type()).isEqualTo(Alert.Type.RAISED);
    assertThat(second(one, one.replace("hardly", "barely")).type()).isEqualTo(Alert.Type.UPDATED);
  }

  @Test
  void pagesThatShareOnlyTheirNoticesAreNoCopies() {
    String one = framed("Rain in the north has closed two roads, and the river is still rising.");
    String other = framed("The museum of clocks opens again in May after three years of work.");

    assertThat(second(one, other).type()).isEqualTo(Alert.Type.RAISED);
  }

  /** Whatever a desk puts under each of its reports is no sign of a copy after some of them. */
  @Test
  void whatStandsUnderManyReportsDoesNotCount() {
    String background = lines(ENGLISH, 2, 9);
    StorySorter sorter = new StorySorter(null);
    List<Alert.Type> types = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      types.add(tell(sorter, "a" + i, invented(i, 120) + "\n" + background).type());
    }
    String copy = invented(2, 120) + "\n" + background;

    assertThat(types).containsOnly(Alert.Type.RAISED);
    assertThat(tell(sorter, "b", copy).story().first()).isEqualTo("a2");
  }

  /** The first half and the second have nothing in common; the whole brings them together. */
  @Test
  void aFullerTextIsRememberedToo() {
    StorySorter sorter = new StorySorter(null);
    tell(sorter, "head", lines(ENGLISH, 0, 3));
    tell(sorter, "whole", ENGLISH);

    assertThat(tell(sorter, "tail", lines(ENGLISH, 2, 9)).story().first()).isEqualTo("head");
  }

  /** The index may only save work: what it finds is what comparing with every story finds. */
  @Test
  void findsWhatComparingWithEveryStoryFinds() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      texts.add(invented(i, 150));
    }
    MemoryOfAll memory = new MemoryOfAll();
    StoryIndex index = new StoryIndex(memory);
    for (int i = 0; i < texts.size(); i++) {
      memory.add(index, "a" + i, texts.get(i));
    }

    for (int i = 0; i < texts.size(); i++) {
      String copy = changed(texts.get(i), 5 + i % 9);
      assertThat(memory.found(index, copy))
          .as(copy)
          .isEqualTo("a" + i)
          .isEqualTo(memory.naive(copy));
    }
  }

  private static Alert second(String first, String then) {
    StorySorter sorter = new StorySorter(null);
    tell(sorter, "a", first);
    return tell(sorter, "b", then);
  }

  private static Alert tell(StorySorter sorter, String id, String text) {
    return sorter.tell(StorySorter.candidate(article(id, "Headline", text)));
  }

  static String text(String language) {
    try (InputStream in = CopiesTest.class.getResourceAsStream(language + ".txt")) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Words without sense, of which no two texts share a row. */
  static String invented(int seed, int words) {
    Random random = new Random(seed);
    return Stream.generate(() -> "w" + Integer.toString(random.nextInt(1_000_000), 26))
        .map(word -> word.replaceAll("\\d", "z"))
        .limit(words)
        .collect(Collectors.joining(" "));
  }

  private static String lines(String text, int from, int to) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(from, Math.min(to, lines.size()))) + "\n";
  }

  private static String changed(String text, int every) {
    String[] words = text.split(" ", -1);
    for (int i = every / 2; i < words.length; i += every) {
      words[i] = words[i] + "x";
    }
    return String.join(" ", words);
  }

  private static String reprinted(String text) {
    return text.replace("42", "“42”")
        .replace(", ", " — ")
        .replace("said", "SAID")
        .replace(" ", "  ");
  }

  private static String framed(String text) {
    return "We use cookies to run this site. Accept all cookies or manage your choice.\n"
        + "Sign up for our newsletter and get the best of the week in your inbox.\n"
        + text
        + "\nRead more: The bridge that nobody wanted\n"
        + "Follow us on every network, and download our app. All rights reserved; no part of this"
        + " page may be reproduced without permission of the publisher.";
  }
}
