package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files of a folder were edited: of those that were changed last, by size and time. A file of
 * many articles is not followed, as it would take more to remember than all others.
 */
final class FileEdits {

  /** How many files are followed; one that is edited is among the last that were changed. */
  static final int FOLLOWED = 1_000;

  /** The most articles of a file that is followed. */
  private static final int MOST_ARTICLES = 20;

  private final Seen seen;
  private final Map<String, String> editions = new HashMap<>();
  private final List<String> shown;

  /**
   * @param files by key, the one that was changed last at the end
   */
  FileEdits(Seen seen, Map<String, Path> files) {
    this.seen = seen;
    this.shown = new ArrayList<>(files.keySet());
    List<Map.Entry<String, Path>> newest = new ArrayList<>(files.entrySet());
    Collections.reverse(newest);
    for (Map.Entry<String, Path> file : newest.subList(0, Math.min(newest.size(), FOLLOWED))) {
      String edition = edition(file.getKey(), file.getValue().toFile());
      editions.put(file.getKey(), edition);
      shown.add(mark(file.getKey()));
      shown.add(edition);
    }
  }

  private static String mark(String key) {
    return Seen.hash(Fingerprint.of("followed file", key));
  }

  /** Of a file as it is before it is read, so that what is written meanwhile is another one. */
  private static String edition(String key, File file) {
    return Seen.hash(
        Fingerprint.of(
            "edition of file",
            key,
            String.valueOf(file.length()),
            String.valueOf(file.lastModified())));
  }

  private void follow(String key) {
    String edition = editions.get(key);
    if (edition != null) {
      seen.add(mark(key));
      seen.add(edition);
    }
  }

  /** Whether a file that was read is another now; what is compared for the first time is not. */
  boolean isEdited(String key) {
    String edition = editions.get(key);
    if (edition == null || seen.contains(edition)) {
      return false;
    }
    boolean compared = seen.contains(mark(key));
    if (!compared) {
      follow(key);
    }
    return compared;
  }

  /** Those of a file's articles that were not told before just as they are. */
  List<Article> news(String key, List<Article> articles) {
    follow(key);
    if (articles.size() > MOST_ARTICLES) {
      return seen.contains(key) ? List.of() : articles;
    }
    List<Article> news = new ArrayList<>();
    for (Article article : articles) {
      String told = Seen.hash(Fingerprint.of(article.id(), article.revision()));
      if (!seen.contains(told)) {
        seen.add(told);
        news.add(article);
      }
      shown.add(told);
    }
    return news;
  }

  /** What must be remembered: which files there are, then of the last ones, how they were. */
  List<String> shown() {
    return shown;
  }
}
