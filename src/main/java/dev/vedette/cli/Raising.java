package dev.vedette.cli;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.article.Article;
import dev.vedette.stream.AlertLog;
import dev.vedette.stream.ArticleLog;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.PastCandidates;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Watchlists;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What became of an entry's past.
 *
 * @param entry its id
 * @param articles how many were read
 * @param candidates how many of them the entry alerts on, each as its source read it last; all were
 *     sent to the story step
 * @param waiting whether they wait there for a service that does not run, or is slow; then the
 *     other counts are 0
 * @param raised alerts that were told now
 * @param updated copies that were told now
 * @param known candidates that had been told before, or were too old by then
 */
record Raising(
    String entry,
    long articles,
    long candidates,
    boolean waiting,
    long raised,
    long updated,
    long known) {

  /** A service that runs reads within a second or two; a busy machine takes its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Others' alerts may come without an end. */
  private static final int MOST_READS = 1_000;

  private static final Duration SILENCE = Duration.ofSeconds(1);

  /** Reads the past, sends what the entry finds there, and waits for what is told of it. */
  static Raising of(
      Cluster cluster,
      Watchlists lists,
      String entry,
      Instant since,
      ArticleLog.Progress progress) {
    Watchlists only = lists.only(Set.of(entry));
    NewestReadings found = new NewestReadings();
    AtomicLong articles = new AtomicLong();
    new ArticleLog(cluster.clients())
        .readAtOnce(
            since,
            Runtime.getRuntime().availableProcessors(),
            article -> {
              articles.incrementAndGet();
              found.add(article, candidates(only, entry, article));
            },
            progress);
    return send(cluster, entry, articles.get(), found.candidates());
  }

  private static List<Candidate> candidates(Watchlists lists, String entry, Article article) {
    List<Match> matches =
        lists.match(article).stream().filter(match -> match.entry().id().equals(entry)).toList();
    return Candidates.of(matches, lists.version(), article);
  }

  private static Raising send(
      Cluster cluster, String entry, long articles, List<Candidate> candidates) {
    PastCandidates past = new PastCandidates(cluster.clients());
    try (AlertLog log = new AlertLog(cluster.clients())) {
      PastCandidates.Sent sent = past.send(candidates);
      if (!past.isServiceRunning() || !past.awaitRead(sent, PATIENCE)) {
        return new Raising(entry, articles, candidates.size(), true, 0, 0, 0);
      }
      Set<String> ids =
          candidates.stream().map(one -> one.article().id()).collect(Collectors.toSet());
      List<Alert> told =
          rest(log).stream()
              .filter(alert -> alert.entry().equals(entry) && ids.contains(alert.article().id()))
              .toList();
      long raised = told.stream().filter(alert -> alert.type() == Alert.Type.RAISED).count();
      return new Raising(
          entry,
          articles,
          candidates.size(),
          false,
          raised,
          told.size() - raised,
          candidates.size() - told.size());
    }
  }

  private static List<Alert> rest(AlertLog log) {
    List<Alert> all = new ArrayList<>();
    List<Alert> more = log.next(SILENCE);
    for (int read = 1; !more.isEmpty() && read < MOST_READS; read++) {
      all.addAll(more);
      more = log.next(SILENCE);
    }
    all.addAll(more);
    return all;
  }

  /** In a sentence or two; ends in a line feed. */
  String text() {
    String sent = "%s: articles: %d, with an alert: %d%n".formatted(entry, articles, candidates);
    if (candidates == 0) {
      return sent;
    }
    return sent
        + (waiting
            ? "They wait for the service: it tells those that it has not told when it runs.\n"
            : "told now: %d new, %d copies; known before: %d%n".formatted(raised, updated, known));
  }
}
