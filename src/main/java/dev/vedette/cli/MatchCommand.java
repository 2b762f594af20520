package dev.vedette.cli;

import static java.util.stream.Collectors.joining;

import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.alert.Stories;
import dev.vedette.article.Article;
import dev.vedette.config.Config;
import dev.vedette.config.WatchlistReader;
import dev.vedette.sink.AlertText;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Watchlists;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vedette match}. */
@Command(
    name = "match",
    description = "Dry run: what the watchlists would find in a text, page, feed or directory.",
    mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR|URL|-",
      description = "feeds, HTML pages or texts; - is the standard input")
  private List<String> names;

  @Option(names = "--json", description = "one JSON object a line, for each article")
  private boolean json;

  @Override
  public Integer call() {
    Config read = config.readOrTellAll();
    Watchlists lists = WatchlistReader.read(read.watchlistDirectory(), read.sourceIds());
    boolean all =
        Input.readAll(
            names,
            Instant.now(),
            read.poll(),
            input -> tell(input, lists),
            spec.commandLine().getErr());
    return all ? 0 : Main.FAILED;
  }

  private void tell(Input input, Watchlists watchlists) {
    for (Article article : input.articles()) {
      String text =
          json
              ? Json.line(DryRun.of(input.file(), article, watchlists))
              : told(article, watchlists);
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? text : input.file() + ": " + text.stripTrailing());
      out.flush();
    }
  }

  private static String told(Article article, Watchlists watchlists) {
    AlertText words = new AlertText(Terminal.colour(), ZoneId.systemDefault());
    List<Candidate> candidates = Candidates.of(watchlists, article);
    String alerts =
        candidates.stream()
            .map(candidate -> Stories.tell(candidate, null).alert())
            .filter(Objects::nonNull)
            .map(words::of)
            .collect(joining("\n"));
    String title = article.title().isEmpty() ? "(no headline)" : article.title();
    return "%s: alerts: %d\n%s%s"
        .formatted(
            title,
            candidates.size(),
            alerts.isEmpty() ? "" : "\n" + alerts,
            shown(article, watchlists));
  }

  private static String shown(Article article, Watchlists watchlists) {
    return watchlists.match(article).stream()
        .filter(match -> !match.alerts())
        .map(MatchCommand::shown)
        .collect(joining());
  }

  private static String why(Match match, Hit hit) {
    if (!match.entry().filters().alertsIn(hit.zone())) {
      return "mentions there do not alert by themselves";
    }
    return hit.strength() == Hit.Strength.WEAK
        ? "a weak name, and neither a strong one nor context in the text"
        : "the score is under min-score";
  }

  private static String shown(Match match) {
    return match.hits().stream()
        .map(
            hit ->
                "         no alert: %s '%s' at %d in %s (%s)%n"
                    .formatted(
                        match.entry().id(),
                        hit.surface(),
                        hit.start(),
                        hit.zone().name().toLowerCase(Locale.ROOT),
                        why(match, hit)))
        .collect(joining());
  }
}
