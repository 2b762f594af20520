package dev.vedette.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vedette.alert.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Appends alerts to a file, a line each, and has them on the disk before it says so. What a crash
 * left of a line is cut off by the next start, which is told the alert again.
 */
final class FileSink implements AlertSink {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** A stamp, and a number where one second saw several. */
  private static final String STAMPED = "-\\d{8}-\\d{6}(-\\d+)?";

  private final FileSettings settings;
  private final AlertJson json;
  private final Clock clock;
  private final String name;

  /** How long the name is without its ending. */
  private final int stem;

  private @Nullable FileChannel channel;
  private Optional<Object> opened = Optional.empty();
  private LocalDate day = LocalDate.EPOCH;

  FileSink(FileSettings settings, AlertJson json, Clock clock) {
    this.settings = settings;
    this.json = json;
    this.clock = clock;
    this.name = String.valueOf(settings.file().getFileName());
    this.stem = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
  }

  @Override
  public synchronized Delivery deliver(Notification notification) {
    StringBuilder lines = new StringBuilder();
    for (Alert alert : notification.alerts()) {
      lines.append(json.of(alert)).append('\n');
    }
    try {
      append(ByteBuffer.wrap(lines.toString().getBytes(UTF_8)));
      return new Delivery.Delivered();
    } catch (IOException e) {
      close();
      return new Delivery.Postponed(null, "cannot write " + settings.file() + ": " + reason(e));
    }
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return e.getClass().getSimpleName() + (reason == null ? "" : ": " + reason);
  }

  private void append(ByteBuffer lines) throws IOException {
    FileChannel file = current(lines.remaining());
    long before = file.size();
    file.position(before); // others may have emptied it, as logrotate's copytruncate does
    try {
      while (lines.hasRemaining()) {
        file.write(lines);
      }
      file.force(false);
    } catch (IOException e) {
      file.truncate(before); // it is told again as a whole
      throw e;
    }
  }

  /** The file to write to; another one if the former is full or of another day. */
  private FileChannel current(int more) throws IOException {
    FileChannel file = channel;
    if (file == null || !opened.equals(key())) { // moved by others, as logrotate does
      file = open();
    }
    LocalDate today = LocalDate.now(clock);
    boolean full = file.size() + more > settings.maxBytes();
    if (file.size() > 0 && (full || (settings.daily() && !day.equals(today)))) {
      rotate();
      file = open();
    }
    day = today;
    return file;
  }

  /** Tells the file at the path from another that was there before; empty if there is none. */
  private Optional<Object> key() throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(settings.file(), BasicFileAttributes.class);
      return Optional.of(file.fileKey() == null ? settings.file() : file.fileKey());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private FileChannel open() throws IOException {
    close();
    Path parent = settings.file().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (Files.exists(settings.file())) {
      day =
          LocalDate.ofInstant(
              Files.getLastModifiedTime(settings.file()).toInstant(), clock.getZone());
    }
    FileChannel file =
        FileChannel.open(
            settings.file(),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    channel = file;
    opened = key();
    file.position(wholeLines(file));
    file.truncate(file.position());
    return file;
  }

  /** Up to the last line feed. */
  private static long wholeLines(FileChannel file) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = file.size(); end > 0; end--) {
      one.clear();
      if (file.read(one, end - 1) == 1 && one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }

  private void rotate() throws IOException {
    close();
    String stamp = "-" + STAMP.format(LocalDateTime.now(clock));
    Path former = named(stamp);
    for (int n = 2; Files.exists(former); n++) {
      former = named(stamp + "-" + n);
    }
    Files.move(settings.file(), former);
    if (settings.keep() > 0) {
      List<Path> all = former();
      for (Path old : all.subList(0, Math.max(0, all.size() - settings.keep()))) {
        Files.delete(old);
      }
    }
  }

  private Path named(String stamp) {
    return settings.file().resolveSibling(name.substring(0, stem) + stamp + name.substring(stem));
  }

  /** The former files, oldest first. */
  private List<Path> former() throws IOException {
    String pattern =
        Pattern.quote(name.substring(0, stem)) + STAMPED + Pattern.quote(name.substring(stem));
    try (Stream<Path> files = Files.list(settings.file().toAbsolutePath().getParent())) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches(pattern))
          .sorted(Comparator.comparing(FileSink::written))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
