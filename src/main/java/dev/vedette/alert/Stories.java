package dev.vedette.alert;

import dev.vedette.alert.Alert.CopyKind;
import dev.vedette.alert.Alert.Silenced;
import dev.vedette.alert.Alert.Story;
import dev.vedette.alert.Told.Carrier;
import dev.vedette.article.Fingerprint;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One alert per story: a text that an entry's readers were told already comes as an update with the
 * copy listed, and the same article read again is not told at all. An article that was edited at
 * its source is told as corrected, or as withdrawn where it matches the entry no longer.
 *
 * <p>Which text is a copy of which, {@link CopyTest} says; {@link StoryIndex} finds the few that
 * are worth asking about.
 */
public final class Stories {

  private final StoryIndex index;

  /** The stories of one entry, as far as they are remembered. */
  public Stories(StoryMemory memory) {
    this.index = new StoryIndex(memory);
  }

  /** How many are remembered. */
  public int size() {
    return index.size();
  }

  /**
   * What is to be told of a candidate; null if it was told before.
   *
   * @param oldest stories that began before are forgotten
   */
  public @Nullable Alert tell(Candidate candidate, Instant oldest) {
    index.forget(oldest);
    Long known = index.ofArticle(candidate.article().id());
    if (known != null) {
      return again(candidate, known);
    }
    if (candidate.isWithdrawal()) {
      return null;
    }
    StoryIndex.Found found = index.find(candidate.imprint(), headline(candidate));
    if (found == null) {
      Told told = begin(candidate);
      index.add(told);
      return alert(candidate, Alert.Type.RAISED, told, null);
    }
    Told told = with(found, candidate);
    index.replace(found.number(), told);
    return alert(candidate, Alert.Type.UPDATED, told, null);
  }

  /** What a candidate would be told with if nothing had been told before. */
  public static Alert alone(Candidate candidate) {
    return alert(candidate, Alert.Type.RAISED, begin(candidate), null);
  }

  private @Nullable Alert again(Candidate candidate, long number) {
    Told before = Objects.requireNonNull(index.told(number));
    int place = before.place(candidate.article().id());
    if (place < 0) {
      return null;
    }
    if (before.suppressed() && isAskedFor(candidate)) {
      return alert(candidate, Alert.Type.RAISED, before, null);
    }
    Carrier carrier = before.carriers().get(place);
    boolean edited = carrier.revision() != revision(candidate);
    if (!edited || !carrier.source().equals(candidate.article().source())) {
      remember(number, before, candidate);
      return null;
    }
    Carrier now = carrier(candidate, carrier.url(), carrier.kind());
    Told told = remember(number, before.with(place, now), candidate);
    if (candidate.isWithdrawal()) {
      return alert(candidate, Alert.Type.WITHDRAWN, told, null);
    }
    return alert(candidate, Alert.Type.CORRECTED, told, now.hits() != carrier.hits());
  }

  /** Whether it is told however many there are, so also after all. */
  private static boolean isAskedFor(Candidate candidate) {
    return candidate.limits().maxPerHour() == Limits.ALL && !candidate.isWithdrawal();
  }

  /** Copies may be made of what an edit shows, or another source's reading of the same article. */
  private Told remember(long number, Told told, Candidate candidate) {
    boolean known =
        candidate.isWithdrawal()
            || told.imprints().stream().anyMatch(candidate.imprint()::equalsWhole);
    Told with = known ? told : told.with(candidate.imprint());
    index.replace(number, with);
    return with;
  }

  private static Told begin(Candidate candidate) {
    return new Told(
        candidate.article().fetchedAt(),
        headline(candidate),
        List.of(candidate.imprint().thin()),
        List.of(carrier(candidate, "", CopyKind.EXACT)),
        List.of(),
        0);
  }

  private static Told with(StoryIndex.Found found, Candidate candidate) {
    Told before = found.told();
    List<Carrier> carriers = new ArrayList<>(before.carriers());
    List<Long> unlisted = new ArrayList<>(before.unlisted());
    if (carriers.size() <= Alert.MAX_COPIES) {
      carriers.add(carrier(candidate, candidate.article().url(), kind(found, candidate)));
    } else if (unlisted.size() < Told.MOST_UNLISTED) {
      unlisted.add(Told.number(candidate.article().id()));
    }
    Told told =
        new Told(
            before.since(),
            before.headline(),
            before.imprints(),
            carriers,
            unlisted,
            before.totalCopies() + 1,
            before.suppressed());
    return CopyTest.isNews(found.overlap()) ? told.with(candidate.imprint()) : told;
  }

  private static CopyKind kind(StoryIndex.Found found, Candidate candidate) {
    return CopyTest.kind(
        candidate.imprint(),
        found.imprint(),
        found.overlap(),
        headline(candidate) == found.told().headline());
  }

  private static Carrier carrier(Candidate candidate, String url, CopyKind kind) {
    Alert.ArticleRef article = candidate.article();
    return new Carrier(
        article.id(), revision(candidate), hits(candidate), article.source(), url, kind);
  }

  private static int revision(Candidate candidate) {
    return (int) Told.number(candidate.article().revision());
  }

  /** Not where they stand: words before a mention move it and change nothing of it. */
  private static int hits(Candidate candidate) {
    int hash = candidate.totalHits();
    for (Hit hit : candidate.hits()) {
      hash = 31 * hash + Objects.hash(hit.surface(), hit.name());
    }
    return hash;
  }

  private static int headline(Candidate candidate) {
    return candidate.article().title().hashCode();
  }

  private static Alert alert(
      Candidate candidate, Alert.Type type, Told told, @Nullable Boolean hitsChanged) {
    return new Alert(
        Fingerprint.of(candidate.entry(), told.story(candidate.entry())),
        type,
        candidate.article().fetchedAt(),
        candidate.watchlist(),
        candidate.watchlistVersion(),
        candidate.entry(),
        candidate.title(),
        candidate.severity(),
        candidate.score(),
        candidate.tags(),
        silenced(candidate),
        candidate.article(),
        candidate.hits(),
        candidate.totalHits(),
        candidate.snippet(),
        new Story(told.story(candidate.entry()), told.first(), told.copies(), told.totalCopies()),
        hitsChanged,
        null);
  }

  private static @Nullable Silenced silenced(Candidate candidate) {
    Silence silence = candidate.silence();
    return silence != null && silence.holdsAt(candidate.article().fetchedAt())
        ? new Silenced(silence.until(), silence.reason(), silence.by())
        : null;
  }
}
