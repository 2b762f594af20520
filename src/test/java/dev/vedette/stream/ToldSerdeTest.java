package dev.vedette.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vedette.MapMemory;
import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Alert.CopyKind;
import dev.vedette.alert.Alert.Story;
import dev.vedette.alert.Stories;
import dev.vedette.alert.StorySorter;
import dev.vedette.alert.Told;
import dev.vedette.alert.Told.Carrier;
import dev.vedette.article.Fingerprint;
import dev.vedette.text.Imprint;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldSerdeTest {

  private static final Serde<Told> SERDE = ToldSerde.create();

  /** The number under which the story of the article "a" is kept. */
  private static final long STORY =
      Long.parseUnsignedLong(Fingerprint.of(Fingerprint.of("a")).substring(0, 16), 16);

  @Test
  void whatWasWrittenIsReadBack() {
    Imprint one = Imprint.of("Sergei Shoigu arrived in Pyongyang.").thin();
    Told told =
        new Told(
            Samples.NOON,
            -7,
            List.of(one, Imprint.NONE),
            List.of(
                new Carrier(Fingerprint.of("a"), 1 << 31, 7, "wire", "", CopyKind.EXACT),
                new Carrier("folder/ä.txt", -1, -7, "", "https://x.example/ü", CopyKind.EXCERPT)),
            List.of(5L, -5L),
            7,
            true);

    assertThat(again(told)).isEqualTo(told);
  }

  @Test
  void soIsAStoryWithoutCopiesInFewerBytes() {
    Imprint imprint = Imprint.of("Sergei Shoigu arrived in Pyongyang.").thin();
    Carrier first = new Carrier("folder/ä.txt", 1 << 31, -7, "wire", "", CopyKind.EXACT);
    for (boolean suppressed : new boolean[] {false, true}) {
      Told once =
          new Told(Samples.NOON, -7, List.of(imprint), List.of(first), List.of(), 0, suppressed);
      Told more =
          new Told(Samples.NOON, -7, List.of(imprint), List.of(first), List.of(), 1, suppressed);

      assertThat(again(once)).isEqualTo(once);
      assertThat(again(more)).isEqualTo(more);
      assertThat(bytes(once)).hasSize(bytes(more).length - 11);
    }
  }

  @Test
  void everyKindHasItsNumber() {
    for (CopyKind kind : CopyKind.values()) {
      Carrier carrier = new Carrier("a", 0, 0, "s", "", kind);
      Told told = new Told(Samples.NOON, 0, List.of(), List.of(carrier), List.of(), 0);

      assertThat(again(told)).isEqualTo(told);
    }
  }

  @Test
  void aStoryOfSixHundredWordsTakesLittle() {
    String text = IntStream.range(0, 600).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    Carrier first = new Carrier(Fingerprint.of("a"), 1, 1, "ministry-news", "", CopyKind.EXACT);
    Told told =
        new Told(Samples.NOON, 1, List.of(Imprint.of(text).thin()), List.of(first), List.of(), 0);

    assertThat(bytes(told)).hasSizeLessThan(305);
  }

  /** The report of english.txt, with one copy listed and one counted, as version 1 wrote it. */
  @Test
  void aStoryThatAnEarlierVersionToldIsKnown() throws IOException {
    Told told = SERDE.deserializer().deserialize("t", earlier(1));
    Map<Long, Told> memory = new HashMap<>(Map.of(STORY, told));
    Stories stories = new Stories(new MapMemory(memory));
    String text = resource("/dev/vedette/alert/english.txt").strip();

    assertThat(tell(stories, Fingerprint.of("a"), text)).isNull();
    assertThat(tell(stories, "folder/b.txt", text)).isNull();
    assertThat(tell(stories, "c", text).story())
        .extracting(Story::first, Story::totalCopies)
        .containsExactly(Fingerprint.of("a"), 3);
    assertThat(tell(stories, "d", text.substring(0, text.length() / 2)).story().copies())
        .extracting(Alert.Copy::article, Alert.Copy::kind)
        .containsExactly(
            tuple("folder/b.txt", CopyKind.TRUNCATED),
            tuple("c", CopyKind.EXACT),
            tuple("d", CopyKind.TRUNCATED));
  }

  @Test
  void aStoryThatAnEarlierVersionToldIsWrittenAnewInFewerBytes() throws IOException {
    Told told = SERDE.deserializer().deserialize("t", earlier(1));

    assertThat(told.carriers()).hasSize(2);
    assertThat(told.unlisted()).containsExactly(5L);
    assertThat(told.suppressed()).isFalse();
    assertThat(again(told)).isEqualTo(told);
    assertThat(bytes(told)).hasSizeLessThan(earlier(1).length - 30);
  }

  /** The same report without a copy, as version 3 wrote it. */
  @Test
  void soIsOneOfTheVersionBeforeThis() throws IOException {
    Told told = SERDE.deserializer().deserialize("t", earlier(3));
    String text = resource("/dev/vedette/alert/english.txt").strip();

    assertThat(again(told)).isEqualTo(told);
    assertThat(bytes(told)).hasSize(earlier(3).length - 12);
    Stories stories = new Stories(new MapMemory(new HashMap<>(Map.of(STORY, told))));
    assertThat(tell(stories, Fingerprint.of("a"), text)).isNull();
    assertThat(tell(stories, Fingerprint.of("a"), text + " It left again.").type())
        .isEqualTo(Alert.Type.CORRECTED);
  }

  private static @Nullable Alert tell(Stories stories, String id, String text) {
    return stories.tell(StorySorter.candidate(Samples.article(id, "Visit", text)), Instant.MIN);
  }

  private static byte[] earlier(int version) throws IOException {
    return HexFormat.of()
        .parseHex(resource("/stream/told.v" + version + ".hex").replaceAll("\\s", ""));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ToldSerdeTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void anotherFormatIsRefused() {
    assertThatThrownBy(() -> SERDE.deserializer().deserialize("t", new byte[] {9}))
        .isInstanceOf(SerializationException.class)
        .hasMessage("format: 9 (expected: 1 to 6)");
    assertThatThrownBy(() -> SERDE.deserializer().deserialize("t", new byte[] {3, 0}))
        .isInstanceOf(SerializationException.class)
        .hasMessage("not readable as Told");
  }

  private static byte[] bytes(Told told) {
    return SERDE.serializer().serialize("t", told);
  }

  private static Told again(Told told) {
    return SERDE.deserializer().deserialize("t", bytes(told));
  }
}
