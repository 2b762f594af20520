package dev.vedette.cli;

import dev.vedette.alert.DryRun;
import dev.vedette.article.Article;
import dev.vedette.config.Config;
import dev.vedette.config.ConfigException;
import dev.vedette.config.LoadedWatchlists;
import dev.vedette.config.Problem;
import dev.vedette.config.WatchlistReader;
import dev.vedette.poll.Documents;
import dev.vedette.poll.WebDocument;
import dev.vedette.sink.ObstacleText;
import dev.vedette.sink.WhyNotLine;
import dev.vedette.watchlist.Watchlists;
import dev.vedette.watchlist.WhyNot;
import dev.vedette.web.Attempt;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the watchlists, as they are or as they might be, find in a text or at an address. */
final class Attempts {

  private static final String SOURCE = "dry-run";
  private static final long PATIENCE_SECONDS = 2;

  private final Supplier<Config> config;
  private final Supplier<Watchlists> inForce;
  private final Semaphore turn;

  Attempts(Supplier<Config> config, Supplier<Watchlists> inForce) {
    this(config, inForce, new Semaphore(1));
  }

  /**
   * Attempts of which only some may be under way at once.
   *
   * @param turn has a permit for each edited watchlist that may be in memory beside those in force
   */
  Attempts(Supplier<Config> config, Supplier<Watchlists> inForce, Semaphore turn) {
    this.config = config;
    this.inForce = inForce;
    this.turn = turn;
  }

  /**
   * Tries it; nothing is kept.
   *
   * @throws Attempt.Failed if there is no article at the address or in the text, no such entry, or
   *     somebody else's edited watchlist is being tried
   */
  Attempt.Result make(Attempt attempt) throws Attempt.Failed {
    List<Article> articles = articles(attempt); // first: a slow host takes nobody's turn
    if (attempt.file().isEmpty()) {
      return new Attempt.Result(List.of(), outcomes(inForce.get(), attempt, articles));
    }
    takeTurn();
    try {
      List<String> problems = new ArrayList<>();
      Watchlists edited = edited(attempt, problems);
      return new Attempt.Result(
          problems, edited == null ? List.of() : outcomes(edited, attempt, articles));
    } finally {
      turn.release();
    }
  }

  private void takeTurn() throws Attempt.Failed {
    boolean taken = false;
    try {
      taken = turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!taken) {
      throw new Attempt.Failed("another try is running; try again");
    }
  }

  private static List<Attempt.Outcome> outcomes(
      Watchlists lists, Attempt attempt, List<Article> articles) throws Attempt.Failed {
    List<Attempt.Outcome> outcomes = new ArrayList<>();
    for (Article article : articles) {
      DryRun found = DryRun.of(SOURCE, article, lists.match(article));
      outcomes.add(new Attempt.Outcome(found, whyNot(lists, attempt.entry(), article)));
    }
    return outcomes;
  }

  private @Nullable Watchlists edited(Attempt attempt, List<String> problems) {
    Config now = config.get();
    try {
      LoadedWatchlists loaded =
          WatchlistReader.loadEdited(
              now.watchlistDirectory(), now.sourceIds(), attempt.file(), attempt.yaml());
      loaded.failures().stream().map(Problem::toString).forEach(problems::add);
      return loaded.watchlists();
    } catch (ConfigException e) {
      e.problems().stream().map(Problem::toString).forEach(problems::add);
      return null;
    }
  }

  private List<Article> articles(Attempt attempt) throws Attempt.Failed {
    Instant now = Instant.now();
    List<Article> articles;
    try {
      articles =
          attempt.address().isEmpty()
              ? new Documents()
                  .read(SOURCE, "-", attempt.text().getBytes(StandardCharsets.UTF_8), now, "")
              : WebDocument.readPublic(
                  SOURCE, URI.create(attempt.address()), config.get().poll(), now);
    } catch (IllegalArgumentException e) {
      throw new Attempt.Failed(
          "address: '" + attempt.address() + "' (expected: such as https://news.example/story)");
    } catch (IOException e) {
      throw new Attempt.Failed(String.valueOf(e.getMessage()));
    }
    if (articles.isEmpty()) {
      throw new Attempt.Failed("there is no article in it");
    }
    return articles;
  }

  private static @Nullable WhyNotLine whyNot(Watchlists lists, String entry, Article article)
      throws Attempt.Failed {
    if (entry.isEmpty()) {
      return null;
    }
    Optional<WhyNot> whyNot = lists.whyNot(entry, article);
    if (whyNot.isEmpty()) {
      throw new Attempt.Failed("no watchlist has an entry " + entry);
    }
    ObstacleText text = new ObstacleText(whyNot.get().entry(), article);
    return WhyNotLine.of(SOURCE, text, whyNot.get());
  }
}
