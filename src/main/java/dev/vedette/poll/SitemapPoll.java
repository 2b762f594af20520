package dev.vedette.poll;

import dev.vedette.document.Links;
import dev.vedette.document.Redact;
import dev.vedette.feed.FeedException;
import dev.vedette.feed.ParsedSitemap;
import dev.vedette.feed.SitemapReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Polls a sitemap. A page with a date is news while it is recent; one without is news if it was not
 * there at the first poll, which reads none of those. Of an index, the sitemaps that changed
 * recently are read, and some of those that do not say.
 */
final class SitemapPoll {

  /** The most sitemaps of an index that one poll reads. */
  private static final int MAX_SITEMAPS = 10;

  /** More undated pages than a site publishes between two polls: an archive has been added. */
  private static final int TOO_MANY_AT_ONCE = 200;

  private final long maxBytes;
  private final ListedPages listed;

  /**
   * @param maxBytes of one sitemap, unpacked
   */
  SitemapPoll(long maxBytes) {
    this.maxBytes = maxBytes;
    this.listed = new ListedPages(System::nanoTime);
  }

  Step poll(Source.Sitemap source, PollState state, Instant now) {
    return new Step.Ask(
        Fetcher.Request.feed(source.url(), state.etag(), state.lastModified(), now).of(source),
        fetched -> answered(source, state, now, fetched));
  }

  private Step answered(Source.Sitemap source, PollState state, Instant now, Fetched fetched) {
    if (!(fetched instanceof Fetched.Fresh fresh)) {
      return listed.withoutNews(source, source.text(), state, now, fetched);
    }
    Reading reading = new Reading(source, state, now, fresh.uri());
    try {
      ParsedSitemap sitemap = parse(source, fresh);
      if (sitemap.index()) {
        return reading.through(chosen(source, now, sitemap).iterator());
      }
      reading.entries.addAll(sitemap.entries());
      return reading.pages(fresh.etag(), fresh.lastModified());
    } catch (FeedException e) {
      return Step.failed(why(e, fresh));
    }
  }

  private static String why(FeedException e, Fetched.Fresh fresh) {
    return e.getMessage() + " (" + Redact.url(fresh.uri().toString()) + ")";
  }

  /** What is compressed as a file, and not only on its way, is unpacked. */
  private ParsedSitemap parse(Source source, Fetched.Fresh fresh) throws FeedException {
    byte[] packed = fresh.body().bytes();
    if (!SitemapReader.isPacked(packed)) {
      return SitemapReader.read(fresh.text(source.settings().charset()));
    }
    Fetched.Body body = new Fetched.Body(SitemapReader.unpacked(packed, maxBytes));
    Fetched.Fresh plain = new Fetched.Fresh(body, null, null, null, fresh.uri());
    return SitemapReader.read(plain.text(source.settings().charset()));
  }

  /** The recent ones, the newest first; of those that do not say, the first and the last few. */
  private static List<ParsedSitemap.Entry> chosen(
      Source.Sitemap source, Instant now, ParsedSitemap index) {
    Instant since = now.minus(source.since());
    List<ParsedSitemap.Entry> chosen = new ArrayList<>();
    index.entries().stream()
        .filter(entry -> entry.date() != null && !entry.date().isBefore(since))
        .sorted(Comparator.comparing(SitemapPoll::date).reversed())
        .limit(MAX_SITEMAPS)
        .forEach(chosen::add);
    List<ParsedSitemap.Entry> silent =
        index.entries().stream().filter(entry -> entry.date() == null).toList();
    int room = MAX_SITEMAPS - chosen.size();
    int first = Math.min(silent.size(), (room + 1) / 2);
    chosen.addAll(silent.subList(0, first));
    chosen.addAll(silent.subList(Math.max(first, silent.size() - (room - first)), silent.size()));
    return chosen;
  }

  /** One reading of a sitemap, or of those that an index names. */
  private final class Reading {

    private final Source.Sitemap source;
    private final Instant now;
    private final URI base;
    private final Seen seen;
    private final boolean first;
    private final List<Recheck> rechecks;
    private final List<ParsedSitemap.Entry> entries = new ArrayList<>();
    private final Map<String, Listed> dated = new LinkedHashMap<>();
    private final Map<String, Listed> undated = new LinkedHashMap<>();
    private boolean any;
    private @Nullable String complaint;

    Reading(Source.Sitemap source, PollState state, Instant now, URI base) {
      this.source = source;
      this.now = now;
      this.base = base;
      this.seen = new Seen(state);
      this.rechecks = state.rechecks();
      this.first = state.lastSuccess() == null;
    }

    /** Without validators at the end: an index may stay as it is while what it names changes. */
    Step through(Iterator<ParsedSitemap.Entry> sitemaps) {
      while (sitemaps.hasNext()) {
        URI uri = address(base, sitemaps.next());
        if (uri != null) {
          return new Step.Ask(
              Fetcher.Request.feed(uri, null, null, now).of(source),
              fetched -> {
                add(fetched);
                return through(sitemaps);
              });
        }
      }
      return any || complaint == null ? pages(null, null) : Step.failed(complaint);
    }

    private void add(Fetched fetched) {
      if (!(fetched instanceof Fetched.Fresh fresh)) {
        complaint = FetchedWords.of(fetched);
        return;
      }
      try {
        entries.addAll(parse(source, fresh).entries());
        any = true;
      } catch (FeedException e) {
        complaint = why(e, fresh);
      }
    }

    Step pages(@Nullable String etag, @Nullable String lastModified) {
      sort();
      int all = dated.size() + undated.size();
      if (all > PollState.MAX_SEEN) {
        return Step.failed(
            "%d recent or undated addresses in %s (expected: at most %d; narrow them with include)"
                .formatted(all, Redact.url(base.toString()), PollState.MAX_SEEN));
      }
      passOverOldOnes();
      Map<String, Listed> pages = new LinkedHashMap<>(dated);
      undated.forEach(pages::putIfAbsent);
      return listed.read(
          source,
          seen,
          now,
          new Listing(source.text(), pages, etag, lastModified, false, rechecks, complaint));
    }

    private void sort() {
      Instant since = now.minus(source.since());
      entries.sort(Comparator.comparing(SitemapPoll::date).reversed());
      for (ParsedSitemap.Entry entry : entries) {
        URI uri = address(base, entry);
        if (uri == null || !source.links().allow(uri)) {
          continue;
        }
        Listed page = new Listed(uri, entry.title(), entry.published(), entry.changed());
        if (entry.date() == null) {
          undated.putIfAbsent(ListedPages.key(uri), page);
        } else if (!entry.date().isBefore(since)) {
          dated.putIfAbsent(ListedPages.key(uri), page);
        }
      }
    }

    private void passOverOldOnes() {
      List<String> unseen = undated.keySet().stream().filter(key -> !seen.contains(key)).toList();
      if (first || unseen.size() > TOO_MANY_AT_ONCE) {
        unseen.forEach(seen::add);
        if (!first) {
          complaint =
              unseen.size() + " addresses without dates appeared at once: taken for old ones";
        }
      }
    }
  }

  /** For comparing; the beginning of time where there is none. */
  static Instant date(ParsedSitemap.Entry entry) {
    return entry.date() == null ? Instant.MIN : entry.date();
  }

  private static @Nullable URI address(URI base, ParsedSitemap.Entry entry) {
    URI uri = Links.uri(Links.resolve(base, entry.address()));
    return uri != null && Links.isFetchable(uri) ? uri : null;
  }
}
