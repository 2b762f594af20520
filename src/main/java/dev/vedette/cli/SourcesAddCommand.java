package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.poll.Discovery;
import dev.vedette.poll.Finding;
import dev.vedette.poll.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vedette sources add}. */
@Command(
    name = "add",
    description = {
      "What a site offers, as YAML for sources: in vedette.yaml; changes nothing.",
      "Looks for the feeds that the page names, else at the usual places, for sitemaps in"
          + " robots.txt, and at the links on the page itself."
    },
    mixinStandardHelpOptions = true)
final class SourcesAddCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "URL", description = "of a site, page, feed or sitemap")
  private String address;

  @Override
  public Integer call() {
    URI site = site(address);
    Config read = config.read();
    PrintWriter err = spec.commandLine().getErr();
    Instant now = Instant.now();
    try (Discovery discovery =
        new Discovery(read.poll(), site, now, uri -> err.println("Looking at " + uri))) {
      List<Finding> found = discovery.at(site);
      if (found.isEmpty()) {
        err.println(
            "vedette: " + address + ": nothing found (expected: a feed, a sitemap or links)");
        return Main.FAILED;
      }
      show(read, site, found, now);
      return 0;
    } catch (IOException e) {
      err.println("vedette: " + address + ": " + e.getMessage());
      return Main.FAILED;
    }
  }

  /** People leave the scheme away. */
  private static URI site(String address) {
    String whole = address.contains("://") ? address : "https://" + address;
    try {
      URI uri = URI.create(whole);
      if (uri.getHost() != null && uri.getScheme().matches("(?i)https?")) {
        return uri.getRawPath().isEmpty() ? uri.resolve("/") : uri;
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(address + ": no address (expected: such as https://news.example/)");
    }
    throw new UsageException(address + ": no address (expected: such as https://news.example/)");
  }

  /** The first as it is, the others behind a #, to choose from. */
  private void show(Config read, URI site, List<Finding> found, Instant now) {
    PrintWriter out = spec.commandLine().getOut();
    SourceYaml yaml = new SourceYaml(new HashSet<>(read.sourceIds()));
    boolean first = true;
    for (Finding finding : found) {
      out.println("  # " + summary(finding, now));
      finding.examples().forEach(example -> out.println("  #   " + example));
      String there = known(read, finding.uri());
      if (there != null) {
        out.println("  # is there already, as " + there);
        continue;
      }
      String name = finding.title().isEmpty() ? String.valueOf(site.getHost()) : finding.title();
      String line = yaml.line(name, finding.uri(), keys(finding));
      out.println(first ? line : "  # or:" + line.substring(1));
      first = false;
    }
    out.flush();
  }

  private static @Nullable String known(Config read, URI uri) {
    return read.sources().stream()
        .filter(source -> source.address().equals(uri.toString()))
        .map(Source::id)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Object> keys(Finding finding) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("title", finding.title());
    switch (finding.kind()) {
      case FEED -> keys.put("feed", finding.uri());
      case SITEMAP -> keys.put("sitemap", finding.uri());
      case PAGE -> keys.put("page", finding.uri());
    }
    keys.put("include", finding.include());
    keys.put("language", finding.language());
    return keys;
  }

  private static String summary(Finding finding, Instant now) {
    String newest =
        finding.newest() == null
            ? ""
            : ", the newest " + Ago.span(Duration.between(finding.newest(), now)) + " old";
    return switch (finding.kind()) {
      case FEED ->
          "Feed (articles: %d%s): %s"
              .formatted(
                  finding.articles(),
                  newest,
                  finding.wholeTexts()
                      ? "it has the whole texts"
                      : "it has beginnings only, so that their pages are read");
      case SITEMAP ->
          finding.articles() == 0
              ? "Index of sitemaps" + newest
              : "Sitemap (pages: %d%s)".formatted(finding.articles(), newest);
      case PAGE ->
          "Page that lists articles (links with addresses %2$s: %1$d)"
              .formatted(finding.articles(), finding.include().get(0));
    };
  }
}
