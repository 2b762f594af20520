package dev.vedette.cli;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.StorySorter;
import dev.vedette.article.Article;
import dev.vedette.config.Config;
import dev.vedette.config.WatchlistReader;
import dev.vedette.poll.PollSettings;
import dev.vedette.sink.Ink;
import dev.vedette.stream.AlertSettings;
import dev.vedette.stream.ArticleLog;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Watchlists;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vedette stories}. */
@Command(
    name = "stories",
    description = {
      "Dry run: which articles would be told as one story.",
      "They stand in the order in which they came: the first of a story at the margin, its copies"
          + " below it. For files no configuration is needed."
    },
    mixinStandardHelpOptions = true)
final class StoriesCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|DIR|URL|-",
      description = "feeds, HTML pages or texts; - is the standard input")
  private @Nullable List<String> names;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = SinceConverter.class,
      description = "the kept articles from then on: a duration such as 7d, a day or an instant")
  private @Nullable Instant since;

  @Option(names = "--entry", paramLabel = "ID", description = "only what this entry alerts of")
  private @Nullable String entry;

  @Option(names = "--copies", description = "only stories that have copies")
  private boolean copiesOnly;

  @Option(names = "--json", description = "one JSON object a line, for each story")
  private boolean json;

  @Override
  public Integer call() {
    if ((names == null) == (since == null)) {
      throw new UsageException(
          (names == null ? "nothing to sort" : "--since and " + names.get(0))
              + " (expected: either FILE, DIR, URL, - or --since)");
    }
    List<Piece> pieces = new ArrayList<>();
    if (names != null && entry == null && config.isAbsent()) {
      boolean all = fromFiles(names, PollSettings.DEFAULTS, article -> true, pieces);
      print(sort(pieces, AlertSettings.DEFAULTS), pieces.size());
      return all ? 0 : Main.FAILED;
    }
    Config read = config.readOrTellAll();
    Watchlists lists = WatchlistReader.read(read.watchlistDirectory(), read.sourceIds());
    EntryIds.require("--entry", entry, lists);
    Predicate<Article> wanted = article -> entry == null || alerts(article, lists);
    boolean all = names == null || fromFiles(names, read.poll(), wanted, pieces);
    if (since != null) {
      fromLog(since, read, wanted, pieces);
    }
    print(sort(pieces, read.alerts()), pieces.size());
    return all ? 0 : Main.FAILED;
  }

  private boolean fromFiles(
      List<String> files, PollSettings poll, Predicate<Article> wanted, List<Piece> pieces) {
    return Input.readAll(
        files,
        Instant.now(),
        poll,
        input -> input.articles().forEach(article -> add(input.file(), article, wanted, pieces)),
        spec.commandLine().getErr());
  }

  private void fromLog(Instant from, Config read, Predicate<Article> wanted, List<Piece> pieces) {
    try (Cluster cluster = Cluster.visit(read.kafka(), read.dataDirectory())) {
      cluster.requireTopics();
      new ArticleLog(cluster.clients())
          .read(
              from,
              article -> {
                String place = article.url().isEmpty() ? article.source() : article.url();
                add(place, article, wanted, pieces);
              });
    }
    pieces.sort(Comparator.comparing(piece -> piece.candidate().article().fetchedAt()));
  }

  private static void add(
      String place, Article article, Predicate<Article> wanted, List<Piece> pieces) {
    if (wanted.test(article)) {
      pieces.add(new Piece(place, StorySorter.candidate(article)));
    }
  }

  private boolean alerts(Article article, Watchlists lists) {
    return lists.match(article).stream()
        .filter(Match::alerts)
        .anyMatch(match -> match.entry().id().equals(entry));
  }

  private static List<Story> sort(List<Piece> pieces, AlertSettings settings) {
    StorySorter sorter = new StorySorter(settings.storyWindow());
    Map<String, Story> stories = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      Alert alert = sorter.tell(piece.candidate());
      if (alert == null) {
        continue;
      }
      String id = alert.story().id();
      String title = alert.article().title();
      if (alert.type() == Alert.Type.RAISED) {
        stories.put(id, new Story(id, piece.place(), title, new ArrayList<>()));
      } else if (stories.containsKey(id) && alert.story().totalCopies() <= Alert.MAX_COPIES) {
        List<Alert.Copy> copies = alert.story().copies();
        Alert.CopyKind kind = copies.get(copies.size() - 1).kind();
        stories.get(id).copies().add(new Copy(piece.place(), title, kind));
      }
    }
    return List.copyOf(stories.values());
  }

  private void print(List<Story> stories, int articles) {
    PrintWriter out = spec.commandLine().getOut();
    Ink ink = new Ink(Terminal.colour());
    for (Story story : stories) {
      if (copiesOnly && story.copies().isEmpty()) {
        continue;
      }
      out.println(json ? Json.line(story) : StoryView.of(ink, story));
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    err.printf("vedette: articles: %d, stories: %d%n", articles, stories.size());
    err.flush();
  }

  /** An article on its way, without its text. */
  private record Piece(String place, Candidate candidate) {}

  /**
   * A story, as {@code --json} prints it.
   *
   * @param id the same whenever the same articles are sorted
   * @param file where its first article is: a file as the user named it, or an address
   * @param title of its first article
   * @param copies the articles after it, at most {@link Alert#MAX_COPIES}
   */
  record Story(String id, String file, String title, List<Copy> copies) {}

  /** An article that is a copy of the first. */
  record Copy(String file, String title, Alert.CopyKind kind) {}
}
