package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.document.CanonicalUrl;
import dev.vedette.document.Languages;
import dev.vedette.document.Links;
import dev.vedette.feed.ParsedFeed;
import dev.vedette.page.PageReader;
import dev.vedette.page.PageText;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of one feed, as drafts of articles that know whether they were seen before. */
final class FeedItems {

  /** How much of a summary must stand in the content for it to be no text of its own. */
  private static final int SAME_BEGINNING = 60;

  /** How many items, the newest first, are looked at for edits. */
  static final int FOLLOWED = 1_000;

  /** What all items may be known by: leaves room for editions, and for items that come back. */
  private static final int MOST_IDENTITIES = PollState.MAX_SEEN - Seen.OTHERS - 2 * FOLLOWED;

  private final String source;
  private final ParsedFeed feed;
  private final List<ParsedFeed.Item> entries;
  private final String defaultLanguage;
  private final ItemIdentity identity;
  private final IdentityHashMap<ParsedFeed.Item, ItemKeys> keys = new IdentityHashMap<>();

  FeedItems(String source, ParsedFeed feed, String defaultLanguage) {
    this(source, feed, defaultLanguage, Source.Identity.AUTO);
  }

  FeedItems(String source, ParsedFeed feed, String defaultLanguage, Source.Identity policy) {
    this.source = source;
    this.feed = feed;
    this.defaultLanguage = defaultLanguage;
    this.identity = new ItemIdentity(feed, policy);
    this.entries = rememberable(feed.entries());
  }

  /** As many, from the top of the feed, as can be remembered: others would be new at each poll. */
  private List<ParsedFeed.Item> rememberable(List<ParsedFeed.Item> all) {
    int identities = 0;
    for (int item = 0; item < all.size(); item++) {
      identities += keys(all.get(item)).identities().size();
      if (identities > MOST_IDENTITIES) {
        return all.subList(0, item);
      }
    }
    return all;
  }

  /** Oldest first: by date where all have one, else the reverse of the feed's order. */
  List<ParsedFeed.Item> oldestFirst() {
    List<ParsedFeed.Item> items = new ArrayList<>();
    boolean dated = true;
    for (int i = entries.size() - 1; i >= 0; i--) {
      ParsedFeed.Item item = entries.get(i);
      items.add(item);
      dated &= date(item) != null;
    }
    if (dated) {
      items.sort(
          (a, b) -> Objects.requireNonNull(date(a)).compareTo(Objects.requireNonNull(date(b))));
    }
    return items;
  }

  /** By what the item is known again. */
  ItemKeys keys(ParsedFeed.Item item) {
    return keys.computeIfAbsent(item, identity::keys);
  }

  /**
   * What a source must remember of the items that it shows: by what they are known, then, of the
   * newest, what tells that they were edited.
   */
  List<String> shown() {
    List<String> identities = new ArrayList<>();
    List<String> editions = new ArrayList<>();
    int number = 0;
    for (ParsedFeed.Item item : entries) {
      ItemKeys keys = keys(item);
      identities.addAll(keys.identities());
      if (number++ < FOLLOWED) {
        editions.addAll(keys.editions());
      }
    }
    identities.addAll(editions);
    return identities;
  }

  /** The address of the item's page; null where it has none that can be fetched. */
  static @Nullable URI page(ParsedFeed.Item item) {
    URI uri = item.link().isEmpty() ? null : Links.uri(item.link());
    return uri != null && Links.isFetchable(uri) ? uri : null;
  }

  /** The item by what the feed itself says. */
  Draft draft(ParsedFeed.Item item) {
    PageText text = text(item);
    URI page = page(item);
    return new Draft(
        id(item),
        page == null ? "" : page.toString(),
        item.title(),
        text.text(),
        text.zones(),
        language(text, item),
        item.author().isEmpty() ? feed.author() : item.author(),
        date(item));
  }

  /**
   * The item by what its page says, under what only the feed says: the page may be a notice that
   * cookies must be accepted. Where the page says less than the feed, the feed's own text.
   */
  Draft draft(ParsedFeed.Item item, PageText page) {
    Draft own = draft(item);
    if (page.text().length() < own.body().length()) {
      return own;
    }
    PageText text = says(page.text(), own.body()) ? page : joined(own.body(), page);
    String canonical = page.canonicalUrl();
    boolean known = !canonical.isEmpty() && !isFrontPage(canonical);
    return new Draft(
        known && identity.isByLink(item)
            ? Fingerprint.of(CanonicalUrl.identity(canonical))
            : own.id(),
        known ? canonical : own.url(),
        own.title().isEmpty() ? page.title() : own.title(),
        text.text(),
        text.zones(),
        page.language().isEmpty() ? own.language() : page.language(),
        own.author().isEmpty() ? page.author() : own.author(),
        own.publishedAt() == null ? page.publishedAt() : own.publishedAt());
  }

  private String id(ParsedFeed.Item item) {
    return page(item) != null && identity.isByLink(item)
        ? Fingerprint.of(CanonicalUrl.identity(item.link()))
        : Fingerprint.of(source, identity.name(item));
  }

  static @Nullable Instant date(ParsedFeed.Item item) {
    return item.published() != null ? item.published() : item.updated();
  }

  /** The content, under the summary where that says something else. */
  private PageText text(ParsedFeed.Item item) {
    URI page = page(item);
    URI base = page == null ? URI.create("about:blank") : page;
    PageText summary = fragment(item, item.summaryHtml(), base);
    PageText content = fragment(item, item.contentHtml(), base);
    if (content.text().isEmpty()) {
      return summary;
    }
    return says(content.text(), summary.text()) ? content : joined(summary.text(), content);
  }

  private static PageText fragment(ParsedFeed.Item item, String html, URI base) {
    return PageReader.fragment(html, base, item.title(), item.author());
  }

  /** Whether the whole holds the part's beginning. */
  private static boolean says(String whole, String part) {
    String start = letters(part);
    return letters(whole).contains(start.substring(0, Math.min(SAME_BEGINNING, start.length())));
  }

  private static PageText joined(String lead, PageText content) {
    List<ZoneSpan> zones = new ArrayList<>();
    zones.add(new ZoneSpan(Zone.LEAD, 0, lead.length()));
    int shift = lead.length() + 1;
    for (ZoneSpan zone : content.zones()) {
      Zone kind = zone.zone() == Zone.LEAD ? Zone.BODY : zone.zone();
      zones.add(new ZoneSpan(kind, zone.start() + shift, zone.end() + shift));
    }
    return new PageText(
        content.title(), lead + "\n" + content.text(), zones, null, "", "", content.language(), "");
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private String language(PageText text, ParsedFeed.Item item) {
    String said = feed.language().isEmpty() ? defaultLanguage : feed.language();
    return Languages.reconciled(said, item.title() + "\n" + text.text());
  }

  private static boolean isFrontPage(String url) {
    URI uri = Links.uri(url);
    return uri == null || uri.getRawPath() == null || uri.getRawPath().length() <= 1;
  }
}
