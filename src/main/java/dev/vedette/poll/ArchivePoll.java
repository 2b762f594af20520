package dev.vedette.poll;

import dev.vedette.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an archive once, some articles at each poll, and what is added to it later. How far it came
 * in a WARC file stands where others keep the ETag, so that a restart goes on there.
 */
final class ArchivePoll {

  private static final Logger LOG = LoggerFactory.getLogger(ArchivePoll.class);

  private final long maxBytes;
  private final Documents documents = new Documents();

  /**
   * @param maxBytes of one document
   */
  ArchivePoll(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  Outcome poll(Source.Archive source, PollState state, Instant now) {
    if (!Files.exists(source.path())) {
      return new Outcome.Failure(source.path() + " does not exist", null);
    }
    try {
      FolderFiles files = FolderFiles.in(source.path());
      Map<String, Path> byHash = files.byHash();
      return byHash.size() > PollState.MAX_SEEN
          ? new Outcome.Failure(
              "%d files in %s (expected: at most %d; pack them into WARC files)"
                  .formatted(byHash.size(), source.path(), PollState.MAX_SEEN),
              null)
          : new Reading(source, new Seen(state), state.etag(), now).through(files, byHash);
    } catch (IOException e) {
      String why = FolderFiles.inWords(e);
      return new Outcome.Failure(source.path() + " cannot be read: " + why, null);
    }
  }

  /** One poll's share of an archive. */
  private final class Reading {

    private final Source.Archive source;
    private final Seen seen;
    private final @Nullable String cursor;
    private final Instant now;
    private final List<Article> articles = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Budget budget = new Budget(System::nanoTime);

    Reading(Source.Archive source, Seen seen, @Nullable String cursor, Instant now) {
      this.source = source;
      this.seen = seen;
      this.cursor = cursor;
      this.now = now;
    }

    Outcome through(FolderFiles files, Map<String, Path> byHash) {
      complaints.addAll(files.complaints());
      for (Map.Entry<String, Path> file : byHash.entrySet()) {
        if (seen.contains(file.getKey())) {
          continue;
        }
        if (isFull()) {
          return outcome(byHash, null, Duration.ZERO);
        }
        String stopped = read(file.getKey(), files.name(file.getValue()), file.getValue());
        if (stopped != null) {
          return outcome(byHash, stopped, Duration.ZERO);
        }
        seen.add(file.getKey());
      }
      return outcome(byHash, null, null);
    }

    private boolean isFull() {
      return articles.size() >= Poller.MAX_ARTICLES || budget.isSpentBy(articles);
    }

    private Outcome outcome(
        Map<String, Path> byHash, @Nullable String stopped, @Nullable Duration rest) {
      int others = complaints.size() - 1;
      String complaint =
          complaints.isEmpty()
              ? null
              : complaints.get(0) + (others == 0 ? "" : " (and " + others + " more)");
      return new Outcome.Harvest(
          articles, seen.afterPart(byHash.keySet()), stopped, null, rest, rest == null, complaint);
    }

    /** Adds a file's articles; where it stopped if there was no room for all, else null. */
    private @Nullable String read(String key, String name, Path file) {
      try {
        if (WarcFile.isNamedLikeOne(file)) {
          return warc(key, name, file);
        }
        if (!FolderPoll.isArticle(file)) {
          complain(name + " left aside by its name (expected: .warc .warc.gz .txt .html .xml)");
        } else if (Files.size(file) > maxBytes) {
          complain(name + " is too large (expected: at most " + maxBytes + " bytes)");
        } else {
          String language = source.settings().language();
          articles.addAll(documents.read(source.id(), file, now, language));
        }
      } catch (IOException e) {
        complain(name + " cannot be read: " + FolderFiles.inWords(e));
      } catch (RuntimeException | StackOverflowError e) {
        complaints.add(Breakdown.of(name, e));
      }
      return null;
    }

    /** Also in the log, as the file is not looked at again. */
    private void complain(String what) {
      LOG.warn("Not read from the archive: source={} {}", source.id(), what);
      complaints.add(what);
    }

    private @Nullable String warc(String key, String name, Path file) throws IOException {
      long from = cursor != null && cursor.startsWith(key + ":") ? offset(cursor) : 0;
      try (WarcFile warc = new WarcFile(file, from, maxBytes)) {
        while (!isFull()) {
          List<Article> next = next(warc, name);
          if (next == null) {
            return null;
          }
          articles.addAll(next);
        }
        return key + ":" + warc.position();
      }
    }

    private @Nullable List<Article> next(WarcFile warc, String name) throws IOException {
      try {
        return warc.next(source.id(), now, source.settings().language());
      } catch (IOException e) {
        complain("%s is damaged after byte %d: the rest is left".formatted(name, warc.position()));
        return null;
      }
    }
  }

  private static long offset(String cursor) {
    return Long.parseLong(cursor.substring(cursor.indexOf(':') + 1));
  }
}
