package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.document.SafeHtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a directory and those below it. A new file is a new article; one that changes later is an
 * edition of it ({@link FileEdits}). Files that are hidden, end in {@code .tmp} or {@code .part},
 * or are still being written, wait. What else lies in such a directory, by its name (notes,
 * pictures, tables), is left aside, and said; so is a file that is refused, which is not read again
 * until it changes.
 */
final class FolderPoll {

  private static final Logger LOG = LoggerFactory.getLogger(FolderPoll.class);

  /** A file that was changed this recently may still be in the making. */
  private static final Duration SETTLED = Duration.ofSeconds(1);

  /** How the names of articles end; a name without a dot is one too. */
  private static final Pattern ARTICLE =
      Pattern.compile("(?i)[^.]+|.*\\.(txt|text|html?|xhtml|xml|rss|atom|rdf|json)");

  private final PollSettings settings;
  private final Reader reader;
  private final Tries tries = new Tries();
  private final Refusals refusals = new Refusals();

  /** As {@link Documents#read(String, String, byte[], Instant, String)}. */
  interface Reader {
    List<Article> read(
        String source, String name, byte[] bytes, Instant fetchedAt, String defaultLanguage)
        throws IOException;
  }

  FolderPoll(PollSettings settings) {
    this(settings, new Documents()::read);
  }

  FolderPoll(PollSettings settings, Reader reader) {
    this.settings = settings;
    this.reader = reader;
  }

  Outcome poll(Source.Folder source, PollState state, Instant now) {
    Path directory = source.directory();
    if (!Files.isDirectory(directory)) {
      return new Outcome.Failure(directory + " is no directory", null);
    }
    try {
      FolderFiles listed = FolderFiles.in(directory);
      Map<String, Path> files = listed.byHash();
      return files.size() > PollState.MAX_SEEN
          ? new Outcome.Failure(
              "%d files in %s (expected: at most %d; move the old ones away)"
                  .formatted(files.size(), directory, PollState.MAX_SEEN),
              null)
          : harvest(source, state, now, listed, files);
    } catch (IOException e) {
      return new Outcome.Failure(
          directory + " cannot be read: " + SafeHtml.line(e.toString()), null);
    }
  }

  /** Whether a file is none of a reader's business. */
  static boolean isPassedOver(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part");
  }

  /** Whether a file's name is that of a text, a page or a feed. */
  static boolean isArticle(Path file) {
    return ARTICLE.matcher(file.getFileName().toString()).matches();
  }

  private Outcome harvest(
      Source.Folder source,
      PollState state,
      Instant now,
      FolderFiles listed,
      Map<String, Path> files) {
    Seen seen = new Seen(state);
    FileEdits edits = new FileEdits(seen, files);
    List<Article> articles = new ArrayList<>();
    Duration rest = null;
    Budget budget = new Budget(System::nanoTime);
    List<String> complaints = new ArrayList<>(listed.complaints());
    List<String> aside = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (seen.contains(file.getKey()) && !edits.isEdited(file.getKey())) {
        continue;
      }
      String name = listed.name(file.getValue());
      if (!isArticle(file.getValue())) {
        aside.add(name);
        continue;
      }
      if (articles.size() >= Poller.MAX_ARTICLES
          || (!articles.isEmpty() && budget.isSpentBy(articles))) {
        rest = Duration.ZERO;
        break;
      }
      if (isInTheMaking(file.getValue(), now)) {
        rest = SETTLED;
        continue;
      }
      String wrong = read(source, file.getKey(), name, file.getValue(), now, seen, edits, articles);
      if (wrong != null) {
        complaints.add(wrong);
      }
    }
    tries.keepOnly(source.id(), files.keySet());
    refusals.keepOnly(source.id(), files.keySet());
    if (!aside.isEmpty()) {
      complaints.add(
          "%s left aside by its name (expected: .txt .html .xml .rss .atom .json)"
              .formatted(inWords(aside)));
    }
    List<String> remembered =
        listed.complaints().isEmpty() ? seen.after(edits.shown()) : seen.afterPart(edits.shown());
    return new Outcome.Harvest(
        articles, remembered, null, null, rest, rest == null, inWords(complaints));
  }

  /** A time far in the future says nothing: the clock that set it is not this one. */
  private static boolean isInTheMaking(Path file, Instant now) {
    long age = now.toEpochMilli() - file.toFile().lastModified();
    return Math.abs(age) < SETTLED.toMillis();
  }

  private static @Nullable String inWords(List<String> complaints) {
    if (complaints.isEmpty()) {
      return null;
    }
    int others = complaints.size() - 1;
    return complaints.get(0) + (others == 0 ? "" : " (and " + others + " more)");
  }

  /** Adds the file's articles; what is wrong with it, in words, or null. */
  private @Nullable String read(
      Source.Folder source,
      String key,
      String name,
      Path file,
      Instant now,
      Seen seen,
      FileEdits edits,
      List<Article> articles) {
    long modified = file.toFile().lastModified();
    Refusals.Version version = new Refusals.Version(file.toFile().length(), modified);
    Refusals.Refusal before = refusals.of(source.id(), key, version);
    if (before != null && before.lasting()) {
      return before.why();
    }
    try {
      List<Article> found = new ArrayList<>();
      Refusals.Refusal refusal = read(source, name, file, now, found);
      if (refusal == null) {
        articles.addAll(edits.news(key, found));
        seen.add(key);
        tries.forget(source.id(), key);
        return null;
      }
      if (!refusal.equals(before)) {
        LOG.warn("File not read: source={} {}", source.id(), refusal.why());
        refusals.add(source.id(), key, version, refusal);
      }
      return refusal.why();
    } catch (RuntimeException | StackOverflowError e) {
      if (tries.wasLast(source.id(), key)) {
        seen.add(key);
      }
      return Breakdown.of(name, e);
    }
  }

  private Refusals.@Nullable Refusal read(
      Source.Folder source, String name, Path file, Instant now, List<Article> articles) {
    byte[] bytes;
    try {
      if (Files.size(file) > settings.maxBytes()) {
        String why =
            "%s is too large: %d bytes (expected: at most %d)"
                .formatted(name, Files.size(file), settings.maxBytes());
        return new Refusals.Refusal(why, true);
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      return new Refusals.Refusal(name + " cannot be read: " + FolderFiles.inWords(e), false);
    }
    try {
      articles.addAll(reader.read(source.id(), name, bytes, now, source.settings().language()));
      return null;
    } catch (IOException e) {
      return new Refusals.Refusal(name + " cannot be read: " + FolderFiles.inWords(e), true);
    }
  }
}
