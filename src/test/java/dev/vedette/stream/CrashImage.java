package dev.vedette.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** What a killed broker leaves on the disk, taken from one that runs and is idle. */
final class CrashImage {

  /** Of a record batch: where its length stands, and where what the length counts begins. */
  private static final int LENGTH = 8;

  private static final int BODY = 12;

  private CrashImage() {}

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : list(from)) {
      Path copy = to.resolve(file.getFileName());
      if (Files.isDirectory(file)) {
        copy(file, copy);
      } else if (!file.toString().endsWith(".tmp")) { // it may be gone the next moment
        Files.copy(file, copy);
      }
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  /** As if the kill had come before the last batch of a partition of a single segment. */
  static void dropLastBatch(Path partition) throws IOException {
    Path segment = partition.resolve("0".repeat(20) + ".log");
    try (FileChannel log =
        FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long last = 0;
      for (long at = 0; at < log.size(); at += BODY + length(log, at)) {
        last = at;
      }
      log.truncate(last);
    }
  }

  private static int length(FileChannel log, long batch) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    log.read(length, batch + LENGTH);
    return length.flip().getInt();
  }
}
