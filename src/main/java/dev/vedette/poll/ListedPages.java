package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.document.CanonicalUrl;
import dev.vedette.document.Redact;
import dev.vedette.document.SafeHtml;
import dev.vedette.feed.Wishes;
import dev.vedette.page.PageReader;
import dev.vedette.page.PageText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The articles of pages that a list names. A page that cannot be read, or in which no text is
 * found, is tried again at the next polls, {@value Tries#MAX} times in all; how often it was tried
 * is not kept over a restart. One that robots.txt closes to us is not asked for again. One that was
 * read is looked at again for edits: when its list says so, else a few times ({@link PageEdits}).
 */
final class ListedPages {

  private static final Logger LOG = LoggerFactory.getLogger(ListedPages.class);

  /** The most pages that one poll reads again because their list says that they were edited. */
  private static final int MAX_REREADINGS = 5;

  private final LongSupplier nanos;
  private final Tries tries = new Tries();

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

  /** What an answer without a list comes to: pages may have been edited though it is as it was. */
  Step withoutNews(Source source, String text, PollState state, Instant now, Fetched fetched) {
    return fetched instanceof Fetched.NotModified && PageEdits.isAnyDue(state, now)
        ? read(source, new Seen(state), now, Listing.unchanged(text, state))
        : new Step.Done(Outcome.withoutNews(fetched));
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
    private final PageEdits edits;
    private boolean more;
    private @Nullable String complaint;

    Harvesting(Source source, Seen seen, Instant now, Listing list) {
      this.source = source;
      this.seen = seen;
      this.now = now;
      this.list = list;
      this.complaint = list.complaint();
      this.edits = new PageEdits(list.rechecks(), now);
      this.shown = new ArrayList<>(list.pages().keySet());
      List<String> edited = new ArrayList<>();
      List<String> fromTheEnd = new ArrayList<>();
      list.pages()
          .forEach(
              (key, page) -> {
                if (!isSeen(seen, page.uri())) {
                  fromTheEnd.add(key);
                } else if (page.isEdited(seen)) {
                  edited.add(key);
                }
              });
      list.pages().values().forEach(page -> shown.addAll(page.marks()));
      Collections.reverse(fromTheEnd);
      this.more = fromTheEnd.size() > Poller.MAX_PAGES;
      List<String> wanted =
          new ArrayList<>(fromTheEnd.subList(0, Math.min(fromTheEnd.size(), Poller.MAX_PAGES)));
      edited.stream().limit(MAX_REREADINGS).forEach(wanted::add);
      this.rest = wanted.iterator();
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
        Recheck again = more || budget.isSpentBy(articles) ? null : edits.next();
        return again == null ? new Step.Done(outcome()) : ask(again);
      }
      Listed wanted = page;
      String known = key;
      return new Step.Ask(
          Fetcher.Request.page(wanted.uri(), now).of(source),
          fetched -> followed(wanted, known, fetched));
    }

    private Step ask(Recheck page) {
      URI uri = URI.create(page.url());
      return new Step.Ask(
          Fetcher.Request.again(uri, page.etag(), page.lastModified(), now).of(source),
          fetched -> {
            again(new Listed(uri, "", null, null), page, fetched);
            return next();
          });
    }

    private void again(Listed listed, Recheck page, Fetched fetched) {
      if (fetched instanceof Fetched.Postponed) {
        edits.postponed(page);
      } else if (fetched instanceof Fetched.Fresh fresh && fresh.isPage()) {
        try {
          PageText text = PageReader.read(html(fresh), fresh.uri(), list.text());
          if (!text.text().isBlank() && edits.isEdited(page, fresh, text)) {
            tell(draft(listed, fresh.uri(), text).from(source.id(), now));
          }
        } catch (RuntimeException | StackOverflowError e) {
          complaint = Breakdown.of(Redact.url(page.url()), e);
        }
      } else if (!isGone(fetched)) {
        edits.unchanged(page);
      }
    }

    /** Whether asking again is of no use. */
    private static boolean isGone(Fetched fetched) {
      return fetched instanceof Fetched.Gone
          || fetched instanceof Fetched.Barred
          || (fetched instanceof Fetched.Failed failed && !failed.passing());
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
          PageText text = PageReader.read(html(page), page.uri(), list.text());
          Draft draft = draft(listed, page.uri(), text);
          Article article = draft.isEmpty() ? null : draft.from(source.id(), now);
          if (article != null && !draft.body().isBlank()) {
            seen.add(key);
            listed.follow(seen);
            if (listed.edition() == null) {
              edits.follow(listed.uri(), page, text);
            }
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

    private String html(Fetched.Fresh fresh) {
      return fresh.text(source.settings().charset());
    }

    /** The page's own words; the list's where it has none. */
    private Draft draft(Listed listed, URI found, PageText page) {
      String url = page.canonicalUrl().isEmpty() ? found.toString() : page.canonicalUrl();
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
          complaint,
          Wishes.NONE,
          edits.left());
    }
  }
}
