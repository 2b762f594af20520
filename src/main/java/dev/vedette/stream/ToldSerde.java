package dev.vedette.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vedette.alert.Alert.CopyKind;
import dev.vedette.alert.Told;
import dev.vedette.text.Imprint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** What is remembered of a story, in as few bytes as it needs, since there may be a million. */
final class ToldSerde {

  /** The first byte of a story whose alert was told, and of one that was only counted. */
  private static final int TOLD = 1;

  private static final int SUPPRESSED = 2;

  /** By the number that stands for each; more can only be added at the end. */
  private static final List<CopyKind> KINDS =
      List.of(
          CopyKind.EXACT,
          CopyKind.REHEADLINED,
          CopyKind.TRUNCATED,
          CopyKind.EDITED,
          CopyKind.EXCERPT);

  /** Most ids are hashes of 128 bits in hex, and take half as many bytes as letters. */
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

  private static final int HASH_BYTES = 16;

  /** In the place of a length. */
  private static final int IS_HASH = 0xffff;

  private ToldSerde() {}

  static Serde<Told> create() {
    return Serdes.serdeFrom(
        (topic, told) -> told == null ? null : write(told),
        (topic, bytes) -> bytes == null ? null : read(bytes));
  }

  private static byte[] write(Told told) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(told.suppressed() ? SUPPRESSED : TOLD);
      out.writeLong(told.since().toEpochMilli());
      out.writeInt(told.headline());
      out.writeInt(told.totalCopies());
      out.writeByte(told.imprints().size());
      for (Imprint imprint : told.imprints()) {
        byte[] marks = imprint.bytes();
        out.writeShort(marks.length);
        out.write(marks);
      }
      out.writeShort(told.carriers().size());
      for (Told.Carrier carrier : told.carriers()) {
        writeText(out, carrier.article());
        out.writeLong(carrier.revision());
        out.writeInt(carrier.hits());
        writeText(out, carrier.source());
        writeText(out, carrier.url());
        out.writeByte(KINDS.indexOf(carrier.kind()));
      }
      out.writeShort(told.unlisted().size());
      for (long article : told.unlisted()) {
        out.writeLong(article);
      }
    } catch (IOException e) {
      throw new SerializationException("cannot write Told", e);
    }
    return bytes.toByteArray();
  }

  private static Told read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readByte();
      if (format != TOLD && format != SUPPRESSED) {
        throw new SerializationException(
            "format: %d (expected: %d or %d)".formatted(format, TOLD, SUPPRESSED));
      }
      Instant since = Instant.ofEpochMilli(in.readLong());
      int headline = in.readInt();
      int totalCopies = in.readInt();
      List<Imprint> imprints = new ArrayList<>();
      for (int left = in.readByte(); left > 0; left--) {
        imprints.add(Imprint.of(in.readNBytes(in.readUnsignedShort())));
      }
      List<Told.Carrier> carriers = new ArrayList<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        carriers.add(
            new Told.Carrier(
                readText(in),
                in.readLong(),
                in.readInt(),
                readText(in),
                readText(in),
                KINDS.get(in.readUnsignedByte())));
      }
      List<Long> unlisted = new ArrayList<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        unlisted.add(in.readLong());
      }
      return new Told(
          since, headline, imprints, carriers, unlisted, totalCopies, format == SUPPRESSED);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new SerializationException("not readable as Told", e);
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    if (HASH.matcher(text).matches()) {
      out.writeShort(IS_HASH);
      out.write(HexFormat.of().parseHex(text));
      return;
    }
    byte[] letters = text.getBytes(UTF_8);
    out.writeShort(letters.length);
    out.write(letters);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readUnsignedShort();
    return length == IS_HASH
        ? HexFormat.of().formatHex(in.readNBytes(HASH_BYTES))
        : new String(in.readNBytes(length), UTF_8);
  }
}
