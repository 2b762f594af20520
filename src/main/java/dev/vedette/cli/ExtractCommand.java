package dev.vedette.cli;

import dev.vedette.article.Article;
import dev.vedette.article.ZoneSpan;
import dev.vedette.poll.PollSettings;
import dev.vedette.stream.Json;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vedette extract}. */
@Command(
    name = "extract",
    description = "Dry run: what the pollers would make of a feed, page or text.",
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR|URL|-",
      description = "feeds, HTML pages or texts; - is the standard input")
  private List<String> names;

  @Option(names = "--json", description = "one JSON object a line, for each article")
  private boolean json;

  @Override
  public Integer call() {
    boolean all =
        Input.readAll(
            names, Instant.now(), PollSettings.DEFAULTS, this::show, spec.commandLine().getErr());
    return all ? 0 : Main.FAILED;
  }

  private void show(Input input) {
    PrintWriter out = spec.commandLine().getOut();
    for (Article article : input.articles()) {
      out.println(json ? line(input.file(), article) : page(input.file(), article));
    }
    out.flush();
  }

  private static String line(String file, Article article) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", file);
    line.put("article", article);
    return Json.line(line);
  }

  /** For people: what is known of it, then the text with each zone's name before it. */
  private static String page(String file, Article article) {
    StringBuilder page = new StringBuilder();
    field(page, "file", file);
    field(page, "title", article.title());
    field(page, "url", article.url());
    field(page, "author", article.author());
    field(page, "language", article.language());
    field(page, "published", article.publishedAt());
    int at = 0;
    for (ZoneSpan zone : article.zones()) {
      page.append(article.body(), at, zone.start());
      page.append('[').append(zone.zone().name().toLowerCase(Locale.ROOT)).append("] ");
      page.append(article.body(), zone.start(), zone.end());
      at = zone.end();
    }
    return page.append(article.body().substring(at)).append('\n').toString();
  }

  private static void field(StringBuilder page, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      page.append(String.format(Locale.ROOT, "%-10s %s%n", name + ":", value));
    }
  }
}
