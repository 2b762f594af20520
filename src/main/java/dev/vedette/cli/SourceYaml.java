package dev.vedette.cli;

import dev.vedette.stream.Json;
import java.net.URI;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sources as lines of {@code sources:}. What strangers wrote is quoted, and cannot ask for
 * variables of the environment.
 */
final class SourceYaml {

  private static final int LONGEST_ID = 40;

  /** Without what means something in YAML, or is a number, a date or a truth. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!(?i:true|false|yes|no|null|on|off)$)[A-Za-z][A-Za-z0-9 ._/-]*(?<! )");

  private final Set<String> taken;

  /**
   * @param taken ids that no new source may have; grows
   */
  SourceYaml(Set<String> taken) {
    this.taken = taken;
  }

  /**
   * One source on one line.
   *
   * @param name what its id is made of; if that makes none, or a taken one, of the host or a number
   * @param keys texts, or lists of them, in order; empty ones are left out
   */
  String line(String name, URI uri, Map<String, Object> keys) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", id(name, uri));
    all.putAll(keys);
    return all.entrySet().stream()
        .filter(key -> !key.getValue().equals("") && !key.getValue().equals(List.of()))
        .map(key -> key.getKey() + ": " + value(key.getValue()))
        .collect(Collectors.joining(", ", "  - {", "}"));
  }

  private static String value(Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream().map(SourceYaml::value).collect(Collectors.joining(", ", "[", "]"));
    }
    String text = value.toString().replace("${", "$ {");
    return PLAIN.matcher(text).matches() ? text : Json.line(text);
  }

  private String id(String name, URI uri) {
    String own = slug(name);
    String base = own.matches(".*[a-z].*") ? own : slug(String.valueOf(uri.getHost()));
    String id = base;
    for (int number = 2; !taken.add(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }

  private static String slug(String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^www\\.", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.length() <= LONGEST_ID
        ? slug
        : slug.substring(0, LONGEST_ID).replaceFirst("-[^-]*$", "");
  }
}
