package dev.vedette.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** A request, as the parts of the API read it; what it says wrongly is refused in words. */
final class Call {

  private final Request request;
  private final Map<String, String> path;
  private final Fields query;
  private final JsonMapper mapper;

  /**
   * The request of a route.
   *
   * @param path what stood for the names of the route
   * @param mapper reads bodies
   */
  Call(Request request, Map<String, String> path, JsonMapper mapper) {
    this.request = request;
    this.path = path;
    this.query = Request.extractQueryParameters(request);
    this.mapper = mapper;
  }

  Request request() {
    return request;
  }

  /** What stands in the path for a name of the route. */
  String path(String name) {
    return path.getOrDefault(name, "");
  }

  /** The value of a parameter; empty if there is none. */
  String text(String name) {
    String value = query.getValue(name);
    return value == null ? "" : value.strip();
  }

  /** The values of a parameter, which may be given several times or parted by commas. */
  Set<String> all(String name) {
    Set<String> all = new LinkedHashSet<>();
    List<String> values = query.getValues(name);
    for (String value : values == null ? List.<String>of() : values) {
      for (String one : value.split(",", -1)) {
        if (!one.isBlank()) {
          all.add(one.strip());
        }
      }
    }
    return all;
  }

  /** The values of a parameter, each the name of a constant in any case. */
  <E extends Enum<E>> Set<E> all(String name, Class<E> type) {
    Set<E> all = new LinkedHashSet<>();
    for (String value : all(name)) {
      all.add(constant(name, value, type));
    }
    return all;
  }

  static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
    }
    String expected =
        String.join(
            ", ",
            java.util.Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList());
    throw Refusal.of(name, value, "one of " + expected);
  }

  /** A whole number, or what is taken where none is given. */
  int number(String name, int least, int most, int otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw Refusal.of(name, text, "a whole number from " + least + " to " + most);
    }
    return number;
  }

  /** An instant such as 2026-11-23T12:00:00Z; null where none is given. */
  @Nullable Instant instant(String name) {
    String text = text(name);
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.of(name, text, "an instant such as 2026-11-23T12:00:00Z");
    }
  }

  /** True or false; null where neither is given. */
  @Nullable Boolean bool(String name) {
    String text = text(name);
    return switch (text) {
      case "" -> null;
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw Refusal.of(name, text, "true or false");
    };
  }

  /**
   * The body, which must be a JSON object of at most so many bytes.
   *
   * @throws Refusal if it is not
   */
  JsonNode body(int most) {
    try {
      // not closed: that would cut the connection off before the answer
      InputStream in = Content.Source.asInputStream(request);
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new Refusal(413, "the request is too long (expected: at most " + most + " bytes)");
      }
      JsonNode body = mapper.readTree(bytes);
      if (body == null || !body.isObject()) {
        throw new Refusal(400, "the body is no JSON object");
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "the body is no JSON");
    } catch (IOException e) {
      throw new Refusal(400, "the body cannot be read");
    }
  }

  /** A header of the request. */
  Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }
}
