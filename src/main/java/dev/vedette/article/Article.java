package dev.vedette.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published text, as a source gave it.
 *
 * @param id the same on every reading of the same publication; also its key in Kafka; not blank
 * @param revision changes when the text does: a hash of title and body
 * @param source the source's id in the configuration, not its address
 * @param url where a reader finds it; empty where there is no such place
 * @param title plain text, without markup; empty where the source gives none
 * @param body plain text, paragraphs parted by line feeds; at most {@link #MAX_BODY} UTF-16 units
 * @param zones what the parts of the body are, in order and without overlap; what none covers is
 *     {@link Zone#BODY}
 * @param language a BCP 47 tag such as {@code en} or {@code zh-Hant}; empty where unknown
 * @param author names as published, parted by commas; empty where the source gives none
 * @param publishedAt when the publisher says it appeared; null where it does not say. Data for
 *     display: nothing is ordered or expired by it
 * @param fetchedAt when Vedette read it; the time of its record in Kafka
 * @param truncated whether the body was cut at {@link #MAX_BODY}
 * @param origin what its source says of it; null stands for {@link Origin#PLAIN}, as what was
 *     written before there were origins
 */
public record Article(
    String id,
    String revision,
    String source,
    String url,
    String title,
    String body,
    List<ZoneSpan> zones,
    String language,
    String author,
    @Nullable Instant publishedAt,
    Instant fetchedAt,
    boolean truncated,
    Origin origin) {

  /** The most that is kept of one text, in UTF-16 units. */
  public static final int MAX_BODY = 512 * 1024;

  /** The most that is kept of one title, in UTF-16 units. */
  public static final int MAX_TITLE = 2_000;

  /** The name and major version of its JSON. */
  public static final String SCHEMA = "vedette.article/1";

  /**
   * @throws IllegalArgumentException if the id is blank, because an article without one could
   *     neither be partitioned nor recognised on its second reading; or if a zone lies outside the
   *     body or before its predecessor's end
   */
  @SuppressWarnings("NullAway") // JSON of before
  public Article {
    origin = origin == null ? Origin.PLAIN : origin;
    if (id.isBlank()) {
      throw new IllegalArgumentException("id: '" + id + "' (expected: not blank)");
    }
    zones = List.copyOf(zones);
    int from = 0;
    for (ZoneSpan zone : zones) {
      if (zone.start() < from || zone.end() > body.length()) {
        throw new IllegalArgumentException(
            "zones: %s at %d..%d (expected: inside %d..%d)"
                .formatted(zone.zone(), zone.start(), zone.end(), from, body.length()));
      }
      from = zone.end();
    }
  }

  /** One of whose source nothing is said. */
  public Article(
      String id,
      String revision,
      String source,
      String url,
      String title,
      String body,
      List<ZoneSpan> zones,
      String language,
      String author,
      @Nullable Instant publishedAt,
      Instant fetchedAt,
      boolean truncated) {
    this(
        id,
        revision,
        source,
        url,
        title,
        body,
        zones,
        language,
        author,
        publishedAt,
        fetchedAt,
        truncated,
        Origin.PLAIN);
  }

  /** The name and major version of its JSON. */
  public String schema() {
    return SCHEMA;
  }

  /** The zone in which a UTF-16 offset of the body lies. */
  public Zone zoneAt(int offset) {
    int low = 0;
    int high = zones.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      ZoneSpan span = zones.get(middle);
      if (offset < span.start()) {
        high = middle - 1;
      } else if (offset >= span.end()) {
        low = middle + 1;
      } else {
        return span.zone();
      }
    }
    return Zone.BODY;
  }

  /** This article with a body of at most so many UTF-16 units, marked as truncated if it is cut. */
  public Article cutTo(int length) {
    if (body.length() <= length) {
      return this;
    }
    int end =
        length > 0 && Character.isHighSurrogate(body.charAt(length - 1)) ? length - 1 : length;
    List<ZoneSpan> kept =
        zones.stream()
            .filter(zone -> zone.start() < end)
            .map(zone -> new ZoneSpan(zone.zone(), zone.start(), Math.min(zone.end(), end)))
            .toList();
    return new Article(
        id,
        revision,
        source,
        url,
        title,
        body.substring(0, end),
        kept,
        language,
        author,
        publishedAt,
        fetchedAt,
        true,
        origin);
  }

  /** This article, from there. */
  public Article from(Origin where) {
    return new Article(
        id,
        revision,
        source,
        url,
        title,
        body,
        zones,
        language,
        author,
        publishedAt,
        fetchedAt,
        truncated,
        where);
  }

  /** The host that published it, without {@code www.}; empty where the URL has none. */
  public String site() {
    int from = url.indexOf("://");
    if (from < 0) {
      return "";
    }
    String rest = url.substring(from + 3);
    int to = 0;
    while (to < rest.length() && "/?#:".indexOf(rest.charAt(to)) < 0) {
      to++;
    }
    String host = rest.substring(0, to);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
