package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.document.CanonicalUrl;
import dev.vedette.document.Decoding;
import dev.vedette.document.Links;
import dev.vedette.document.Redact;
import dev.vedette.document.SafeHtml;
import dev.vedette.page.PageReader;
import dev.vedette.page.PageText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a page that lists articles, and the pages that it lists. A page that cannot be read, or in
 * which no text is found, is tried again at the next polls, {@value Tries#MAX} times in all; how
 * often it was tried is not kept over a restart.
 */
final class PagePoll {

  private static final Logger LOG = LoggerFactory.getLogger(PagePoll.class);

  private final LongSupplier nanos;
  private final PageReader pages = new PageReader();
  private final Tries tries = new Tries();

  PagePoll() {
    this(System::nanoTime);
  }

  PagePoll(LongSupplier nanos) {
    this.nanos = nanos;
  }

  Step poll(Source.Page source, PollState state, Instant now) {
    return new Step.Ask(
        Fetcher.Request.list(source.url(), state.etag(), state.lastModified(), now),
        fetched -> answered(source, state, now, fetched));
  }

  private Step answered(Source.Page source, PollState state, Instant now, Fetched fetched) {
    if (!(fetched instanceof Fetched.Fresh fresh)) {
      return new Step.Done(Outcome.withoutNews(fetched));
    }
    try {
      Map<String, URI> links = links(source, fresh);
      return links.isEmpty()
          ? Step.failed(
              "no links match '%s' on %s (expected: at least one)"
                  .formatted(source.links(), Redact.url(fresh.uri().toString())))
          : new Harvesting(source, new Seen(state), now, fresh, links).next();
    } catch (SelectorParseException e) {
      return noSelector(source.links(), e);
    }
  }

  private static Step noSelector(String selector, SelectorParseException e) {
    return Step.failed(
        "'%s' is no CSS selector: %s"
            .formatted(selector, SafeHtml.line(String.valueOf(e.getMessage()))));
  }

  /** What the list links to, by hash, in the page's order. */
  private static Map<String, URI> links(Source.Page source, Fetched.Fresh fresh) {
    String html = Decoding.decode(fresh.body().bytes(), fresh.contentType());
    Document list = Jsoup.parse(html);
    Element own = list.selectFirst("base[href]");
    URI base = Links.withBase(fresh.uri(), own == null ? null : own.attr("href"));
    Map<String, URI> links = new LinkedHashMap<>();
    for (Element chosen : list.select(source.links())) {
      Element link = chosen.hasAttr("href") ? chosen : chosen.selectFirst("a[href]");
      URI uri = link == null ? null : Links.uri(Links.resolve(base, link.attr("href")));
      if (uri != null && Links.isFetchable(uri)) {
        links.putIfAbsent(Seen.hash(CanonicalUrl.identity(uri.toString())), uri);
      }
    }
    return links;
  }

  /** One reading of one list, the oldest article first. */
  private final class Harvesting {

    private final Source.Page source;
    private final Seen seen;
    private final Instant now;
    private final @Nullable String etag;
    private final @Nullable String lastModified;
    private final Map<String, URI> links;
    private final Iterator<String> rest;
    private final List<Article> articles = new ArrayList<>();
    private final Budget budget = new Budget(nanos);
    private boolean more;
    private @Nullable String complaint;

    Harvesting(
        Source.Page source, Seen seen, Instant now, Fetched.Fresh fresh, Map<String, URI> links) {
      this.source = source;
      this.seen = seen;
      this.now = now;
      this.etag = fresh.etag();
      this.lastModified = fresh.lastModified();
      this.links = links;
      List<String> fromTheEnd = new ArrayList<>(links.keySet());
      Collections.reverse(fromTheEnd);
      fromTheEnd.removeIf(seen::contains);
      this.more = fromTheEnd.size() > Poller.MAX_PAGES;
      this.rest = fromTheEnd.stream().limit(Poller.MAX_PAGES).iterator();
    }

    /** On to the next page, or to the end. */
    Step next() {
      if (rest.hasNext() && !budget.isSpentBy(articles)) {
        String key = rest.next();
        URI uri = links.getOrDefault(key, source.url());
        return new Step.Ask(Fetcher.Request.page(uri, now), fetched -> followed(uri, key, fetched));
      }
      more |= rest.hasNext();
      return new Step.Done(outcome());
    }

    private Step followed(URI uri, String key, Fetched fetched) {
      try {
        String wrong = read(uri, key, fetched);
        complaint = wrong == null ? complaint : wrong;
        return next();
      } catch (SelectorParseException e) {
        return noSelector(source.text(), e); // no document's fault, but the source's
      }
    }

    /** Adds the article of one page; what is wrong with it, in words, or null. */
    private @Nullable String read(URI uri, String key, Fetched fetched) {
      Article headline = null;
      String wrong;
      try {
        if (fetched instanceof Fetched.Fresh page && page.isPage()) {
          Draft draft = draft(source, page);
          Article article = draft.isEmpty() ? null : draft.from(source.id(), now);
          if (article != null && !draft.body().isBlank()) {
            seen.add(key);
            tries.forget(source.id(), key);
            articles.add(article);
            return null;
          }
          headline = article;
          wrong = "no text found on " + Redact.url(uri.toString());
        } else {
          wrong = FetchedWords.of(fetched);
        }
      } catch (SelectorParseException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        wrong = Breakdown.of(Redact.url(uri.toString()), e);
      }
      if (isGivenUp(key, wrong) && headline != null) {
        articles.add(headline); // better than nothing
      }
      return wrong;
    }

    private boolean isGivenUp(String key, String why) {
      boolean last = tries.wasLast(source.id(), key);
      if (last) {
        seen.add(key);
        LOG.warn(
            "Article given up after {} tries: source={} reason={}", Tries.MAX, source.id(), why);
      }
      return last;
    }

    private Outcome outcome() {
      tries.keepOnly(source.id(), links.keySet());
      boolean all = links.keySet().stream().allMatch(seen::contains);
      return new Outcome.Harvest(
          articles,
          seen.after(links.keySet()),
          all ? etag : null,
          all ? lastModified : null,
          more && !articles.isEmpty() ? Duration.ZERO : null,
          complaint);
    }
  }

  private Draft draft(Source.Page source, Fetched.Fresh fresh) {
    PageText page =
        pages.read(fresh.body().bytes(), fresh.contentType(), fresh.uri(), source.text());
    String url = page.canonicalUrl().isEmpty() ? fresh.uri().toString() : page.canonicalUrl();
    return new Draft(
        Fingerprint.of(CanonicalUrl.identity(url)),
        url,
        page.title(),
        page.text(),
        page.zones(),
        page.language().isEmpty() ? source.settings().language() : page.language(),
        page.author(),
        page.publishedAt());
  }
}
