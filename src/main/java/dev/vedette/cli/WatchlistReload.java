package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigException;
import dev.vedette.config.FileWatch;
import dev.vedette.config.LiveWatchlists;
import dev.vedette.config.Problem;
import dev.vedette.config.WatchlistReader;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.StreamException;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watchlists in force, their files read again when they change. */
final class WatchlistReload {

  private static final Logger LOG = LoggerFactory.getLogger(WatchlistReload.class);

  /** Changes of entries that are told one by one. */
  private static final int MOST_CHANGES = 20;

  private static final int MOST_LOOKED_FOR = 100;

  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Config config;
  private final BooleanSupplier closed;
  private final String filesSeen;
  private final LiveWatchlists lists;
  private volatile Set<String> sourceIds;
  private volatile Consumer<Watchlists> ensureTopics = read -> {};
  private volatile Optional<String> problem = Optional.empty();

  /**
   * Reads the watchlists for the first time.
   *
   * @param closed whether it is too late to go on trying
   * @throws dev.vedette.config.ConfigException if they cannot be used
   */
  WatchlistReload(Config config, BooleanSupplier closed) {
    this.config = config;
    this.closed = closed;
    this.sourceIds = config.sourceIds();
    this.filesSeen = FileWatch.look(config.watchlistDirectory());
    this.lists = new LiveWatchlists(this::read);
  }

  LiveWatchlists lists() {
    return lists;
  }

  /** From now on a version's topics exist before it is in force. */
  void keepTopics(Cluster cluster) {
    cluster.ensureTopics(lists.get());
    ensureTopics = cluster::ensureTopics;
  }

  /**
   * Starts to follow the files.
   *
   * @param afterwards is run when they were read again
   */
  FileWatch follow(Runnable afterwards) {
    return FileWatch.start(
        config.watchlistDirectory(),
        filesSeen,
        () -> {
          reload();
          afterwards.run();
        });
  }

  /**
   * Looks whether the files would be as good with other sources as they are.
   *
   * @throws ConfigException if not; it names what would be wrong with them
   */
  void check(Set<String> otherIds) {
    Set<String> removed = new HashSet<>(sourceIds);
    removed.removeAll(otherIds);
    if (!mayName(removed)) {
      return;
    }
    List<Problem> wrong = new ArrayList<>(problems(otherIds));
    if (!wrong.isEmpty()) {
      wrong.removeAll(problems(sourceIds));
    }
    if (!wrong.isEmpty()) {
      throw new ConfigException(wrong);
    }
  }

  /** Whether one of these stands anywhere in the files, which may be too large to read again. */
  private boolean mayName(Set<String> ids) {
    if (ids.size() > MOST_LOOKED_FOR) {
      return true;
    }
    try (Stream<Path> files = Files.list(config.watchlistDirectory())) {
      for (Path file : files.filter(WatchlistReader::isWatchlist).toList()) {
        String text = Files.readString(file);
        if (ids.stream().anyMatch(text::contains)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) { // whoever reads it will say why
      return true;
    }
  }

  private List<Problem> problems(Set<String> ids) {
    try {
      WatchlistReader.load(config.watchlistDirectory(), ids);
      return List.of();
    } catch (ConfigException e) {
      return e.problems();
    }
  }

  /** From now on these are the sources; files that were refused are read again. */
  void follow(Set<String> otherIds) {
    boolean same = sourceIds.equals(otherIds);
    sourceIds = otherIds;
    if (!same && !lists.problems().isEmpty()) {
      reload();
    }
  }

  private Watchlists read() {
    Watchlists read = WatchlistReader.read(config.watchlistDirectory(), sourceIds).compile();
    ensureTopics.accept(read);
    return read;
  }

  /** Reads the files again; while topics cannot be made, tries again. */
  void reload() {
    while (!closed.getAsBoolean()) {
      try {
        Watchlists before = lists.get();
        tell(lists.reload(), before);
        problem = Optional.empty();
        return;
      } catch (StreamException | KafkaException e) {
        LOG.error("watchlists not reloaded yet, the last good ones stay: {}", e.getMessage());
        problem = Optional.of("watchlists not reloaded yet: " + e.getMessage());
        Utils.sleep(AGAIN.toMillis());
      }
    }
  }

  private void tell(LiveWatchlists.Reload reload, Watchlists before) {
    switch (reload) {
      case CHANGED -> {
        List<String> changes = ListChanges.of(before, lists.get());
        int last = changes.size() - 1;
        LOG.info("watchlists reloaded version={} {}", lists.version(), changes.get(last));
        changes.stream().limit(Math.min(last, MOST_CHANGES)).forEach(LOG::info);
      }
      case UNCHANGED -> LOG.info("watchlists unchanged version={}", lists.version());
      case REFUSED ->
          lists
              .problems()
              .forEach(
                  mistake -> LOG.error("watchlists refused, the last good ones stay: {}", mistake));
    }
  }

  /** Why the files wait to be read, in a sentence; what is wrong with them, the lists know. */
  Optional<String> problem() {
    return problem;
  }
}
