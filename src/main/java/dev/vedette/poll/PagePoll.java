package dev.vedette.poll;

import dev.vedette.document.Links;
import dev.vedette.document.Redact;
import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Polls a page that lists articles, or holds them. Where the list goes on over several pages, the
 * next one is read as long as the last one showed something new.
 */
final class PagePoll {

  private final ListedPages listed;
  private final FeedHarvest standing;

  PagePoll() {
    this(System::nanoTime);
  }

  PagePoll(LongSupplier nanos) {
    this.listed = new ListedPages(nanos);
    this.standing = new FeedHarvest(nanos);
  }

  Step poll(Source.Page source, PollState state, Instant now) {
    return new Step.Ask(
        Fetcher.Request.list(source.url(), state.etag(), state.lastModified(), now).of(source),
        fetched ->
            fetched instanceof Fetched.Fresh fresh
                ? new Walk(source, state, now, fresh).through(fresh)
                : listed.withoutNews(source, source.text(), state, now, fetched));
  }

  /** From page to page of one list; never twice to the same. */
  private final class Walk {

    private final Source.Page source;
    private final PollState state;
    private final Instant now;
    private final Fetched.Fresh first;
    private final Seen seen;
    private final Map<String, Listed> links = new LinkedHashMap<>();
    private final @Nullable PageItems items;
    private final Set<String> been = new HashSet<>();
    private int number = 1;
    private @Nullable String complaint;

    Walk(Source.Page source, PollState state, Instant now, Fetched.Fresh first) {
      this.source = source;
      this.state = state;
      this.now = now;
      this.first = first;
      this.seen = new Seen(state);
      this.items = source.items() == null ? null : new PageItems(source, source.items());
      been.add(source.url().toString());
    }

    /** Takes what one page lists, and goes on to the next one or to the articles. */
    Step through(Fetched.Fresh page) {
      try {
        Document document = Jsoup.parse(page.text(source.settings().charset()));
        Element own = document.selectFirst("base[href]");
        URI base = Links.withBase(page.uri(), own == null ? null : own.attr("href"));
        boolean news = items == null ? add(document, base) : items.add(document, base, seen);
        URI next = news && number < source.paging().pages() ? next(document, base) : null;
        return next != null && Links.isFetchable(next) && been.add(next.toString())
            ? new Step.Ask(
                Fetcher.Request.list(next, null, null, now).of(source), this::answeredWithMore)
            : articles();
      } catch (SelectorParseException e) {
        return Step.failed(
            quoted() + " is no CSS selector: " + SafeHtml.line(String.valueOf(e.getMessage())));
      }
    }

    private Step answeredWithMore(Fetched fetched) {
      number++;
      if (fetched instanceof Fetched.Fresh page && page.isPage()) {
        return through(page);
      }
      complaint = FetchedWords.of(fetched);
      return articles();
    }

    private @Nullable URI next(Document document, URI base) {
      Source.Paging paging = source.paging();
      if (paging.isAddress()) {
        return Links.uri(paging.next().replace(Source.Paging.NUMBER, String.valueOf(number + 1)));
      }
      Element link = paging.next().isEmpty() ? null : document.selectFirst(paging.next());
      return link == null ? null : Links.uri(Links.resolve(base, link.attr("href")));
    }

    /** Adds what a page links to, in its order; whether any of it is new. */
    private boolean add(Document document, URI base) {
      boolean news = listed.hasWaiting(source);
      for (Element chosen : document.select(String.join(", ", source.links().selectors()))) {
        Element link = chosen.hasAttr("href") ? chosen : chosen.selectFirst("a[href]");
        URI uri = link == null ? null : Links.uri(Links.resolve(base, link.attr("href")));
        if (uri != null && Links.isFetchable(uri) && source.links().allow(uri)) {
          String key = ListedPages.key(uri);
          links.putIfAbsent(key, new Listed(uri, "", null, null));
          news |= !ListedPages.isSeen(seen, uri);
        }
      }
      return news;
    }

    private Step articles() {
      if (items != null) {
        return items.hasMatched()
            ? standing.of(source, state, now, first, items.feed())
            : nothing("items", "'" + items.selector() + "'");
      }
      if (links.isEmpty()) {
        Source.Links wanted = source.links();
        boolean any = wanted.include().isEmpty() && wanted.exclude().isEmpty();
        return nothing("links", any ? quoted() : quoted() + " with the addresses that are wanted");
      }
      Listing list =
          new Listing(
              source.text(),
              links,
              first.etag(),
              first.lastModified(),
              source.paging().pages() == 1,
              state.rechecks(),
              complaint);
      return listed.read(source, seen, now, list);
    }

    private Step nothing(String what, String patterns) {
      return Step.failed(
          "no %s match %s on %s (expected: at least one)"
              .formatted(what, patterns, Redact.url(first.uri().toString())));
    }

    private String quoted() {
      return "'" + String.join("' or '", source.links().selectors()) + "'";
    }
  }
}
