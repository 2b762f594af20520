package dev.vedette.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that can be asked for.
 *
 * @param method of HTTP
 * @param template of the path, such as {@code /api/alerts/{id}}; a name stands for one step
 * @param action answers it
 */
record Route(String method, String template, Action action) {

  /** Answers a request. */
  interface Action {
    /** The answer to a call; throws {@link Refusal} if there is none. */
    Answer answer(Call call);
  }

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /** What stands in a path for the names; empty if it is another path. */
  Optional<Map<String, String>> matches(String path) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(template);
    StringBuilder expression = new StringBuilder();
    int from = 0;
    while (name.find()) {
      expression.append(Pattern.quote(template.substring(from, name.start()))).append("([^/]+)");
      names.add(name.group(1));
      from = name.end();
    }
    expression.append(Pattern.quote(template.substring(from)));
    Matcher matcher = Pattern.compile(expression.toString()).matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(values);
  }
}
