package dev.vedette.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vedette.article.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Real texts and names, in a directory beside the project. */
public final class BenchData {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path directory;

  private BenchData(Path directory) {
    this.directory = directory;
  }

  /** Those of a directory, which may be absent. */
  public static BenchData in(Path directory) {
    return new BenchData(directory);
  }

  /** Those beside the project; {@code -Dbench.data} names another place. */
  public static BenchData ofProject() {
    return in(Path.of(System.getProperty("bench.data", "../shared/data/bench")));
  }

  /** Whether there is anything to read. */
  public boolean isThere() {
    return Files.exists(directory.resolve("texts.jsonl.gz"));
  }

  /** All texts, as the topology has its articles: read from JSON. */
  public List<Article> articles() throws IOException {
    try (BufferedReader lines = open("texts.jsonl.gz")) {
      return lines.lines().map(BenchData::article).toList();
    }
  }

  private static Article article(String line) {
    try {
      var item = MAPPER.readTree(line);
      String id = item.path("id").asText();
      String body = item.path("text").asText();
      return new Article(
          id, "", "bench", "", "", body, List.of(), "", "", null, Instant.EPOCH, false);
    } catch (IOException e) {
      throw new IllegalArgumentException("no text: " + line, e);
    }
  }

  /**
   * The names of one of the lists.
   *
   * <p>Of names that fold alike only the first is kept, since some engines know no two of them; and
   * none without a letter or digit, since none could be found.
   *
   * @param size {@code 10k}, {@code 100k} or {@code 1m}
   */
  public List<String> names(String size) throws IOException {
    Set<String> seen = new HashSet<>();
    try (BufferedReader lines = open(file(size))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(name -> !UnitFolding.words(name).isEmpty() && seen.add(UnitFolding.words(name)))
          .toList();
    }
  }

  /** Whether there is a list of this size. */
  boolean hasNames(String size) {
    return Files.exists(directory.resolve(file(size)));
  }

  /** The larger ones are packed. */
  private String file(String size) {
    String plain = "names-" + size + ".txt";
    return Files.exists(directory.resolve(plain)) ? plain : plain + ".gz";
  }

  private BufferedReader open(String file) throws IOException {
    InputStream bytes = Files.newInputStream(directory.resolve(file));
    return new BufferedReader(
        new InputStreamReader(
            file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
  }
}
