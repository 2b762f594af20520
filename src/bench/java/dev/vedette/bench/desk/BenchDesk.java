package dev.vedette.bench.desk;

import dev.vedette.alert.Feedback;
import dev.vedette.article.Article;
import dev.vedette.history.AlertHistory;
import dev.vedette.history.ArticleHistory;
import dev.vedette.history.Place;
import dev.vedette.watchlist.Watchlists;
import dev.vedette.web.Attempt;
import dev.vedette.web.Desk;
import dev.vedette.web.SourceView;
import java.util.List;
import java.util.Optional;

/** A desk that shows its histories and has nothing else. */
record BenchDesk(AlertHistory alerts, ArticleHistory articles) implements Desk {

  @Override
  public Optional<Article> text(Place place) {
    return Optional.empty();
  }

  @Override
  public Watchlists watchlists() {
    return Watchlists.of(List.of(), "none");
  }

  @Override
  public List<String> watchlistProblems() {
    return List.of();
  }

  @Override
  public Optional<String> yaml(String entry) {
    return Optional.empty();
  }

  @Override
  public Optional<ListFile> file(String watchlist) {
    return Optional.empty();
  }

  @Override
  public Attempt.Result attempt(Attempt attempt) throws Attempt.Failed {
    throw new Attempt.Failed("nothing is tried here");
  }

  @Override
  public List<SourceView> sources() {
    return List.of();
  }

  @Override
  public void say(Feedback feedback) {
    throw new UnsupportedOperationException("nothing is said here");
  }

  @Override
  public void takeBack(String key) {
    throw new UnsupportedOperationException("nothing is said here");
  }
}
