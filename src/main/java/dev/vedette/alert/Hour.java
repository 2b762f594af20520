package dev.vedette.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An hour of an entry's new alerts. It begins with the first of them, and ends with an article that
 * was fetched an hour later; or, where none comes, when the clock has gone on by an hour. So what
 * has piled up while nobody read it is judged by the hours in which it was published.
 *
 * @param from when the first article was fetched
 * @param deadline when it ends on the clock
 * @param told how many alerts were told one by one
 * @param counted how many were not
 * @param first when the first of these would have been raised; null if there is none
 * @param until when the last of them would have been; null if there is none
 * @param last the last few of them, oldest first, each with its first mentions
 */
public record Hour(
    Instant from,
    Instant deadline,
    int told,
    int counted,
    @Nullable Instant first,
    @Nullable Instant until,
    List<Alert> last) {

  private static final Duration LENGTH = Duration.ofHours(1);

  /** How many are kept, as one that is told after all cannot stand for the others. */
  private static final int FEW = 3;

  private static final int FIRST_HITS = 10;

  /** Copies its list. */
  public Hour {
    last = List.copyOf(last);
  }

  static Hour beginning(Instant from, Instant now) {
    return new Hour(from, now.plus(LENGTH), 0, 0, null, null, List.of());
  }

  boolean isOver(Instant fetchedAt, Instant now) {
    return !fetchedAt.isBefore(from.plus(LENGTH)) || !now.isBefore(deadline);
  }

  Hour withTold() {
    return new Hour(from, deadline, told + 1, counted, first, until, last);
  }

  Hour withCounted(Alert alert) {
    List<Alert> more = new ArrayList<>(last);
    more.add(alert.withHits(alert.hits().subList(0, Math.min(FIRST_HITS, alert.hits().size()))));
    return new Hour(
        from,
        deadline,
        told,
        counted + 1,
        first == null ? alert.raisedAt() : first,
        alert.raisedAt(),
        more.subList(Math.max(0, more.size() - FEW), more.size()));
  }

  /** Without an alert that was counted in it, and is told after all. */
  Hour without(String alert) {
    List<Alert> fewer = last.stream().filter(one -> !one.id().equals(alert)).toList();
    return new Hour(
        from, deadline, told, counted - 1, first, until, fewer.isEmpty() ? last : fewer);
  }

  /** Whether an alert whose story began at this time was counted in it, if it was counted. */
  boolean counts(Instant since) {
    return counted > 0 && first != null && !since.isBefore(first);
  }

  /** What tells of those that were counted; null if none was. */
  @Nullable Alert summary() {
    return counted == 0 || first == null || until == null
        ? null
        : last.get(last.size() - 1).asLastOf(new Alert.Summary(counted, first, until));
  }
}
