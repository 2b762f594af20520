package dev.vedette.backtest;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Stories;
import dev.vedette.alert.StorySorter;
import dev.vedette.backtest.BacktestReport.ChangedAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The stories that the two versions of an entry tell. */
final class StoryTally {

  /** Mentions that are kept of an alert that only one version tells; their total is kept too. */
  private static final int MOST_HITS = 5;

  private static final Comparator<Alert> OLDEST_FIRST =
      Comparator.comparing(Alert::raisedAt).thenComparing(alert -> alert.article().id());

  private final StorySorter sorter = new StorySorter(null);
  private final Map<String, Story> stories = new HashMap<>();

  /** A story, and which of the versions tells it. */
  private static final class Story {

    private boolean before;
    private boolean after;
    private int articles;

    /** What it would be told with; null once both versions tell it. */
    private @Nullable Alert alert;

    void add(Candidate candidate, boolean inBefore, boolean inAfter) {
      before |= inBefore;
      after |= inAfter;
      articles++;
      if (inBoth()) {
        alert = null;
        return;
      }
      Alert one = Stories.alone(candidate);
      one = one.withHits(one.hits().subList(0, Math.min(MOST_HITS, one.hits().size())));
      alert = alert == null || OLDEST_FIRST.compare(one, alert) < 0 ? one : alert;
    }

    boolean inBoth() {
      return before && after;
    }

    boolean gained() {
      return after && !before;
    }

    boolean lost() {
      return before && !after;
    }
  }

  /**
   * Counts an article in which at least one version tells something.
   *
   * @param before what the current version tells; null if nothing
   * @param after what the candidate tells; null if nothing
   */
  void add(@Nullable Candidate before, @Nullable Candidate after) {
    Candidate told = after == null ? before : after;
    Alert alert = told == null ? null : sorter.tell(told);
    if (told != null && alert != null) { // null for an article that another source read too
      stories
          .computeIfAbsent(alert.story().id(), id -> new Story())
          .add(told, before != null, after != null);
    }
  }

  long gained() {
    return count(Story::gained);
  }

  long lost() {
    return count(Story::lost);
  }

  long same() {
    return count(Story::inBoth);
  }

  /** How many stories the candidate tells. */
  long ofCandidate() {
    return count(story -> story.after);
  }

  private long count(Predicate<Story> wanted) {
    return stories.values().stream().filter(wanted).count();
  }

  /** The gained ones and then the lost ones, the latest first. */
  List<ChangedAlert> changes() {
    List<ChangedAlert> changes = new ArrayList<>(changes(Story::gained));
    changes.addAll(changes(Story::lost));
    return changes;
  }

  private List<ChangedAlert> changes(Predicate<Story> wanted) {
    List<ChangedAlert> changes = new ArrayList<>();
    for (Story story : stories.values()) {
      if (wanted.test(story) && story.alert != null) {
        changes.add(new ChangedAlert(story.gained(), story.articles - 1, story.alert));
      }
    }
    changes.sort(Comparator.comparing(ChangedAlert::alert, OLDEST_FIRST).reversed());
    return changes.subList(0, Math.min(BacktestReport.MOST_LISTED, changes.size()));
  }
}
