package dev.vedette.alert;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Match;
import dev.vedette.watchlist.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What one article would raise, as {@code match --json} prints it and the page shows it.
 *
 * @param file as the user named it
 * @param article as the pollers would store it
 * @param alerts one for each entry that alerts
 * @param shown the mentions that alone are no reason for an alert
 */
public record DryRun(String file, Article article, List<Raised> alerts, List<Shown> shown) {

  /** An entry that alerts, with every mention of it. */
  public record Raised(
      String entry, String watchlist, Severity severity, double score, List<Hit> hits) {}

  /** Mentions of an entry that are no reason for an alert. */
  public record Shown(String entry, String watchlist, List<Hit> hits) {}

  /** What the matches of an article come to. */
  public static DryRun of(String file, Article article, List<Match> matches) {
    List<Raised> alerts = new ArrayList<>();
    List<Shown> shown = new ArrayList<>();
    for (Match match : matches) {
      String entry = match.entry().id();
      String list = match.watchlist().id();
      if (match.alerts()) {
        alerts.add(new Raised(entry, list, match.entry().severity(), match.score(), match.hits()));
      }
      List<Hit> idle = idle(match);
      if (!idle.isEmpty()) {
        shown.add(new Shown(entry, list, idle));
      }
    }
    return new DryRun(file, article, alerts, shown);
  }

  private static List<Hit> idle(Match match) {
    return match.alerts()
        ? match.hits().stream()
            .filter(hit -> !match.entry().filters().alertsIn(hit.zone()))
            .toList()
        : match.hits();
  }
}
