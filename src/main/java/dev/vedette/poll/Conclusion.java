package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.document.Redact;
import dev.vedette.document.Secrets;
import dev.vedette.feed.Hub;
import dev.vedette.feed.Wishes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a poll's outcome means for the next one.
 *
 * @param state from before the poll
 * @param now when it began
 */
record Conclusion(Source source, PollState state, Instant now, Schedule schedule, Secrets secrets) {

  Poll of(Outcome outcome, PollRun.Own own) {
    if (own.elsewhere() && own.lost()) {
      return backHome(outcome);
    }
    if (outcome instanceof Outcome.Harvest harvest) {
      return harvested(harvest, own);
    } else if (outcome instanceof Outcome.Unchanged) {
      Habits habits = answered(0, own);
      Schedule.Due due =
          schedule.told(
              source,
              state,
              now,
              schedule.afterSuccess(source, now, habits, own.notice().fresh()),
              false);
      return none(state.same(now, due.at(), habits.later(due.later())));
    } else if (outcome instanceof Outcome.Gone gone) {
      return gone(gone.why());
    } else if (outcome instanceof Outcome.Postponed postponed) {
      Instant due = schedule.afterPause(now, postponed.left());
      return none(state.postponed(due, hidden(postponed.why())));
    }
    Outcome.Failure failure = (Outcome.Failure) outcome;
    int failures = state.failures() + 1;
    Instant due = schedule.afterFailure(source, now, failures, failure.retryAfter());
    return none(state.failed(now, due, state.habits().later(null), hidden(failure.why())));
  }

  private Poll harvested(Outcome.Harvest harvest, PollRun.Own own) {
    Contact contact = contact();
    Habits habits =
        answered(harvest.articles().size(), own)
            .wishing(wishes(harvest.wishes(), own.notice().hub()))
            .contact(isOver(contact, harvest) ? null : contact);
    Schedule.Due due =
        harvest.rest() == null
            ? schedule.told(
                source,
                state,
                now,
                schedule.afterSuccess(source, now, habits, own.notice().fresh()),
                !harvest.articles().isEmpty())
            : new Schedule.Due(now.plus(harvest.rest()), null);
    PollState next =
        state.harvested(
            now, due.at(), habits.later(due.later()), harvest, hidden(harvest.complaint()));
    if (state.subscription() != null && !harvest.articles().isEmpty()) {
      next = next.with(state.subscription().afterNews(state.lastPolled(), now));
    }
    return harvest.articles().isEmpty() ? none(next) : judged(harvest.articles(), contact, next);
  }

  /** With the hub that the answer's head names, or else the document itself. */
  private Wishes wishes(Wishes wishes, @Nullable Hub inHead) {
    Hub hub = inHead == null ? wishes.hub() : inHead;
    if (hub == null) {
      return wishes;
    }
    String topic = open(hub.topic().isEmpty() ? source.address() : hub.topic());
    String address = open(hub.address());
    return wishes.with(topic == null || address == null ? null : new Hub(address, topic));
  }

  /** What was left out at the first contact is no news when it is edited, either. */
  private Poll judged(List<Article> brought, @Nullable Contact contact, PollState next) {
    Set<String> leftOut = new LinkedHashSet<>(state.leftOut());
    List<Article> articles = new ArrayList<>();
    for (Article article : brought) {
      String hash = Seen.hash(article.id());
      if (contact != null && source.backfill().leavesOut(article.publishedAt(), contact.since())) {
        leftOut.add(hash);
      }
      boolean past = leftOut.contains(hash);
      articles.add(article.from(past ? source.origin().asPast() : source.origin()));
    }
    return new Poll(articles, next.leavingOut(List.copyOf(leftOut)));
  }

  /** The first one, if it begins now or lasts still; else null. */
  private @Nullable Contact contact() {
    return state.lastSuccess() == null ? new Contact(now) : state.habits().contact();
  }

  private boolean isOver(@Nullable Contact contact, Outcome.Harvest harvest) {
    return contact == null || harvest.whole() || !contact.lastsAfter(harvest.articles(), now);
  }

  private Poll gone(String why) {
    Habits habits = state.habits().oneMoreGone().later(null);
    String words =
        habits.retired()
            ? why + ": it is gone for good, and not asked for again under this address"
            : why + ": it is gone, and asked for once a day only";
    return none(state.failed(now, schedule.afterGone(now, habits), habits, hidden(words)).bare());
  }

  /** Where it had moved to, it is no more: its own address is asked next, and soon. */
  private Poll backHome(Outcome outcome) {
    String why =
        outcome instanceof Outcome.Failure failure
            ? failure.why()
            : outcome instanceof Outcome.Gone gone ? gone.why() : "not there";
    Habits habits = state.habits().moving(null).later(null);
    Instant due = schedule.afterFailure(source, now, 0, null);
    return none(state.failed(now, due, habits, hidden(why)).bare());
  }

  private Habits answered(int articles, PollRun.Own own) {
    Habits habits = state.habits().seen(articles, state.lastSuccess(), now);
    URI to = own.notice().moved();
    if (own.elsewhere() && to == null) {
      return habits; // it stays where it moved to
    }
    return habits.moving(to == null ? null : open(to.toString()));
  }

  /** An address without secrets; one with any is followed each time, and never kept. */
  private @Nullable String open(String address) {
    boolean secret = !Redact.url(secrets.hide(address)).equals(address);
    return secret || address.length() > Draft.MAX_URL ? null : address;
  }

  private @Nullable String hidden(@Nullable String why) {
    return why == null ? null : secrets.hide(why);
  }

  private static Poll none(PollState next) {
    return new Poll(List.of(), next);
  }
}
