package dev.vedette.cli;

import dev.vedette.alert.DryRun;
import dev.vedette.article.Article;
import dev.vedette.config.Config;
import dev.vedette.config.WatchlistReader;
import dev.vedette.sink.Ink;
import dev.vedette.stream.ArticleLog;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Watchlists;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vedette match}. */
@Command(
    name = "match",
    description = {
      "Dry run: what the watchlists would find, and why.",
      "Reads a text, page, feed or directory, or the articles that are kept. Mentions that count"
          + " stand out; others are marked differently."
    },
    mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|DIR|URL|-",
      description =
          "feeds, HTML pages, texts, or articles as on their topic; - is the standard input")
  private @Nullable List<String> names;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = SinceConverter.class,
      description = "the kept articles from then on: a duration such as 7d, a day or an instant")
  private @Nullable Instant since;

  @Option(names = "--entry", paramLabel = "ID", description = "only what this entry finds")
  private @Nullable String entry;

  @Option(names = "--all", description = "all of each text, not only the lines with mentions")
  private boolean whole;

  @Option(names = "--json", description = "one JSON object a line, for each article")
  private boolean json;

  @Override
  public Integer call() {
    if ((names == null) == (since == null)) {
      throw new UsageException(
          (names == null ? "nothing to match" : "--since and " + names.get(0))
              + " (expected: either FILE, DIR, URL, - or --since)");
    }
    Config read = config.readOrTellAll();
    Watchlists lists = WatchlistReader.read(read.watchlistDirectory(), read.sourceIds());
    EntryIds.require("--entry", entry, lists);
    if (names == null) {
      history(read, lists);
      return 0;
    }
    PrintWriter err = spec.commandLine().getErr();
    boolean all =
        Input.readAll(names, Instant.now(), read.poll(), input -> tell(input, lists), err);
    return all ? 0 : Main.FAILED;
  }

  private void tell(Input input, Watchlists lists) {
    for (Article article : input.articles()) {
      print(input.file(), article, matches(article, lists));
    }
  }

  /** Only articles in which something was found, as most hold nothing. */
  private void history(Config read, Watchlists lists) {
    int[] counts = new int[2];
    try (Cluster cluster = Cluster.visit(read.kafka(), read.dataDirectory())) {
      cluster.requireTopics();
      new ArticleLog(cluster.clients())
          .read(
              since == null ? Instant.EPOCH : since,
              article -> {
                List<Match> matches = matches(article, lists);
                counts[0]++;
                if (!matches.isEmpty()) {
                  counts[1]++;
                  print(
                      article.url().isEmpty() ? article.source() : article.url(), article, matches);
                }
              });
    }
    PrintWriter err = spec.commandLine().getErr();
    err.printf("vedette: articles: %d, with mentions: %d%n", counts[0], counts[1]);
    err.flush();
  }

  private List<Match> matches(Article article, Watchlists lists) {
    List<Match> matches = lists.match(article);
    return entry == null
        ? matches
        : matches.stream().filter(match -> match.entry().id().equals(entry)).toList();
  }

  private void print(String file, Article article, List<Match> matches) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? Json.line(DryRun.of(file, article, matches))
            : new MatchView(new Ink(Terminal.colour()), whole)
                .of(file, article, matches)
                .stripTrailing());
    out.flush();
  }
}
