package dev.vedette.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vedette.Samples;
import dev.vedette.alert.Alert.CopyKind;
import dev.vedette.alert.Told;
import dev.vedette.alert.Told.Carrier;
import dev.vedette.article.Fingerprint;
import dev.vedette.text.Imprint;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class ToldSerdeTest {

  private static final Serde<Told> SERDE = ToldSerde.create();

  @Test
  void whatWasWrittenIsReadBack() {
    Imprint one = Imprint.of("Sergei Shoigu arrived in Pyongyang.").thin();
    Told told =
        new Told(
            Samples.NOON,
            -7,
            List.of(one, Imprint.NONE),
            List.of(
                new Carrier(Fingerprint.of("a"), 1L << 63, 7, "wire", "", CopyKind.EXACT),
                new Carrier("folder/ä.txt", -1, -7, "", "https://x.example/ü", CopyKind.EXCERPT)),
            List.of(5L, -5L),
            7,
            true);

    assertThat(again(told)).isEqualTo(told);
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

    assertThat(SERDE.serializer().serialize("t", told)).hasSizeLessThan(400);
  }

  @Test
  void anotherFormatIsRefused() {
    assertThatThrownBy(() -> SERDE.deserializer().deserialize("t", new byte[] {9}))
        .isInstanceOf(SerializationException.class)
        .hasMessage("format: 9 (expected: 1 or 2)");
    assertThatThrownBy(() -> SERDE.deserializer().deserialize("t", new byte[] {1, 0}))
        .isInstanceOf(SerializationException.class)
        .hasMessage("not readable as Told");
  }

  private static Told again(Told told) {
    return SERDE.deserializer().deserialize("t", SERDE.serializer().serialize("t", told));
  }
}
