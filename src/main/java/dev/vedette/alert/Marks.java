package dev.vedette.alert;

import static java.util.stream.Collectors.joining;

import dev.vedette.watchlist.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mentions in a snippet, for whoever shows it. */
public final class Marks {

  private Marks() {}

  /**
   * The snippet with every mention in it marked, the longest first, as one may hold another.
   *
   * @param plain what becomes of the words between mentions
   * @param mark what becomes of a mention
   */
  public static String in(Alert alert, UnaryOperator<String> plain, UnaryOperator<String> mark) {
    String snippet = alert.snippet();
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int[] mention : mentions(snippet, alert.hits())) {
      out.append(plain.apply(snippet.substring(at, mention[0])))
          .append(mark.apply(snippet.substring(mention[0], mention[1])));
      at = mention[1];
    }
    return out.append(plain.apply(snippet.substring(at))).toString();
  }

  private static List<int[]> mentions(String snippet, List<Hit> hits) {
    String surfaces =
        hits.stream()
            .map(hit -> Candidates.onOneLine(hit.surface()))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(joining("|"));
    List<int[]> mentions = new ArrayList<>();
    if (!surfaces.isEmpty()) {
      Matcher matcher = Pattern.compile(surfaces).matcher(snippet);
      while (matcher.find()) {
        mentions.add(new int[] {matcher.start(), matcher.end()});
      }
    }
    return mentions;
  }
}
