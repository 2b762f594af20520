package dev.vedette.config;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when the watchlist files of a directory, or their tests, or the configuration have
 * changed, on a thread of its own.
 *
 * <p>The operating system's events make it quick, where there are any; looking at the files from
 * time to time makes it sure, since mounted directories give no events and some editors replace the
 * directory itself. A change counts once two looks in a row agree on it, so that no half-written
 * file is read.
 */
public final class FileWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

  /** How long it looks away without an event. */
  private static final Duration INTERVAL = Duration.ofSeconds(3);

  /** How long files must stay as they are to be taken for whole. */
  private static final Duration SETTLING = Duration.ofMillis(250);

  private final Path directory;
  private final Supplier<String> look;
  private final Runnable changed;
  private final Settling settling;
  private final @Nullable WatchService events;
  private final Thread thread;
  private volatile boolean closed;

  private FileWatch(Path directory, Supplier<String> look, String seen, Runnable changed) {
    this.directory = directory;
    this.look = look;
    this.changed = changed;
    this.events = events(directory);
    this.settling = new Settling(seen);
    this.thread = new Thread(this::watch, "vedette-file-watch");
    thread.setDaemon(true);
  }

  /**
   * Starts to watch the watchlists of a directory.
   *
   * @param seen by {@link #look} before the watchlists were read from it; other files are a change,
   *     even if they were written before the watch began
   * @param changed is run after each change, by the watching thread; if it throws, that is logged,
   *     and the watch goes on
   */
  public static FileWatch start(Path directory, String seen, Runnable changed) {
    return start(directory, () -> look(directory), seen, changed);
  }

  /**
   * Starts to watch whatever a look tells of the files of a directory.
   *
   * @param look gives the same as long as nothing has changed
   */
  public static FileWatch start(
      Path directory, Supplier<String> look, String seen, Runnable changed) {
    FileWatch watch = new FileWatch(directory, look, seen, changed);
    watch.thread.start();
    return watch;
  }

  /** A fingerprint of the files as they are now, be they readable or not. */
  public static String look(Path directory) {
    return WatchlistFiles.look(directory);
  }

  private static @Nullable WatchService events(Path directory) {
    try {
      return directory.getFileSystem().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      LOG.atInfo().addKeyValue("directory", directory).log("No file events; looking instead");
      return null;
    }
  }

  private void watch() {
    try {
      while (!closed) {
        await(settling.isSettled() ? INTERVAL : SETTLING);
        reloadIfChanged();
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      LOG.atDebug().addKeyValue("directory", directory).log("File watch ends");
    }
  }

  /** Waits for an event, but no longer than this; while files settle, events say nothing new. */
  private void await(Duration longest) throws InterruptedException {
    WatchKey key = settling.isSettled() ? register() : null;
    if (events == null || key == null) {
      TimeUnit.MILLISECONDS.sleep(longest.toMillis());
      return;
    }
    WatchKey event = events.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    if (event != null) {
      event.pollEvents();
      event.reset();
    }
  }

  /** Registering again is cheap, and finds a directory that was put in the place of another. */
  private @Nullable WatchKey register() {
    try {
      return events == null
          ? null
          : directory.register(
              events,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException e) {
      return null;
    }
  }

  /** A file that a reader cannot cope with can be mended, if somebody still looks at it. */
  private void reloadIfChanged() {
    try {
      if (settling.look(look.get())) {
        changed.run();
      }
    } catch (RuntimeException | Error e) {
      LOG.atError().addKeyValue("directory", directory).setCause(e).log("Reload failed");
    }
  }

  /** Ends the watch; a run of {@code changed} that has begun goes on to its end. */
  @Override
  public void close() {
    closed = true;
    try {
      if (events != null) {
        events.close();
      }
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("directory", directory).log("Closing file events failed");
    }
  }
}
