package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigException;
import dev.vedette.document.Links;
import dev.vedette.document.Secrets;
import dev.vedette.poll.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vedette sources opml}. */
@Command(
    name = "opml",
    description = {
      "Feeds from another reader's list, as YAML for sources: in vedette.yaml; or the other way"
          + " round.",
      "Folders and categories become tags. Nothing is changed, and nothing is asked for."
    },
    mixinStandardHelpOptions = true)
final class SourcesOpmlCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "an OPML file")
  private @Nullable Path file;

  @Option(names = "--export", description = "the feeds of vedette.yaml, as OPML")
  private boolean export;

  @Override
  public Integer call() {
    if (export == (file != null)) {
      throw new UsageException("sources opml: a file or --export (expected: one of them)");
    }
    return file == null ? export(config.read()) : read(file);
  }

  private int read(Path opml) {
    PrintWriter err = spec.commandLine().getErr();
    List<Opml.Feed> feeds;
    try {
      feeds = Opml.read(Files.readAllBytes(opml));
    } catch (IOException e) {
      String why =
          e instanceof NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
      err.println("vedette: " + opml + ": " + why + " (expected: an OPML file that can be read)");
      return Main.FAILED;
    }
    if (feeds.isEmpty()) {
      err.println("vedette: " + opml + ": no feeds in it (expected: OPML with xmlUrl)");
      return Main.FAILED;
    }
    Map<String, String> known = new HashMap<>();
    known().forEach(source -> known.put(source.address(), source.id()));
    SourceYaml yaml = new SourceYaml(new HashSet<>(known.values()));
    feeds.forEach(feed -> spec.commandLine().getOut().println(line(feed, known, yaml)));
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** None where there is no configuration yet. */
  private List<Source> known() {
    try {
      return config.read().sources();
    } catch (ConfigException e) {
      return List.of();
    }
  }

  private static String line(Opml.Feed feed, Map<String, String> known, SourceYaml yaml) {
    URI uri = Links.uri(feed.address());
    if (uri == null || !Links.isFetchable(uri)) {
      return "  # no address of a feed: " + feed.title();
    }
    String there = known.putIfAbsent(uri.toString(), "a line above");
    if (there != null) {
      return "  # is there already, as " + there + ": " + feed.title();
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("title", feed.title());
    keys.put("feed", uri);
    keys.put("tags", feed.folders());
    return yaml.line(feed.title(), uri, keys);
  }

  private int export(Config read) {
    List<Opml.Feed> feeds = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Source source : read.sources()) {
      boolean open = isOpen(source, read.secrets());
      if (source instanceof Source.Feed feed && isOnTheWeb(feed) && open) {
        Source.Settings settings = source.settings();
        feeds.add(
            new Opml.Feed(
                settings.title(), source.address(), settings.language(), settings.tags()));
      } else {
        left.add(source.id() + (open ? "" : " (its address holds a secret)"));
      }
    }
    spec.commandLine().getOut().print(Opml.write("Vedette", feeds));
    spec.commandLine().getOut().flush();
    if (!left.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("Left out, not feeds of the web: " + String.join(", ", left));
    }
    return 0;
  }

  private static boolean isOnTheWeb(Source.Feed feed) {
    return feed.url().getHost() != null; // which a sample has not
  }

  private static boolean isOpen(Source source, Secrets secrets) {
    URI web = source.web();
    return web == null || (web.getUserInfo() == null && !secrets.showIn(web.toString()));
  }
}
