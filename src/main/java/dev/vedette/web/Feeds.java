package dev.vedette.web;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import dev.vedette.alert.Alert;
import dev.vedette.article.Fingerprint;
import dev.vedette.history.AlertFilter;
import dev.vedette.history.Filed;
import dev.vedette.sink.Ink;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Watchlist;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/**
 * Atom feeds: {@code /feeds/all.atom}, and one for each watchlist. An alert keeps its id through
 * all its events, and is updated by each. What is silenced is in none of them.
 */
final class Feeds {

  private static final String ENDING = ".atom";
  private static final int MOST = 100;
  private static final String WITHDRAWN =
      "Withdrawn: its source has edited the article, which is no match any more. It said:\n";

  private final Desk desk;

  Feeds(Desk desk) {
    this.desk = desk;
  }

  List<Route> routes() {
    return List.of(new Route("GET", "/feeds/{file}", this::feed));
  }

  private Answer feed(Call call) {
    String file = call.path("file");
    if (!file.endsWith(ENDING)) {
      throw new Refusal(404, "there is no feed " + file);
    }
    String list = file.substring(0, file.length() - ENDING.length());
    boolean all = list.equals("all");
    String title = all ? "all alerts" : title(list);
    String home = home(call.request());
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType("atom_1.0");
    feed.setUri(urn(list));
    feed.setTitle("Vedette: " + title);
    feed.setLinks(List.of(link("alternate", home + "/"), link("self", home + "/feeds/" + file)));
    List<Filed> alerts =
        desk.alerts()
            .search(AlertFilter.ALL.of(all ? Set.of() : Set.of(list)).silenced(false), MOST, null)
            .items();
    feed.setEntries(alerts.stream().map(filed -> entry(filed, home)).toList());
    Instant last =
        alerts.stream().map(Filed::changedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    feed.setPublishedDate(Date.from(last));
    try {
      return new Answer(
          200,
          "application/atom+xml; charset=utf-8",
          Answer.NOT_STORED,
          new SyndFeedOutput().outputString(feed));
    } catch (FeedException e) {
      throw new IllegalStateException("a feed that Rome cannot write", e);
    }
  }

  private String title(String list) {
    return desk.watchlists().lists().stream()
        .filter(one -> one.id().equals(list))
        .map(Watchlist::title)
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "there is no watchlist " + list));
  }

  private static SyndLink link(String relation, String address) {
    SyndLink link = new SyndLinkImpl();
    link.setRel(relation);
    link.setHref(address);
    return link;
  }

  private static SyndEntry entry(Filed filed, String home) {
    Alert alert = filed.alert();
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri(urn(alert.id()));
    entry.setTitle(
        Ink.clean(
            "%s%s %s: %s"
                .formatted(
                    isWithdrawn(filed) ? "withdrawn: " : "",
                    alert.severity().name().toLowerCase(Locale.ROOT),
                    alert.title(),
                    alert.article().title())));
    entry.setLink(home + "/#/alerts/" + alert.id());
    entry.setAuthor(Ink.clean(alert.article().source()));
    entry.setPublishedDate(Date.from(alert.raisedAt()));
    entry.setUpdatedDate(Date.from(filed.changedAt()));
    SyndContentImpl text = new SyndContentImpl();
    text.setType("text/plain");
    text.setValue(isWithdrawn(filed) ? WITHDRAWN + text(alert) : text(alert));
    entry.setDescription(text);
    return entry;
  }

  private static boolean isWithdrawn(Filed filed) {
    return filed.state() == Alert.Type.WITHDRAWN;
  }

  private static String text(Alert alert) {
    Hit hit = alert.hits().isEmpty() ? null : alert.hits().get(0);
    String why =
        hit == null
            ? ""
            : "\n'%s': %s of '%s'"
                .formatted(
                    Ink.clean(hit.surface()), String.join("+", hit.how()), Ink.clean(hit.name()));
    return Ink.clean(alert.snippet()) + why + "\n" + Ink.clean(alert.article().url());
  }

  /** The same for the same alert, wherever it is asked. */
  private static String urn(String id) {
    String hex = Fingerprint.of("atom", id);
    return "urn:uuid:%s-%s-%s-%s-%s"
        .formatted(
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(12, 16),
            hex.substring(16, 20),
            hex.substring(20));
  }

  private static String home(Request request) {
    return request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority();
  }
}
