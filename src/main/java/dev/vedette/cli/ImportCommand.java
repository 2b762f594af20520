package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.ConfigException;
import dev.vedette.config.ListFiles;
import dev.vedette.config.Problem;
import dev.vedette.config.WatchlistReader;
import dev.vedette.config.WatchlistText;
import dev.vedette.config.Words;
import dev.vedette.imports.Choice;
import dev.vedette.imports.DocumentFrequency;
import dev.vedette.imports.Imported;
import dev.vedette.imports.ListException;
import dev.vedette.imports.ListFormat;
import dev.vedette.stream.ArticleLog;
import dev.vedette.stream.Cluster;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Kind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vedette import}. */
@Command(
    name = "import",
    description = {
      "Make a watchlist of a sanctions list, on the standard output.",
      "The standard error tells what was left out, and which names were made weak because they mean"
          + " too much in running text."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nFormats:%n",
    footer = {
      "  ofac-sdn       OFAC's sdn.csv with alt.csv, or cons_prim.csv with cons_alt.csv",
      "  ofac-xml       OFAC's sdn.xml or consolidated.xml, or sdn_advanced.xml, which has more"
          + " scripts",
      "  un-sc          the UN Security Council's consolidated list in XML",
      "  opensanctions  OpenSanctions' targets.simple.csv",
      "  ftm            FollowTheMoney entities, a JSON object a line",
      "  names          a name a line; further forms after semicolons; --kind says what they are"
    })
final class ImportCommand implements Runnable {

  private static final Duration DEFAULT_SINCE = Duration.ofDays(30);

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FORMAT", description = "see below")
  private String format = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "all of the list")
  private List<Path> files = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "what the names of a plain list are: person, organization, vessel, ...")
  private @Nullable Kind kind;

  @Option(
      names = "--programme",
      paramLabel = "NAME",
      description = "only entries of this programme, such as DPRK4; may be given several times")
  private List<String> programmes = List.of();

  @Option(
      names = "--watchlist",
      paramLabel = "ID",
      description = "the id of the watchlist that is made (default: the format)")
  private @Nullable String watchlist;

  @Option(
      names = "--diff",
      paramLabel = "OLD",
      description =
          "print what is new, gone and changed since then instead: a watchlist that was made of an"
              + " earlier list (*.yaml), or the earlier list itself; once for each of its files")
  private List<Path> old = List.of();

  @Option(
      names = "--kept-articles",
      description =
          "count in how many of the articles that Vedette keeps each name stands; aliases that"
              + " stand in many become weak")
  private boolean keptArticles;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = SinceConverter.class,
      description = "with --kept-articles: from when on, such as 7d (default: 30d)")
  private @Nullable Instant since;

  @Mixin private ConfigOption config;

  @Override
  public void run() {
    ListFormat read = format();
    if (since != null && !keptArticles) {
      throw new UsageException("--since (expected: beside --kept-articles)");
    }
    Imported imported = read(read, files);
    DocumentFrequency kept = keptArticles ? counted(imported) : null;
    if (kept != null) {
      imported = kept.judged();
    }
    PrintWriter err = spec.commandLine().getErr();
    if (old.isEmpty()) {
      print(read, imported, kept);
      new ImportReport(err, kept).print(imported);
    } else {
      PrintWriter out = spec.commandLine().getOut();
      ListChanges.of(earlier(read), imported.entries()).forEach(out::println);
      out.flush();
    }
    err.flush();
  }

  private DocumentFrequency counted(Imported imported) {
    Config read = config.read();
    DocumentFrequency frequency = new DocumentFrequency(imported);
    Instant from = since == null ? Instant.now().minus(DEFAULT_SINCE) : since;
    try (Cluster cluster = Cluster.visit(read.kafka(), read.dataDirectory())) {
      cluster.requireTopics();
      try (ProgressLine progress =
          new ProgressLine(spec.commandLine().getErr(), Terminal.watched(), System::nanoTime)) {
        new ArticleLog(cluster.clients())
            .readAtOnce(
                from, Runtime.getRuntime().availableProcessors(), frequency::read, progress);
      }
    }
    return frequency;
  }

  private ListFormat format() {
    ListFormat found =
        ListFormat.of(format)
            .orElseThrow(
                () ->
                    new UsageException(
                        "FORMAT: '%s' (expected: %s%s)"
                            .formatted(
                                format,
                                Words.or(ListFormat.labels()),
                                Words.didYouMean(format, ListFormat.labels()))));
    if (found.needsKind() && kind == null) {
      throw new UsageException("--kind is missing (expected: what the names are, such as person)");
    }
    if (!found.needsKind() && kind != null) {
      throw new UsageException(
          "--kind: %s says itself what everybody is (expected: no --kind)".formatted(format));
    }
    return found;
  }

  private Imported read(ListFormat from, List<Path> paths) {
    try {
      return Imported.read(
          from,
          kind == null ? Kind.PERSON : kind,
          paths.stream().map(ListFiles::of).toList(),
          new Choice(Set.copyOf(programmes), Set.of(), Set.of(), Set.of()));
    } catch (ListException e) {
      throw new ConfigException(List.of(Problem.of(e)));
    }
  }

  private List<Entry> earlier(ListFormat from) {
    boolean watchlists = old.stream().allMatch(WatchlistReader::isWatchlist);
    return watchlists
        ? old.stream().flatMap(file -> WatchlistReader.entries(file).stream()).toList()
        : read(from, old).entries();
  }

  private void print(ListFormat from, Imported imported, @Nullable DocumentFrequency kept) {
    Map<String, String> remarks = new HashMap<>();
    imported
        .weak()
        .forEach(
            weak ->
                remarks.put(
                    weak.entry() + " " + weak.name(),
                    kept == null ? weak.why().words() : kept.words(weak)));
    PrintWriter out = spec.commandLine().getOut();
    String id = watchlist == null ? from.label() : watchlist;
    out.print(
        WatchlistText.head(
            id,
            id,
            List.of(
                "Made by: vedette import %s %s"
                    .formatted(
                        from.label(),
                        String.join(" ", files.stream().map(Path::toString).toList())),
                "The next import makes it anew; 'import:' in a watchlist reads the list itself.")));
    imported
        .entries()
        .forEach(
            entry ->
                out.print(
                    WatchlistText.entry(
                        entry, (one, name) -> remarks.getOrDefault(one.id() + " " + name, ""))));
    out.flush();
  }
}
