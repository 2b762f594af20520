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

  /** The first byte, as earlier versions wrote it: of a story that was told, or only counted. */
  private static final int OLD_TOLD = 1;

  private static final int OLD_SUPPRESSED = 2;

  /** The first byte of a story whose alert was told, and of one that was only counted. */
  private static final int TOLD = 3;

  private static final int SUPPRESSED = 4;

  /** The same of a story that only its first article carries, as most do. */
  private static final int TOLD_ONCE = 5;

  private static final int SUPPRESSED_ONCE = 6;

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

  /** In the place of a length; one more than the length otherwise. */
  private static final int IS_HASH = 0;

  /** The same in earlier versions. */
  private static final int OLD_IS_HASH = 0xffff;

  private ToldSerde() {}

  static Serde<Told> create() {
    return Serdes.serdeFrom(
        (topic, told) -> told == null ? null : write(told),
        (topic, bytes) -> bytes == null ? null : read(bytes));
  }

  private static byte[] write(Told told) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (isOnce(told)) {
        writeOnce(out, told);
        return bytes.toByteArray();
      }
      out.writeByte(told.suppressed() ? SUPPRESSED : TOLD);
      writeCount(out, told.since().toEpochMilli());
      out.writeInt(told.headline());
      writeCount(out, told.totalCopies());
      writeCount(out, told.imprints().size());
      for (Imprint imprint : told.imprints()) {
        byte[] marks = imprint.bytes();
        writeCount(out, marks.length);
        out.write(marks);
      }
      writeCount(out, told.carriers().size());
      for (Told.Carrier carrier : told.carriers()) {
        writeText(out, carrier.article());
        out.writeLong(carrier.revision());
        out.writeInt(carrier.hits());
        writeText(out, carrier.source());
        writeText(out, carrier.url());
        out.writeByte(KINDS.indexOf(carrier.kind()));
      }
      writeCount(out, told.unlisted().size());
      for (long article : told.unlisted()) {
        out.writeLong(article);
      }
    } catch (IOException e) {
      throw new SerializationException("cannot write Told", e);
    }
    return bytes.toByteArray();
  }

  private static boolean isOnce(Told told) {
    Told.Carrier first = told.carriers().get(0);
    return told.totalCopies() == 0
        && told.carriers().size() == 1
        && told.unlisted().isEmpty()
        && told.imprints().size() == 1
        && first.url().isEmpty()
        && first.kind() == CopyKind.EXACT;
  }

  private static void writeOnce(DataOutputStream out, Told told) throws IOException {
    Told.Carrier first = told.carriers().get(0);
    out.writeByte(told.suppressed() ? SUPPRESSED_ONCE : TOLD_ONCE);
    writeCount(out, told.since().toEpochMilli());
    out.writeInt(told.headline());
    writeText(out, first.article());
    out.writeInt(first.revision());
    out.writeInt(first.hits());
    writeText(out, first.source());
    out.write(told.imprints().get(0).bytes());
  }

  /** Seven bits to a byte, the lowest first; all but the last byte have the upper bit. */
  private static void writeCount(DataOutputStream out, long count) throws IOException {
    long left = count;
    for (; (left & ~0x7f) != 0; left >>>= 7) {
      out.writeByte((int) ((left & 0x7f) | 0x80));
    }
    out.writeByte((int) left);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    if (HASH.matcher(text).matches()) {
      writeCount(out, IS_HASH);
      out.write(HexFormat.of().parseHex(text));
      return;
    }
    byte[] letters = text.getBytes(UTF_8);
    writeCount(out, letters.length + 1);
    out.write(letters);
  }

  private static Told read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readByte();
      return switch (format) {
        case OLD_TOLD, OLD_SUPPRESSED -> new Reader(in, true).read(format == OLD_SUPPRESSED);
        case TOLD, SUPPRESSED -> new Reader(in, false).read(format == SUPPRESSED);
        case TOLD_ONCE, SUPPRESSED_ONCE ->
            new Reader(in, false).readOnce(format == SUPPRESSED_ONCE);
        default ->
            throw new SerializationException(
                "format: %d (expected: %d to %d)".formatted(format, OLD_TOLD, SUPPRESSED_ONCE));
      };
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new SerializationException("not readable as Told", e);
    }
  }

  /**
   * Reads what comes after the first byte.
   *
   * @param old whether its numbers are as wide as earlier versions wrote them
   */
  private record Reader(DataInputStream in, boolean old) {

    Told read(boolean suppressed) throws IOException {
      Instant since = Instant.ofEpochMilli(old ? in.readLong() : readCount());
      int headline = in.readInt();
      int totalCopies = old ? in.readInt() : (int) readCount();
      List<Imprint> imprints = new ArrayList<>();
      for (int left = old ? in.readByte() : (int) readCount(); left > 0; left--) {
        imprints.add(Imprint.of(in.readNBytes(readLength())));
      }
      List<Told.Carrier> carriers = new ArrayList<>();
      for (int left = readLength(); left > 0; left--) {
        carriers.add(
            new Told.Carrier(
                readText(),
                (int) in.readLong(),
                in.readInt(),
                readText(),
                readText(),
                KINDS.get(in.readUnsignedByte())));
      }
      List<Long> unlisted = new ArrayList<>();
      for (int left = readLength(); left > 0; left--) {
        unlisted.add(in.readLong());
      }
      return new Told(since, headline, imprints, carriers, unlisted, totalCopies, suppressed);
    }

    Told readOnce(boolean suppressed) throws IOException {
      Instant since = Instant.ofEpochMilli(readCount());
      int headline = in.readInt();
      Told.Carrier first =
          new Told.Carrier(readText(), in.readInt(), in.readInt(), readText(), "", CopyKind.EXACT);
      List<Imprint> imprints = List.of(Imprint.of(in.readAllBytes()));
      return new Told(since, headline, imprints, List.of(first), List.of(), 0, suppressed);
    }

    private int readLength() throws IOException {
      return old ? in.readUnsignedShort() : (int) readCount();
    }

    private long readCount() throws IOException {
      long count = 0;
      int shift = 0;
      byte next = in.readByte();
      for (; next < 0; next = in.readByte()) {
        count |= (next & 0x7fL) << shift;
        shift += 7;
      }
      return count | ((long) next << shift);
    }

    private String readText() throws IOException {
      int length = readLength();
      if (length == (old ? OLD_IS_HASH : IS_HASH)) {
        return HexFormat.of().formatHex(in.readNBytes(HASH_BYTES));
      }
      return new String(in.readNBytes(old ? length : length - 1), UTF_8);
    }
  }
}
