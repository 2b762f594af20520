package dev.vedette.page;

import dev.vedette.document.Links;
import dev.vedette.document.SafeHtml;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about its article, in the places made for that and before readers' eyes. */
record PageMeta(
    String title,
    @Nullable OffsetDateTime published,
    String author,
    String canonicalUrl,
    String language,
    String site) {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*");

  static PageMeta of(Document page) {
    MetaTags tags = MetaTags.of(page);
    String canonical = canonicalUrl(page, tags);
    String address = canonical.isEmpty() ? page.baseUri() : canonical;
    StructuredData structured = StructuredData.of(page, address);
    String named = SafeHtml.line(tags.first("og:site_name", "application-name"));
    SiteName site = SiteName.of(address, named, structured.publisher());
    Headline headline = Headline.of(page, structured, tags, site);
    String language = language(page, tags);
    return new PageMeta(
        headline.text(),
        PublicationDate.of(page, structured, tags, headline, address, language),
        Byline.of(page, structured, tags, headline, site),
        canonical,
        language,
        named.isEmpty() ? SafeHtml.text(structured.publisher()) : named);
  }

  private static String canonicalUrl(Document page, MetaTags tags) {
    Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
    String url = link == null ? "" : link.absUrl("href");
    if (url.isEmpty()) {
      url = tags.first("og:url");
    }
    URI uri = url.isEmpty() ? null : Links.uri(url);
    return uri != null && Links.isFetchable(uri) && !uri.isOpaque() ? uri.toString() : "";
  }

  private static String language(Document page, MetaTags tags) {
    Element html = page.selectFirst("html");
    String said = html == null ? "" : first(html.attr("lang"), html.attr("xml:lang"));
    said = first(said, tags.first("content-language"));
    said = first(said, tags.first("og:locale"));
    return LANGUAGE.matcher(said).matches() ? said.replace('_', '-') : "";
  }

  private static String first(String one, String other) {
    return one.isBlank() ? other : one;
  }
}
