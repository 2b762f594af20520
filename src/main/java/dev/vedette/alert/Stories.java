package dev.vedette.alert;

import dev.vedette.alert.Alert.Copy;
import dev.vedette.alert.Alert.CopyKind;
import dev.vedette.alert.Alert.Silenced;
import dev.vedette.alert.Alert.Story;
import dev.vedette.article.Fingerprint;
import dev.vedette.watchlist.Silence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert per story: a text that an entry's readers were told already comes as an update with the
 * copy listed, and the same article read again is not told at all.
 *
 * <p>Texts are the same story when their folded words are equal ({@link Candidate#words}), whatever
 * their case, punctuation and spacing; {@link Candidates} says which words those are.
 */
public final class Stories {

  private Stories() {}

  /**
   * What is told, and what is remembered from now on.
   *
   * @param alert the event; null where this article was told before
   * @param told the story's new state
   */
  public record Telling(@Nullable Alert alert, Told told) {}

  /** What is to be told of a candidate, given what was told of its story before, if anything. */
  public static Telling tell(Candidate candidate, @Nullable Told before) {
    if (before == null) {
      Told told = begin(candidate);
      return new Telling(alert(candidate, Alert.Type.RAISED, told), told);
    }
    if (before.has(candidate.article().id())) {
      return new Telling(null, before);
    }
    Told told = with(before, candidate);
    return new Telling(alert(candidate, Alert.Type.UPDATED, told), told);
  }

  private static Told begin(Candidate candidate) {
    String article = candidate.article().id();
    return new Told(
        Fingerprint.of(candidate.entry(), article),
        article,
        candidate.article().title(),
        candidate.article().fetchedAt(),
        List.of(),
        0);
  }

  private static Told with(Told before, Candidate candidate) {
    List<Copy> copies = new ArrayList<>(before.copies());
    if (copies.size() < Alert.MAX_COPIES) {
      copies.add(copy(before, candidate.article()));
    }
    return new Told(
        before.story(),
        before.first(),
        before.title(),
        before.since(),
        copies,
        before.totalCopies() + 1);
  }

  private static Copy copy(Told before, Alert.ArticleRef article) {
    CopyKind kind = article.title().equals(before.title()) ? CopyKind.EXACT : CopyKind.REHEADLINED;
    return new Copy(article.url(), article.source(), article.id(), kind);
  }

  private static Alert alert(Candidate candidate, Alert.Type type, Told told) {
    return new Alert(
        Fingerprint.of(candidate.entry(), told.story()),
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
        new Story(told.story(), told.first(), told.copies(), told.totalCopies()));
  }

  private static @Nullable Silenced silenced(Candidate candidate) {
    Silence silence = candidate.silence();
    return silence != null && silence.holdsAt(candidate.article().fetchedAt())
        ? new Silenced(silence.until(), silence.reason(), silence.by())
        : null;
  }
}
