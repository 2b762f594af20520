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

  private final Fetcher fetcher;
  private final LongSupplier nanos;
  private final PageReader pages = new PageReader();
  private final Tries tries = new Tries();

  PagePoll(Fetcher fetcher) {
    this(fetcher, System::nanoTime);
  }

  PagePoll(Fetcher fetcher, LongSupplier nanos) {
    this.fetcher = fetcher;
    this.nanos = nanos;
  }

  Outcome poll(Source.Page source, PollState state, Instant now) {
    Fetched fetched =
        fetcher.fetch(Fetcher.Request.list(source.url(), state.etag(), state.lastModified(), now));
    if (!(fetched instanceof Fetched.Fresh fresh)) {
      return Outcome.withoutNews(fetched);
    }
    try {
      Map<String, URI> links = links(source, fresh);
      return links.isEmpty()
          ? new Outcome.Failure(
              "no links match '%s' on %s (expected: at least one)"
                  .formatted(source.links(), Redact.url(fresh.uri().toString())),
              null)
          : harvest(source, state, now, fresh, links);
    } catch (SelectorParseException e) {
      return new Outcome.Failure(
          "'"
              + source.links()
              + "' is no CSS selector: "
              + SafeHtml.line(String.valueOf(e.getMessage())),
          null);
    }
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

  private Outcome harvest(
      Source.Page source,
      PollState state,
      Instant now,
      Fetched.Fresh fresh,
      Map<String, URI> links) {
    Seen seen = new Seen(state);
    List<String> fromTheEnd = new ArrayList<>(links.keySet());
    Collections.reverse(fromTheEnd);
    fromTheEnd.removeIf(seen::contains);
    List<Article> articles = new ArrayList<>();
    String complaint = null;
    boolean more = fromTheEnd.size() > Poller.MAX_PAGES;
    Budget budget = new Budget(nanos);
    for (String key : fromTheEnd.subList(0, Math.min(fromTheEnd.size(), Poller.MAX_PAGES))) {
      if (budget.isSpentBy(articles)) {
        more = true;
        break;
      }
      URI uri = links.getOrDefault(key, source.url());
      String wrong = read(source, uri, key, now, seen, articles);
      complaint = wrong == null ? complaint : wrong;
    }
    tries.keepOnly(source.id(), links.keySet());
    boolean all = links.keySet().stream().allMatch(seen::contains);
    return new Outcome.Harvest(
        articles,
        seen.after(links.keySet()),
        all ? fresh.etag() : null,
        all ? fresh.lastModified() : null,
        more && !articles.isEmpty() ? Duration.ZERO : null,
        complaint);
  }

  /** Adds the article of one page; what is wrong with it, in words, or null. */
  private @Nullable String read(
      Source.Page source, URI uri, String key, Instant now, Seen seen, List<Article> articles) {
    Article headline = null;
    String wrong;
    try {
      Fetched fetched = fetcher.fetch(Fetcher.Request.page(uri, now));
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
      throw e; // no document's fault, but the source's
    } catch (RuntimeException | StackOverflowError e) {
      wrong = Breakdown.of(Redact.url(uri.toString()), e);
    }
    if (isGivenUp(source, key, wrong, seen) && headline != null) {
      articles.add(headline); // better than nothing
    }
    return wrong;
  }

  private boolean isGivenUp(Source.Page source, String key, String why, Seen seen) {
    boolean last = tries.wasLast(source.id(), key);
    if (last) {
      seen.add(key);
      LOG.warn("Article given up after {} tries: source={} reason={}", Tries.MAX, source.id(), why);
    }
    return last;
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
