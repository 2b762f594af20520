package dev.vedette.page;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * When an article appeared: what the page declares in the places made for it, then what it shows,
 * then its address, and the day of the last change only where there is nothing else. Unknown is
 * better than wrong: days of comments, of other articles and of the copyright are none.
 */
final class PublicationDate {

  /** Names of meta tags that mean the day of publication and nothing else. */
  private static final String[] OF_PUBLICATION =
      words(
          """
          article:published_time article:published article:publish_date article:post_date
          article.published article_date_original article_publication_date og:published_time
          og:pubdate og:publish_date datepublished pubdate pub_date pub-date publishdate
          publish-date publish_date publication_date publication-date publicationdate
          published published_date published-date publish_time publishtime published_time
          originalpublicationdate original-publish-date date_published dc.date.issued
          dcterms.issued dc.issued dc.date.publication sailthru.date parsely-pub-date
          cxenseparse:recs:publishtime cxenseparse:publishtime bt:pubdate rnews:datepublished
          citation_publication_date citation_online_date prism.publicationdate
          eprints.datestamp shareaholic:article_published_time vr:published_time
          date.release release_date displaydate posted sitepublishdate ptime
          """);

  /** Names that mean it most of the time. */
  private static final String[] OF_SOMETHING =
      words(
          """
          date dc.date dcterms.date dc.date.created dcterms.created dc.created created
          datecreated creation_date date.created citation_date article:created_time
          content-date timestamp
          """);

  private static final String[] OF_CHANGE =
      words(
          """
          article:modified_time article:modified og:updated_time datemodified lastmod
          last-modified lastmodified last_modified dcterms.modified dc.date.modified revised
          modified updated_time bt:moddate
          """);

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "/(?<y>(?:19|20)\\d\\d)(?<sep>[/_-]?)(?<m>0[1-9]|1[0-2]|(?<=\\D)[1-9]|[a-z]{3})\\k<sep>"
              + "(?<d>0[1-9]|[12]\\d|3[01]|(?<=\\D)[1-9])(?=\\D|$)");

  private static final Pattern GENERIC_DOMAIN = Pattern.compile("[a-z]{3,}|us");

  private static final int FURTHEST_WEST = -12;

  private static final int FURTHEST_EAST = 14;

  private final StructuredData structured;
  private final MetaTags tags;
  private final String address;
  private final boolean monthFirst;
  private final ShownDates shown;

  private PublicationDate(
      Document page,
      StructuredData structured,
      MetaTags tags,
      Headline headline,
      String address,
      String language) {
    this.structured = structured;
    this.tags = tags;
    this.address = address;
    this.monthFirst = writesMonthFirst(language, address);
    this.shown = ShownDates.of(page, new PageHeading(headline.heading()), monthFirst);
  }

  private static String[] words(String block) {
    return block.strip().split("\\s+", -1);
  }

  /** Null where it cannot be told. */
  static @Nullable OffsetDateTime of(
      Document page,
      StructuredData structured,
      MetaTags tags,
      Headline headline,
      String address,
      String language) {
    return new PublicationDate(page, structured, tags, headline, address, language).find();
  }

  private @Nullable OffsetDateTime find() {
    return Stream.<Supplier<@Nullable OffsetDateTime>>of(
            () -> inOwnZone(declared()),
            () -> inOwnZone(inTags(OF_PUBLICATION)),
            shown::saidByTitle,
            this::inAddress,
            () -> inTags(OF_SOMETHING),
            shown::besideTitle,
            () -> first(structured.ofPage("datePublished")),
            shown::said,
            () -> first(structured.ofArticle("dateCreated")),
            () -> first(structured.ofArticle("dateModified")),
            () -> first(structured.ofPage("dateModified")),
            () -> inTags(OF_CHANGE),
            shown::changed)
        .map(Supplier::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * What is declared in universal time, in the zone of the day that the page shows. The publisher's
   * zone is seldom told, but what appeared at 01:30 and is shown under yesterday appeared to the
   * west.
   */
  private @Nullable OffsetDateTime inOwnZone(@Nullable OffsetDateTime date) {
    if (date == null || !date.getOffset().equals(ZoneOffset.UTC) || isDay(date)) {
      return date;
    }
    for (OffsetDateTime other : Arrays.asList(shown.saidByTitle(), inAddress())) {
      if (other != null && (isDay(other) || other.isEqual(date))) {
        return isDay(other) ? onDay(date, other.toLocalDate()) : other;
      }
    }
    return date;
  }

  private static boolean isDay(OffsetDateTime date) {
    return date.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  /** The instant in the nearest zone in which it is on that day; as it is where there is none. */
  private static OffsetDateTime onDay(OffsetDateTime date, LocalDate day) {
    if (Math.abs(ChronoUnit.DAYS.between(date.toLocalDate(), day)) != 1) {
      return date;
    }
    boolean west = day.isBefore(date.toLocalDate());
    int hours = west ? -1 - date.getHour() : 24 - date.getHour();
    return hours >= FURTHEST_WEST && hours <= FURTHEST_EAST
        ? date.withOffsetSameInstant(ZoneOffset.ofHours(hours))
        : date;
  }

  /** Where JSON-LD and OpenGraph differ, the one that the address confirms. */
  private @Nullable OffsetDateTime declared() {
    OffsetDateTime linked = first(structured.ofArticle("datePublished"));
    OffsetDateTime open = first(tags.all("article:published_time"));
    if (linked == null || open == null) {
      return linked == null ? open : linked;
    }
    OffsetDateTime addressed = inAddress();
    boolean confirmed = addressed != null && addressed.toLocalDate().equals(open.toLocalDate());
    return confirmed ? open : linked;
  }

  private @Nullable OffsetDateTime inTags(String[] names) {
    return Arrays.stream(names)
        .map(name -> first(tags.all(name)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable OffsetDateTime first(List<String> written) {
    for (String one : written) {
      OffsetDateTime date = WrittenDates.read(one, monthFirst);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private @Nullable OffsetDateTime inAddress() {
    Matcher day = IN_ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
    if (!day.find()) {
      return null;
    }
    return WrittenDates.read(
        Character.isDigit(day.group("m").charAt(0))
            ? day.group("y") + "-" + day.group("m") + "-" + day.group("d")
            : day.group("d") + " " + day.group("m") + " " + day.group("y"),
        false);
  }

  /** English of no country other than America: most sites of the generic domains. */
  private static boolean writesMonthFirst(String language, String address) {
    String tag = language.toLowerCase(Locale.ROOT);
    String host = SiteName.host(address);
    String domain = host.substring(host.lastIndexOf('.') + 1);
    return (tag.isEmpty() || tag.equals("en") || tag.equals("en-us"))
        && GENERIC_DOMAIN.matcher(domain).matches();
  }
}
