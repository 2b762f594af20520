package dev.vedette.web;

import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.article.Article;
import dev.vedette.history.AlertHistory;
import dev.vedette.history.ArticleHistory;
import dev.vedette.history.HistoryFixture;
import dev.vedette.history.Place;
import dev.vedette.history.Place.Log;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Watchlists;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A service without a broker: real histories, filled by hand. */
final class TestDesk implements Desk, AutoCloseable {

  Optional<HubCallbacks> hubs = Optional.empty();

  final Live live;
  private final AlertHistory alerts;
  private final ArticleHistory articles;
  private final Map<Place, Article> texts = new ConcurrentHashMap<>();
  private volatile Watchlists watchlists =
      Samples.watchlists(Samples.entry("shoigu", "Sergei Shoigu"));
  private volatile List<SourceView> sources = List.of(source("wire", "The wire", "ok"));
  private long offset;
  private long said;

  TestDesk(Path directory) {
    alerts = AlertHistory.open(directory.resolve("alerts"), Json.mapper(), "cluster");
    articles = ArticleHistory.open(directory.resolve("articles"), Json.mapper(), "cluster");
    live = new Live(alerts, Json.mapper());
  }

  /** A page on this desk, at a port that is free. */
  WebServer serve() throws IOException {
    return serve(null);
  }

  /**
   * The same.
   *
   * @param token the file of the token that is asked for behind a proxy; null if none is
   */
  WebServer serve(@Nullable Path token) throws IOException {
    return WebServer.start(
        new WebSettings(true, "127.0.0.1", 0, token, token != null),
        () -> new Status(true, List.of(), Map.of()),
        MetricSnapshots::new,
        this,
        live,
        Json.mapper());
  }

  /** Raises alerts all at once, and tells whoever listens. */
  synchronized void raise(Alert... some) {
    for (Alert alert : some) {
      alerts.add(alert, HistoryFixture.at(offset++));
    }
    live.changed(alerts.positions(), alerts.show());
  }

  /** Puts other watchlists in force. */
  void watch(Watchlists others) {
    watchlists = others;
  }

  synchronized void publish(Article article) {
    Place place = new Place(Log.ARTICLES, 0, texts.size());
    texts.put(place, article);
    articles.add(article, place);
    articles.show();
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
    return Optional.ofNullable(texts.get(place));
  }

  @Override
  public Watchlists watchlists() {
    return watchlists;
  }

  @Override
  public List<String> watchlistProblems() {
    return List.of("list.yaml:3:5: entries[0]: unknown key 'nmaes' (expected: names)");
  }

  @Override
  public Optional<String> yaml(String entry) {
    return entry.equals("shoigu")
        ? Optional.of("- id: shoigu\n  names: [Sergei Shoigu]")
        : Optional.empty();
  }

  @Override
  public Optional<ListFile> file(String watchlist) {
    return watchlist.equals("list")
        ? Optional.of(new ListFile("list.yaml", "watchlist: list"))
        : Optional.empty();
  }

  @Override
  public Attempt.Result attempt(Attempt attempt) throws Attempt.Failed {
    throw new Attempt.Failed("there is no article in it");
  }

  /** Puts others in the place of the one source. */
  void poll(List<SourceView> others) {
    sources = List.copyOf(others);
  }

  static SourceView source(String id, String title, String state) {
    return new SourceView(
        id,
        title,
        "feed",
        "https://" + id + ".example/feed",
        !state.equals("off"),
        state,
        "",
        0,
        null,
        Samples.NOON,
        Samples.NOON,
        Samples.NOON,
        Samples.NOON,
        21_600L,
        7,
        600);
  }

  @Override
  public List<SourceView> sources() {
    return sources;
  }

  @Override
  public synchronized void say(Feedback feedback) {
    write(feedback.key(), feedback);
  }

  @Override
  public synchronized void takeBack(String key) {
    write(key, null);
  }

  private void write(String key, Feedback feedback) {
    alerts.say(key, feedback, new Place(Log.FEEDBACK, 0, said++));
    live.changed(alerts.positions(), alerts.show());
  }

  @Override
  public void close() throws IOException {
    live.close();
    articles.close();
    alerts.close();
  }

  @Override
  public Optional<HubCallbacks> hubs() {
    return hubs;
  }
}
