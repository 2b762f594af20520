package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import dev.vedette.document.CanonicalUrl;
import dev.vedette.feed.ParsedFeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which items of a feed are which. Guids, links and texts are each trusted as far as they tell
 * items apart: a guid or link that several items have is none, nor is the link of the feed's own
 * site.
 */
final class ItemIdentity {

  /** A text of fewer letters may be said twice: "Live updates", every day. */
  private static final int TELLING = 200;

  private final Source.Identity policy;
  private final String site;
  private final Map<String, Integer> guids = new HashMap<>();
  private final Map<String, Integer> links = new HashMap<>();

  ItemIdentity(ParsedFeed feed, Source.Identity policy) {
    this.policy = policy;
    this.site = CanonicalUrl.identity(feed.link());
    for (ParsedFeed.Item item : feed.entries()) {
      guids.merge(item.id(), 1, Integer::sum);
      links.merge(CanonicalUrl.identity(item.link()), 1, Integer::sum);
    }
  }

  ItemKeys keys(ParsedFeed.Item item) {
    String letters = letters(item);
    List<String> identities = new ArrayList<>();
    List<String> former = new ArrayList<>();
    if (hasGuid(item)) {
      identities.add(Seen.hash(item.id()));
    }
    if (policy != Source.Identity.GUID || identities.isEmpty()) {
      if (hasLink(item)) {
        identities.add(Seen.hash(CanonicalUrl.identity(item.link())));
        former.add(Seen.hash(CanonicalUrl.formerIdentity(item.link())));
      }
    }
    if (identities.isEmpty()) {
      identities.add(Seen.hash(content(item)));
    }
    String first = identities.get(0);
    return new ItemKeys(
        identities,
        former,
        Seen.hash(Fingerprint.of("text", letters)),
        policy == Source.Identity.AUTO && letters.length() >= TELLING,
        item.updated() == null
            ? null
            : Seen.hash(Fingerprint.of("updated", first, item.updated().toString())));
  }

  /**
   * What makes the id of the item's article within its source: the same for all its editions, if
   * the feed has anything that stays.
   */
  String name(ParsedFeed.Item item) {
    if (hasGuid(item)) {
      return item.id();
    }
    return hasLink(item) ? CanonicalUrl.identity(item.link()) : content(item);
  }

  /** Whether the address is the article's own, so that other sources know it by that too. */
  boolean isByLink(ParsedFeed.Item item) {
    return hasLink(item) && !(policy == Source.Identity.GUID && hasGuid(item));
  }

  private boolean hasGuid(ParsedFeed.Item item) {
    return switch (policy) {
      case AUTO -> !item.id().isEmpty() && guids.getOrDefault(item.id(), 0) == 1;
      case GUID -> !item.id().isEmpty();
      case LINK, CONTENT -> false;
    };
  }

  private boolean hasLink(ParsedFeed.Item item) {
    if (item.link().isEmpty() || policy == Source.Identity.CONTENT) {
      return false;
    }
    String link = CanonicalUrl.identity(item.link());
    return policy == Source.Identity.LINK
        || (links.getOrDefault(link, 0) == 1 && !link.equals(site));
  }

  /** With the date, as the same may be said every day; without it where the text is to decide. */
  private String content(ParsedFeed.Item item) {
    return policy == Source.Identity.CONTENT
        ? Fingerprint.of(letters(item))
        : Fingerprint.of(
            item.title(),
            String.valueOf(FeedItems.date(item)),
            item.summaryHtml(),
            item.contentHtml());
  }

  private static String letters(ParsedFeed.Item item) {
    return letters(item.title())
        + letters(withoutTags(item.summaryHtml()))
        + letters(withoutTags(item.contentHtml()));
  }

  /** Letters and digits alone: blanks, punctuation and entities are written in many ways. */
  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** In one pass over the text: a feed may have fifty thousand items at every poll. */
  private static String withoutTags(String html) {
    StringBuilder text = new StringBuilder(html.length());
    boolean tag = false;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c == '<') {
        tag = true;
      } else if (c == '>') {
        tag = false;
      } else if (!tag) {
        text.append(c);
      }
    }
    return text.toString();
  }
}
