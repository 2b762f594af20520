package dev.vedette;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Stories;
import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Filters;
import dev.vedette.watchlist.Kind;
import dev.vedette.watchlist.Limits;
import dev.vedette.watchlist.Name;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Silence;
import dev.vedette.watchlist.Watchlist;
import dev.vedette.watchlist.Watchlists;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Small things of the domain for tests to start from. */
public final class Samples {

  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Samples() {}

  /** An article of the source {@code wire}. */
  public static Article article(String id, String title, String body) {
    return article(id, title, body, NOON);
  }

  /** An article that was fetched at a time. */
  public static Article article(String id, String title, String body, Instant fetchedAt) {
    return new Article(
        id,
        Fingerprint.of(title, body),
        "wire",
        "https://wire.example/" + id,
        title,
        body,
        List.of(),
        "en",
        "",
        null,
        fetchedAt,
        false);
  }

  /** An entry of strong names. */
  public static Entry entry(String id, String... names) {
    return entry(id, null, Limits.DEFAULTS, names);
  }

  /** An entry with limits of its own. */
  public static Entry entry(String id, Limits limits, String... names) {
    return entry(id, null, limits, names);
  }

  /** An entry that is silenced. */
  public static Entry entry(String id, Silence silence, String... names) {
    return entry(id, silence, Limits.DEFAULTS, names);
  }

  private static Entry entry(String id, Silence silence, Limits limits, String... names) {
    return new Entry(
        id,
        Kind.PERSON,
        names[0],
        Arrays.stream(names).map(Name::of).toList(),
        List.of(),
        List.of(),
        List.of(),
        null,
        Severity.HIGH,
        Set.of("arms"),
        Filters.NONE,
        silence,
        limits,
        Entry.Tests.NONE);
  }

  /** One watchlist, {@code list}, of these entries. */
  public static Watchlists watchlists(Entry... entries) {
    return Watchlists.of(
        List.of(new Watchlist("list", "List", List.of(entries), false)), "sha256:test");
  }

  /** The alert of a candidate whose entry was told nothing before. */
  public static Alert raised(Candidate candidate) {
    return new Stories(new MapMemory(new HashMap<>())).tell(candidate, Instant.MIN);
  }
}
