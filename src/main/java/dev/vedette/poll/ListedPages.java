package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.document.CanonicalUrl;
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
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The articles of pages that a list names. A page that cannot be read, or in which no text is
 * found, is tried again at the next polls, {@value Tries#MAX} times in all; how often it was tried
 * is not kept over a restart. One that robots.txt closes to us is not asked for again.
 */
final class ListedPages {

  private static final Logger LOG = LoggerFactory.getLogger(ListedPages.class);

  /** The most pages that one poll reads again because their list says that they were edited. */
  private static final int MAX_REREADINGS = 5;

  private final LongSupplier nanos;
  private final Tries tries = new Tries();

  /**
   * A page, and what its list says of it.
   *
   * @param title empty where the list does not say
   * @param published null where the list does not say
   * @param changed null where the list does not say
   */
  record Listed(URI uri, String title, @Nullable Instant published, @Nullable Instant changed) {

    /** By what it is noticed that it was edited; null where the list does not say. */
    @Nullable String edition() {
      return changed == null
          ? null
          : Seen.hash(Fingerprint.of("changed", key(uri), changed.toString()));
    }

    /** Whether it was ever looked at for edits: what was read in earlier versions was not. */
    String followed() {
      return Seen.hash(Fingerprint.of("followed", key(uri)));
    }
  }

  /**
   * A list.
   *
   * @param text a CSS selector of the text on each page; empty means: find it
   * @param pages by {@link #key}, in the list's order: the newest first
   * @param etag to ask with next time, once all pages are read; null where there is none
   * @param lastModified likewise
   * @param whole whether all is there that the source shows
   * @param complaint about a part of the list, in words; null where there is none
   */
  record Listing(
      String text,
      Map<String, Listed> pages,
      @Nullable String etag,
      @Nullable String lastModified,
      boolean whole,
      @Nullable String complaint) {}

  ListedPages(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** By what a page is known again. */
  static String key(URI uri) {
    return Seen.hash(CanonicalUrl.identity(uri.toString()));
  }

  /** Whether a page is not new, also by what earlier versions knew it by. */
  static boolean isSeen(Seen seen, URI uri) {
    String key = key(uri);
    if (!seen.contains(key)
        && seen.contains(Seen.hash(CanonicalUrl.formerIdentity(uri.toString())))) {
      seen.add(key);
    }
    return seen.contains(key);
  }

  /** Whether some that could not be read wait for the next poll. */
  boolean hasWaiting(Source source) {
    return tries.hasAny(source.id());
  }

  /** Reads those that are new. */
  Step read(Source source, Seen seen, Instant now, Listing list) {
    return new Harvesting(source, seen, now, list).next();
  }

  /** One reading of one list, the oldest article first. */
  private final class Harvesting {

    private final Source source;
    private final Seen seen;
    private final Instant now;
    private final Listing list;
    private final List<String> shown;
    private final Iterator<String> rest;
    private final List<Article> articles = new ArrayList<>();
    private final Budget budget = new Budget(nanos);
    private boolean more;
    private @Nullable String complaint;

    Harvesting(Source source, Seen seen, Instant now, Listing list) {
      this.source = source;
      this.seen = seen;
      this.now = now;
      this.list = list;
      this.complaint = list.complaint();
      this.shown = new ArrayList<>(list.pages().keySet());
      List<String> edited = new ArrayList<>();
      List<String> fromTheEnd = new ArrayList<>();
      list.pages()
          .forEach(
              (key, page) -> {
                if (!isSeen(seen, page.uri())) {
                  fromTheEnd.add(key);
                } else if (isEdited(page)) {
                  edited.add(key);
                }
              });
      list.pages().values().forEach(this::show);
      Collections.reverse(fromTheEnd);
      this.more = fromTheEnd.size() > Poller.MAX_PAGES;
      List<String> wanted =
          new ArrayList<>(fromTheEnd.subList(0, Math.min(fromTheEnd.size(), Poller.MAX_PAGES)));
      edited.stream().limit(MAX_REREADINGS).forEach(wanted::add);
      this.rest = wanted.iterator();
    }

    /** Whether the list says so; what is compared for the first time is not. */
    private boolean isEdited(Listed page) {
      String edition = page.edition();
      if (edition == null || seen.contains(edition)) {
        return false;
      }
      if (!seen.contains(page.followed())) {
        follow(page);
        return false;
      }
      return true;
    }

    private void follow(Listed page) {
      if (page.edition() != null) {
        seen.add(page.edition());
        seen.add(page.followed());
      }
    }

    private void show(Listed page) {
      if (page.edition() != null) {
        shown.add(page.edition());
        shown.add(page.followed());
      }
    }

    /** Tells an article, unless just this was told already, at another address perhaps. */
    private void tell(Article article) {
      String told = Seen.hash(Fingerprint.of(article.id(), article.revision()));
      if (!seen.contains(told)) {
        seen.add(told);
        shown.add(told);
        articles.add(article);
      }
    }

    /** On to the next page, or to the end. */
    Step next() {
      Listed page = null;
      String key = "";
      if (rest.hasNext() && !budget.isSpentBy(articles)) {
        key = rest.next();
        page = list.pages().get(key);
      }
      if (page == null) {
        more |= rest.hasNext();
        return new Step.Done(outcome());
      }
      Listed wanted = page;
      String known = key;
      return new Step.Ask(
          Fetcher.Request.page(wanted.uri(), now).of(source),
          fetched -> followed(wanted, known, fetched));
    }

    private Step followed(Listed page, String key, Fetched fetched) {
      if (fetched instanceof Fetched.Postponed postponed) {
        complaint = postponed.why();
        return next();
      }
      try {
        String wrong = read(page, key, fetched);
        complaint = wrong == null ? complaint : wrong;
        return next();
      } catch (SelectorParseException e) { // no document's fault, but the source's
        return Step.failed(
            "'%s' is no CSS selector: %s"
                .formatted(list.text(), SafeHtml.line(String.valueOf(e.getMessage()))));
      }
    }

    /** Adds the article of one page; what is wrong with it, in words, or null. */
    private @Nullable String read(Listed listed, String key, Fetched fetched) {
      Article headline = null;
      String wrong;
      try {
        if (fetched instanceof Fetched.Fresh page && page.isPage()) {
          Draft draft = draft(listed, page);
          Article article = draft.isEmpty() ? null : draft.from(source.id(), now);
          if (article != null && !draft.body().isBlank()) {
            seen.add(key);
            follow(listed);
            tries.forget(source.id(), key);
            tell(article);
            return null;
          }
          headline = article;
          wrong = "no text found on " + Redact.url(listed.uri().toString());
        } else {
          wrong = FetchedWords.of(fetched);
        }
      } catch (SelectorParseException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        wrong = Breakdown.of(Redact.url(listed.uri().toString()), e);
      }
      if (fetched instanceof Fetched.Barred) {
        seen.add(key);
        tries.forget(source.id(), key);
        LOG.info("Article left: source={} reason={}", source.id(), wrong);
      } else if (isGivenUp(key, wrong) && headline != null) {
        tell(headline); // better than nothing
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

    /** The page's own words; the list's where it has none. */
    private Draft draft(Listed listed, Fetched.Fresh fresh) {
      String html = fresh.text(source.settings().charset());
      PageText page = PageReader.read(html, fresh.uri(), list.text());
      String url = page.canonicalUrl().isEmpty() ? fresh.uri().toString() : page.canonicalUrl();
      Instant published = page.publishedAt();
      return new Draft(
          Fingerprint.of(CanonicalUrl.identity(url)),
          url,
          page.title().isEmpty() ? listed.title() : page.title(),
          page.text(),
          page.zones(),
          page.language().isEmpty() ? source.settings().language() : page.language(),
          page.author(),
          published == null ? listed.published() : published);
    }

    private Outcome outcome() {
      tries.keepOnly(source.id(), list.pages().keySet());
      boolean all = list.pages().keySet().stream().allMatch(seen::contains);
      return new Outcome.Harvest(
          articles,
          list.whole() ? seen.after(shown) : seen.afterPart(shown),
          all ? list.etag() : null,
          all ? list.lastModified() : null,
          more && !articles.isEmpty() ? Duration.ZERO : null,
          all,
          complaint);
    }
  }
}
