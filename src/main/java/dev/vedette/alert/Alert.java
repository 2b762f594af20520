package dev.vedette.alert;

import dev.vedette.article.Fingerprint;
import dev.vedette.article.Trust;
import dev.vedette.watchlist.Hit;
import dev.vedette.watchlist.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is told to a reader: an entry was mentioned, here is the proof, and this is the story.
 *
 * @param id the same for every event about this entry and story
 * @param type what this event says of the alert
 * @param raisedAt when the article that made this event was fetched
 * @param watchlist id of the watchlist
 * @param watchlistVersion the state of the watchlists that made the match
 * @param entry id of the entry; the record's key in Kafka
 * @param title what the entry is called
 * @param severity how urgent
 * @param score 0..1
 * @param tags of the entry, its watchlist and the source, sorted
 * @param silenced null unless the entry was silenced when this was written
 * @param article what was published
 * @param hits the first {@link #MAX_HITS} mentions, each with its proof
 * @param totalHits how many there are in all
 * @param snippet the words around the best hit
 * @param story what the article is part of
 * @param hitsChanged whether a correction mentions the entry in other words or more often; null in
 *     all other events
 * @param summary what was not told one by one; null in all events but a summary
 */
public record Alert(
    String id,
    Type type,
    Instant raisedAt,
    String watchlist,
    String watchlistVersion,
    String entry,
    String title,
    Severity severity,
    double score,
    List<String> tags,
    @Nullable Silenced silenced,
    ArticleRef article,
    List<Hit> hits,
    int totalHits,
    String snippet,
    Story story,
    @Nullable Boolean hitsChanged,
    @Nullable Summary summary) {

  /** The name and major version of its JSON. */
  public static final String SCHEMA = "vedette.alert/1";

  /** The most hits that one alert carries. */
  public static final int MAX_HITS = 200;

  /** The most copies that one alert lists. */
  public static final int MAX_COPIES = 100;

  /**
   * Copies its lists.
   *
   * @throws NullPointerException if something is missing, as in what others have written
   */
  public Alert {
    there(id, "id");
    there(type, "type");
    there(raisedAt, "raisedAt");
    there(watchlist, "watchlist");
    there(watchlistVersion, "watchlistVersion");
    there(entry, "entry");
    there(title, "title");
    there(severity, "severity");
    there(article, "article");
    there(snippet, "snippet");
    there(story, "story");
    tags = List.copyOf(there(tags, "tags"));
    hits = List.copyOf(there(hits, "hits"));
  }

  private static <T> T there(T part, String name) {
    return Objects.requireNonNull(part, () -> name + " is missing");
  }

  /** The name and major version of its JSON. */
  public String schema() {
    return SCHEMA;
  }

  /**
   * The id of this event, as CloudEvents mean it: hash of alert, type, article and its revision, so
   * that a consumer that drops repeated ids keeps every event.
   */
  public String eventId() {
    return Fingerprint.of(
        id, type.name().toLowerCase(Locale.ROOT), article.id(), article.revision());
  }

  /** The kind of this event, as CloudEvents mean it. */
  public String eventType() {
    return "dev.vedette.alert." + type.name().toLowerCase(Locale.ROOT);
  }

  /** Where this event comes from, as CloudEvents mean it. */
  public String eventSource() {
    return "/vedette/watchlists/" + watchlist;
  }

  /** This alert with only these of its hits; how many there are in all stays what it was. */
  public Alert withHits(List<Hit> fewer) {
    return with(id, type, silenced, fewer, summary);
  }

  /**
   * This alert as somebody's silence of its entry leaves it: marked, if the silence holds when it
   * is raised and the watchlist does not silence it already.
   *
   * @param feedback what was said of the entry; null if nothing was
   */
  public Alert silencedBy(@Nullable Feedback feedback) {
    if (silenced != null || feedback == null || !feedback.silencesAt(raisedAt)) {
      return this;
    }
    Silenced now = new Silenced(feedback.until(), feedback.note(), feedback.by());
    return with(id, type, now, hits, summary);
  }

  /** This, for readers who have not heard of its story yet. */
  Alert asRaised() {
    return with(id, Type.RAISED, silenced, hits, summary);
  }

  /** A summary that shows this as the last of what it counts; an alert of its own. */
  Alert asLastOf(Summary counted) {
    String own = Fingerprint.of(entry, "summary", counted.from().toString());
    return with(own, Type.SUMMARY, silenced, hits, counted);
  }

  private Alert with(
      String newId,
      Type newType,
      @Nullable Silenced newSilenced,
      List<Hit> newHits,
      @Nullable Summary newSummary) {
    return new Alert(
        newId,
        newType,
        raisedAt,
        watchlist,
        watchlistVersion,
        entry,
        title,
        severity,
        score,
        tags,
        newSilenced,
        article,
        newHits,
        totalHits,
        snippet,
        story,
        hitsChanged,
        newSummary);
  }

  /** What an event says of its alert. */
  public enum Type {
    /** It is new. */
    RAISED,
    /** The story has another copy. */
    UPDATED,
    /** An article of it was edited where it was published. */
    CORRECTED,
    /** An article of it was edited, and no longer mentions the entry. */
    WITHDRAWN,
    /** There were too many to tell one by one. */
    SUMMARY
  }

  /**
   * Alerts of an entry that were not told one by one; the summary's article is the last of them.
   *
   * @param count how many they are, copies not counted
   * @param from when the first of them would have been raised
   * @param until when the last would have been
   */
  public record Summary(int count, Instant from, Instant until) {

    /** Refuses what is missing. */
    public Summary {
      there(from, "summary.from");
      there(until, "summary.until");
    }
  }

  /**
   * A silence that held.
   *
   * @param until when it ends; null if somebody must end it
   * @param reason why
   * @param by who asked for it
   */
  public record Silenced(@Nullable Instant until, String reason, String by) {}

  /**
   * The article, without its text.
   *
   * @param id its key on the articles topic
   * @param revision of its text
   * @param url where a reader finds it; may be empty
   * @param source id of the source
   * @param title its headline; may be empty
   * @param language BCP 47; may be empty
   * @param publishedAt when the publisher says it appeared, or null
   * @param fetchedAt when it was read
   * @param trust in its source
   */
  public record ArticleRef(
      String id,
      String revision,
      String url,
      String source,
      String title,
      String language,
      @Nullable Instant publishedAt,
      Instant fetchedAt,
      Trust trust) {

    /** What an older version did not write is {@link Trust#NORMAL}. */
    @SuppressWarnings("NullAway")
    public ArticleRef {
      there(id, "article.id");
      there(revision, "article.revision");
      there(url, "article.url");
      there(source, "article.source");
      there(title, "article.title");
      there(language, "article.language");
      there(fetchedAt, "article.fetchedAt");
      trust = trust == null ? Trust.NORMAL : trust;
    }

    /** One from a source of which nothing is said. */
    public ArticleRef(
        String id,
        String revision,
        String url,
        String source,
        String title,
        String language,
        @Nullable Instant publishedAt,
        Instant fetchedAt) {
      this(id, revision, url, source, title, language, publishedAt, fetchedAt, Trust.NORMAL);
    }
  }

  /**
   * The story, per entry.
   *
   * @param id the same for all copies
   * @param first id of the article that was told first
   * @param copies what else carries it, oldest first, at most {@link #MAX_COPIES}
   * @param totalCopies how many there are in all
   */
  public record Story(String id, String first, List<Copy> copies, int totalCopies) {

    /** Copies its list. */
    public Story {
      there(id, "story.id");
      there(first, "story.first");
      copies = List.copyOf(there(copies, "story.copies"));
    }
  }

  /**
   * Another publication of a story.
   *
   * @param url where a reader finds it; may be empty
   * @param source id of the source
   * @param article its id
   * @param kind how it differs from the first
   */
  public record Copy(String url, String source, String article, CopyKind kind) {

    /** Refuses what is missing. */
    public Copy {
      there(url, "story.copies.url");
      there(source, "story.copies.source");
      there(article, "story.copies.article");
      there(kind, "story.copies.kind");
    }
  }

  /** How a copy differs from the first that was told. */
  public enum CopyKind {
    /** The same words under the same headline. */
    EXACT,
    /** The same words under another headline. */
    REHEADLINED,
    /** Its beginning, without the rest. */
    TRUNCATED,
    /** The same text with changes, cut, longer, or in part. */
    EDITED,
    /** A part of it. */
    EXCERPT
  }
}
