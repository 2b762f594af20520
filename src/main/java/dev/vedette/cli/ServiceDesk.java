package dev.vedette.cli;

import dev.vedette.alert.Feedback;
import dev.vedette.article.Article;
import dev.vedette.config.Config;
import dev.vedette.config.EntryText;
import dev.vedette.config.LiveWatchlists;
import dev.vedette.config.Problem;
import dev.vedette.history.AlertHistory;
import dev.vedette.history.ArticleHistory;
import dev.vedette.history.Place;
import dev.vedette.poll.WebSub;
import dev.vedette.stream.ArticleReader;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.FeedbackLog;
import dev.vedette.stream.HistoryFeed;
import dev.vedette.stream.HubLog;
import dev.vedette.stream.Json;
import dev.vedette.stream.PollGroup;
import dev.vedette.watchlist.Watchlists;
import dev.vedette.web.Attempt;
import dev.vedette.web.Desk;
import dev.vedette.web.HubCallbacks;
import dev.vedette.web.Live;
import dev.vedette.web.SourceView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the page asks of the running service, and the histories that are kept for it. */
final class ServiceDesk implements Desk, AutoCloseable {

  private final Path lists;
  private final LiveWatchlists watchlists;
  private final Attempts attempts;
  private final SourceStates sources;
  private final AlertHistory alerts;
  private final ArticleHistory articles;
  private final ArticleReader texts;
  private final FeedbackLog feedback;
  private final Live live;
  private final HistoryFeed feed;
  private final @Nullable HubDesk hubs;

  /** A desk whose histories do not follow their topics yet. */
  ServiceDesk(
      Supplier<Config> config, Cluster cluster, LiveWatchlists watchlists, PollGroup polls) {
    Path directory = cluster.historyDirectory();
    String id = cluster.id();
    this.lists = config.get().watchlistDirectory();
    this.watchlists = watchlists;
    this.attempts = new Attempts(config, watchlists);
    WebSub webSub = config.get().poll().webSub();
    this.sources =
        new SourceStates(
            webSub != null,
            () -> config.get().sources(),
            polls::states,
            () -> PollGroup.stored(cluster.clients()));
    this.alerts = AlertHistory.open(directory.resolve("alerts"), Json.mapper(), id);
    this.articles = ArticleHistory.open(directory.resolve("articles"), Json.mapper(), id);
    this.texts = new ArticleReader(cluster.clients());
    this.feedback = new FeedbackLog(cluster.clients());
    this.live = new Live(alerts, Json.mapper());
    this.hubs =
        webSub == null
            ? null
            : new HubDesk(webSub, () -> config.get().sources(), new HubLog(cluster.clients()));
    this.feed = new HistoryFeed(cluster.clients(), alerts, articles, live::changed);
  }

  /** Begins to follow the topics. */
  void start() {
    feed.start();
  }

  /** Why the histories stand still, in sentences; empty when all is well. */
  List<String> problems() {
    return feed.problems();
  }

  Live live() {
    return live;
  }

  @Override
  public AlertHistory alerts() {
    return alerts;
  }

  @Override
  public ArticleHistory articles() {
    return articles;
  }

  @Override
  public Optional<Article> text(Place place) {
    return texts.read(place);
  }

  @Override
  public Watchlists watchlists() {
    return watchlists.get();
  }

  @Override
  public List<String> watchlistProblems() {
    return watchlists.problems().stream().map(Problem::toString).toList();
  }

  @Override
  public Optional<String> yaml(String entry) {
    return EntryYaml.of(lists, watchlists.get(), entry);
  }

  @Override
  public Optional<ListFile> file(String watchlist) {
    return EntryText.file(lists, watchlist).map(file -> new ListFile(file.file(), file.yaml()));
  }

  @Override
  public Attempt.Result attempt(Attempt attempt) throws Attempt.Failed {
    return attempts.make(attempt);
  }

  @Override
  public Optional<HubCallbacks> hubs() {
    return Optional.ofNullable(hubs);
  }

  @Override
  public List<SourceView> sources() {
    return sources.views();
  }

  @Override
  public void say(Feedback said) {
    feedback.say(said);
  }

  @Override
  public void takeBack(String key) {
    feedback.takeBack(key);
  }

  @Override
  public void close() throws IOException {
    try (alerts;
        articles;
        texts;
        feedback;
        live;
        hubs;
        feed) {
      // in the reverse order: nothing is written to a history that is closed
    }
  }
}
