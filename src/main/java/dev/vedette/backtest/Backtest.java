package dev.vedette.backtest;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.article.Article;
import dev.vedette.backtest.BacktestReport.EntryChange;
import dev.vedette.backtest.BacktestReport.EntryNoise;
import dev.vedette.backtest.BacktestReport.EntryRef;
import dev.vedette.backtest.BacktestReport.State;
import dev.vedette.backtest.Versions.Found;
import dev.vedette.backtest.Versions.Listed;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Watchlists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sends articles through two versions of the watchlists and compares what they would have told.
 *
 * <p>What is compared are alerts, that is, stories of an entry: one that both versions tell is the
 * same, though one of them may have found it in more copies. Safe for use by several threads; the
 * order of the articles decides at most which of several copies is taken for the first.
 */
public final class Backtest {

  private static final Comparator<EntryNoise> LOUDEST_FIRST =
      Comparator.comparingLong(EntryNoise::stories)
          .thenComparingLong(EntryNoise::hits)
          .reversed()
          .thenComparing(EntryNoise::entry);

  private final Versions versions;
  private final String currentVersion;
  private final String candidateVersion;
  private final Map<String, StoryTally> stories = new HashMap<>();
  private final Map<String, NoiseTally> noise = new HashMap<>();
  private final OverlapTally overlaps = new OverlapTally();
  private long articles;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /**
   * A comparison that has seen no article yet.
   *
   * @param current the version in force
   * @param candidate the one that may take its place; the same one to look at its noise only
   * @param entry the id of the one entry that is looked at; null for all
   */
  public Backtest(Watchlists current, Watchlists candidate, @Nullable String entry) {
    this.versions = new Versions(current, candidate, entry);
    this.currentVersion = current.version();
    this.candidateVersion = candidate.version();
  }

  /** Sends one article through both versions. */
  public void read(Article article) {
    Found found = versions.match(article);
    var alike = byEntry(Candidates.of(found.alike(), candidateVersion, article));
    var before = byEntry(Candidates.of(found.before(), currentVersion, article));
    var after = byEntry(Candidates.of(found.after(), candidateVersion, article));
    List<Match> ofCandidate = new ArrayList<>(found.alike());
    ofCandidate.addAll(found.after());
    synchronized (this) {
      count(article.fetchedAt());
      alike.forEach((entry, told) -> stories(entry).add(told, told));
      after.forEach((entry, told) -> stories(entry).add(before.remove(entry), told));
      before.forEach((entry, told) -> stories(entry).add(told, null));
      ofCandidate.forEach(match -> noise(match).add(match, article.fetchedAt()));
      overlaps.add(ofCandidate);
    }
  }

  private static Map<String, Candidate> byEntry(List<Candidate> candidates) {
    return candidates.stream()
        .collect(toMap(Candidate::entry, identity(), (one, other) -> one, HashMap::new));
  }

  private void count(Instant fetchedAt) {
    articles++;
    first = first == null || fetchedAt.isBefore(first) ? fetchedAt : first;
    last = last == null || fetchedAt.isAfter(last) ? fetchedAt : last;
  }

  private StoryTally stories(String entry) {
    return stories.computeIfAbsent(entry, id -> new StoryTally());
  }

  private NoiseTally noise(Match match) {
    return noise.computeIfAbsent(match.entry().id(), id -> new NoiseTally());
  }

  /** What has been found so far. */
  public synchronized BacktestReport report() {
    return new BacktestReport(
        articles,
        first,
        last,
        currentVersion,
        candidateVersion,
        sum(StoryTally::gained),
        sum(StoryTally::lost),
        sum(StoryTally::same),
        versions.entries().stream()
            .map(this::change)
            .filter(change -> change.gained() + change.lost() > 0)
            .toList(),
        versions.entries().stream()
            .filter(entry -> noise.containsKey(entry.id()))
            .map(this::noise)
            .sorted(LOUDEST_FIRST)
            .toList(),
        versions.entries().stream()
            .filter(entry -> entry.state() != State.REMOVED && alerting(entry.id()) == 0)
            .map(entry -> new EntryRef(entry.watchlist(), entry.id(), entry.title()))
            .toList(),
        overlaps.report(this::alerting));
  }

  private long sum(ToLongFunction<StoryTally> counted) {
    return stories.values().stream().mapToLong(counted).sum();
  }

  private long alerting(String entry) {
    NoiseTally tally = noise.get(entry);
    return tally == null ? 0 : tally.articles();
  }

  private EntryChange change(Listed entry) {
    StoryTally tally = stories(entry.id());
    return new EntryChange(
        entry.watchlist(),
        entry.id(),
        entry.title(),
        entry.state(),
        tally.gained(),
        tally.lost(),
        tally.same(),
        tally.changes());
  }

  private EntryNoise noise(Listed entry) {
    NoiseTally tally = noise.getOrDefault(entry.id(), new NoiseTally());
    return new EntryNoise(
        entry.watchlist(),
        entry.id(),
        entry.title(),
        tally.articles(),
        stories(entry.id()).ofCandidate(),
        tally.hits(),
        tally.boilerplate(),
        tally.silenced(),
        tally.forms());
  }
}
