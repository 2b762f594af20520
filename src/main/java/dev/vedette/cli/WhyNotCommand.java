package dev.vedette.cli;

import dev.vedette.article.Article;
import dev.vedette.config.Config;
import dev.vedette.config.WatchlistReader;
import dev.vedette.sink.Ink;
import dev.vedette.sink.ObstacleText;
import dev.vedette.sink.WhyNotLine;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Obstacle;
import dev.vedette.watchlist.Watchlists;
import dev.vedette.watchlist.WhyNot;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vedette why-not}. */
@Command(
    name = "why-not",
    description =
        "Why an entry raises no alert on an article: what is in the way, and the nearest miss.",
    mixinStandardHelpOptions = true)
final class WhyNotCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ENTRY", description = "the id of an entry")
  private String entry;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE|DIR|URL|-",
      description = "feeds, HTML pages or texts; - is the standard input")
  private List<String> names;

  @Option(names = "--json", description = "one JSON object a line, for each article")
  private boolean json;

  @Override
  public Integer call() {
    Config read = config.readOrTellAll();
    Watchlists lists =
        WatchlistReader.load(read.watchlistDirectory(), read.sourceIds()).watchlists();
    EntryIds.require("ENTRY", entry, lists);
    PrintWriter err = spec.commandLine().getErr();
    boolean all =
        Input.readAll(names, Instant.now(), read.poll(), input -> tell(input, lists), err);
    return all ? 0 : Main.FAILED;
  }

  private void tell(Input input, Watchlists lists) {
    for (Article article : input.articles()) {
      WhyNot whyNot = lists.whyNot(entry, article).orElseThrow();
      ObstacleText text = new ObstacleText(whyNot.entry(), article);
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          json
              ? Json.line(WhyNotLine.of(input.file(), text, whyNot))
              : told(input.file(), text, whyNot).stripTrailing());
      out.flush();
    }
  }

  private String told(String file, ObstacleText text, WhyNot whyNot) {
    Ink ink = new Ink(Terminal.colour());
    Article article = text.article();
    String title = article.title().isEmpty() ? "(no headline)" : Ink.clean(article.title());
    StringBuilder out = new StringBuilder(file).append(": ").append(title).append('\n');
    String id = ink.bold(whyNot.watchlist().id() + "/" + whyNot.entry().id());
    if (whyNot.alerts()) {
      return out.append("  ")
          .append(id)
          .append(": raises an alert")
          .append(MatchView.silence(whyNot.entry(), article.fetchedAt()))
          .append("; see `vedette match`")
          .toString();
    }
    out.append("  ").append(id).append(": no alert\n");
    for (Obstacle obstacle : whyNot.obstacles()) {
      out.append("    ").append(text.of(obstacle)).append('\n');
      ObstacleText.hits(obstacle).stream()
          .limit(1)
          .forEach(hit -> out.append("      ").append(sentence(article, hit, ink)).append('\n'));
    }
    return out.toString();
  }

  private static String sentence(Article article, Hit hit, Ink ink) {
    String text = hit.field() == Hit.Field.TITLE ? article.title() : article.body();
    return new Excerpt(text, List.of(new Excerpt.Mark(hit.start(), hit.end(), ink::mark)))
        .sentence(hit.start(), hit.end());
  }
}
