package dev.vedette.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where Vedette keeps what it must not lose, held by one process at a time.
 *
 * <pre>
 *   lock            held while a process uses the directory; opened for nothing else, since closing
 *                   any other handle on it would give the lock back
 *   pid             that process's id
 *   broker.address  host:port of the embedded broker that runs on it
 *   broker/         the embedded broker's logs
 *   streams/        the topology's local files
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {

  private static final long MIN_FREE_BYTES = 100L << 20;

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes a directory, creating it if need be.
   *
   * @throws StreamException if another process holds it, it cannot be written, or its disk is full
   */
  public static DataDirectory take(Path path) {
    return tryTake(path)
        .orElseThrow(
            () ->
                new StreamException(
                    "data directory %s is in use by another Vedette (process %s); stop that one, or give this one another: data-directory in vedette.yaml, or VEDETTE_DATA_DIRECTORY"
                        .formatted(path, holder(path)),
                    null));
  }

  /**
   * Takes a directory, unless another process holds it.
   *
   * @throws StreamException if it cannot be written, or its disk is full
   */
  public static Optional<DataDirectory> tryTake(Path path) {
    try {
      Files.createDirectories(path);
      Path file = path.resolve("lock");
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      DataDirectory taken = new DataDirectory(path, channel, lock);
      taken.checkSpace();
      Files.deleteIfExists(path.resolve("broker.address")); // of a broker that was killed
      Files.writeString(path.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
      return Optional.of(taken);
    } catch (IOException e) {
      throw new StreamException(
          "data directory %s cannot be used: %s (expected: a directory that this user may write)"
              .formatted(path, why(e)),
          e);
    }
  }

  private static String why(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return "it is a file";
    }
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    return e instanceof NoSuchFileException ? "it cannot be made there" : e.toString();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) { // held by this very process
      return null;
    }
  }

  private void checkSpace() throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < MIN_FREE_BYTES) {
      close();
      throw new StreamException(
          "data directory %s: %d MB free on its disk (expected: at least %d MB)"
              .formatted(path, free >> 20, MIN_FREE_BYTES >> 20),
          null);
    }
  }

  /** The address of the broker that runs on a directory, as its process left it there. */
  public static Optional<String> brokerAddress(Path path) {
    try {
      return Optional.of(Files.readString(path.resolve("broker.address")).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String holder(Path path) {
    try {
      return Files.readString(path.resolve("pid")).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** Whether there is next to no room left on its disk. */
  boolean isFull() {
    try {
      return Files.getFileStore(path).getUsableSpace() < MIN_FREE_BYTES / 10;
    } catch (IOException e) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  Path broker() {
    return path.resolve("broker");
  }

  void announceBroker(String address) {
    try {
      Files.writeString(path.resolve("broker.address"), address + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the directory back. */
  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
