package dev.vedette.history;

import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.article.Zone;
import dev.vedette.history.Place.Log;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Severity;
import java.time.Instant;
import java.util.List;

/** Alerts to fill a history with. */
public final class HistoryFixture {

  private HistoryFixture() {}

  /** A place on one of the three partitions of the alerts. */
  public static Place at(long offset) {
    return new Place(Log.ALERTS, (int) (offset % 3), offset / 3);
  }

  /** An alert of the entry {@code shoigu}, raised at noon and so many seconds. */
  public static Alert alert(int seconds) {
    return alert("alert-" + seconds, seconds, "Headline " + seconds, "He met Sergei Shoigu.");
  }

  public static Alert alert(String id, int seconds, String title, String snippet) {
    return alert(id, seconds, "list", "shoigu", Severity.HIGH, "wire", "en", title, snippet);
  }

  public static Alert alert(
      String id,
      int seconds,
      String watchlist,
      String entry,
      Severity severity,
      String source,
      String language,
      String title,
      String snippet) {
    Instant at = Samples.NOON.plusSeconds(seconds);
    return new Alert(
        id,
        Alert.Type.RAISED,
        at,
        watchlist,
        "sha256:test",
        entry,
        "Sergei Shoigu",
        severity,
        0.97,
        List.of("arms"),
        null,
        new Alert.ArticleRef(
            "article-" + id,
            "revision-1",
            "https://wire.example/" + id,
            source,
            title,
            language,
            null,
            at),
        List.of(
            new Hit(
                Hit.Field.BODY,
                Zone.BODY,
                7,
                20,
                "Sergei Shoigu",
                "Sergei Shoigu",
                List.of("exact"),
                Hit.Strength.STRONG)),
        1,
        snippet,
        new Alert.Story("story-" + id, "article-" + id, List.of(), 0),
        null,
        null);
  }

  /** Another event of an alert: its article is no match any more. */
  public static Alert withdrawn(Alert alert, int seconds) {
    return new Alert(
        alert.id(),
        Alert.Type.WITHDRAWN,
        Samples.NOON.plusSeconds(seconds),
        alert.watchlist(),
        alert.watchlistVersion(),
        alert.entry(),
        alert.title(),
        alert.severity(),
        alert.score(),
        alert.tags(),
        null,
        alert.article(),
        List.of(),
        0,
        alert.snippet(),
        alert.story(),
        null,
        null);
  }

  /** Another event of an alert: a copy by another source. */
  public static Alert copyOf(Alert alert, int seconds) {
    Instant at = Samples.NOON.plusSeconds(seconds);
    Alert.ArticleRef copy =
        new Alert.ArticleRef(
            "copy-" + seconds, "revision-1", "", "agency", alert.article().title(), "en", null, at);
    return new Alert(
        alert.id(),
        Alert.Type.UPDATED,
        at,
        alert.watchlist(),
        alert.watchlistVersion(),
        alert.entry(),
        alert.title(),
        alert.severity(),
        alert.score(),
        alert.tags(),
        null,
        copy,
        alert.hits(),
        1,
        alert.snippet(),
        new Alert.Story(
            alert.story().id(),
            alert.story().first(),
            List.of(new Alert.Copy("", "agency", copy.id(), Alert.CopyKind.EXACT)),
            1),
        null,
        null);
  }
}
