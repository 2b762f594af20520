package dev.vedette;

import dev.vedette.alert.Alert;
import dev.vedette.article.Zone;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts for tests to start from; each method gives another with one thing changed. */
public final class Alerts {

  private String id = "0123456789abcdef0123456789abcdef";
  private Alert.Type type = Alert.Type.RAISED;
  private Instant at = Samples.NOON;
  private String watchlist = "list";
  private String entry = "shoigu";
  private String title = "Sergei Shoigu";
  private Severity severity = Severity.HIGH;
  private List<String> tags = List.of("arms");
  private Alert.@Nullable Silenced silenced;
  private String article = "a";
  private String source = "wire";
  private String url = "https://wire.example/a";
  private String headline = "Visit";
  private String snippet = "On Tuesday Sergei Shoigu flew.";
  private List<Alert.Copy> copies = List.of();
  private Alert.@Nullable Summary summary;

  private Alerts() {}

  /** An alert about an article of the source {@code wire}. */
  public static Alerts alert() {
    return new Alerts();
  }

  public Alerts id(String value) {
    id = value;
    return this;
  }

  public Alerts type(Alert.Type value) {
    type = value;
    return this;
  }

  public Alerts at(Instant value) {
    at = value;
    return this;
  }

  public Alerts watchlist(String value) {
    watchlist = value;
    return this;
  }

  public Alerts entry(String value) {
    entry = value;
    return this;
  }

  public Alerts title(String value) {
    title = value;
    return this;
  }

  public Alerts severity(Severity value) {
    severity = value;
    return this;
  }

  public Alerts tags(String... values) {
    tags = List.of(values);
    return this;
  }

  public Alerts silenced() {
    silenced = new Alert.Silenced(null, "known", "me");
    return this;
  }

  public Alerts article(String value) {
    article = value;
    return this;
  }

  public Alerts source(String value) {
    source = value;
    return this;
  }

  public Alerts url(String value) {
    url = value;
    return this;
  }

  public Alerts headline(String value) {
    headline = value;
    return this;
  }

  public Alerts snippet(String value) {
    snippet = value;
    return this;
  }

  public Alerts copies(Alert.Copy... values) {
    copies = List.of(values);
    return this;
  }

  public Alerts summary(Alert.Summary value) {
    type = Alert.Type.SUMMARY;
    summary = value;
    return this;
  }

  public Alert build() {
    return new Alert(
        id,
        type,
        at,
        watchlist,
        "sha256:test",
        entry,
        title,
        severity,
        1.0,
        tags,
        silenced,
        new Alert.ArticleRef(article, "r1", url, source, headline, "en", null, at),
        List.of(
            new Hit(
                Hit.Field.BODY,
                Zone.BODY,
                11,
                24,
                "Sergei Shoigu",
                "Sergei Shoigu",
                List.of("exact"),
                Hit.Strength.STRONG)),
        1,
        snippet,
        new Alert.Story("story-" + id, "a", copies, copies.size()),
        null,
        summary);
  }
}
