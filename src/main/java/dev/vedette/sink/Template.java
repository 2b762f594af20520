package dev.vedette.sink;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.vedette.alert.Alert;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Words of the operator with places for what an alert says.
 *
 * <p>A Mustache template. {@code {{title}}}, {@code {{article.url}}} and whatever else stands in an
 * alert's JSON is that of the first alert; {@code {{#alerts}}…{{/alerts}}} repeats for each of
 * them, and {@code {{count}}} says how many there are. What is filled in is escaped as the content
 * type wants it, but for {@code {{{three braces}}}}.
 *
 * @see <a href="https://mustache.github.io/mustache.5.html">Mustache</a>
 */
public final class Template {

  private static final ObjectMapper MAPS = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final String text;
  private final String contentType;
  private final com.samskivert.mustache.Template compiled;

  private Template(String text, String contentType, com.samskivert.mustache.Template compiled) {
    this.text = text;
    this.contentType = contentType;
    this.compiled = compiled;
  }

  /**
   * Compiles a template.
   *
   * @param contentType says how to escape: JSON, HTML, XML and forms are known, all else is plain
   * @throws IllegalArgumentException if it is none; the message says why and where
   */
  public static Template compile(String text, String contentType) {
    try {
      return new Template(
          text,
          contentType,
          Mustache.compiler()
              .withEscaper(escaper(contentType.toLowerCase(Locale.ROOT)))
              .emptyStringIsFalse(true)
              .defaultValue("")
              .compile(text));
    } catch (MustacheException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Mustache.Escaper escaper(String contentType) {
    if (contentType.contains("json")) {
      return raw -> new String(JsonStringEncoder.getInstance().quoteAsString(raw));
    }
    if (contentType.contains("html") || contentType.contains("xml")) {
      return Escapers.HTML;
    }
    return contentType.contains("form-urlencoded")
        ? raw -> URLEncoder.encode(raw, StandardCharsets.UTF_8)
        : raw -> raw;
  }

  String fill(Notification notification, AlertJson json) {
    List<Map<String, Object>> alerts =
        notification.alerts().stream().map(alert -> map(alert, json)).toList();
    Map<String, Object> values = new HashMap<>(alerts.get(0));
    values.put("alerts", alerts);
    values.put("count", alerts.size());
    return compiled.execute(values);
  }

  private static Map<String, Object> map(Alert alert, AlertJson json) {
    return MAPS.convertValue(json.of(alert), MAP);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template
        && text.equals(template.text)
        && contentType.equals(template.contentType);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, contentType);
  }
}
