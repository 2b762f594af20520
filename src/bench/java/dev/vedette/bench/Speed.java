package dev.vedette.bench;

import dev.vedette.article.Article;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Sends real texts through Vedette and its rivals, all in this one JVM and thread, lap after lap by
 * turns, so that whatever disturbs the machine disturbs them all.
 */
@Command(
    name = "speed",
    sortOptions = false,
    description = "Measures how fast names are found, beside others that find names.")
public final class Speed implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:bench.data:-../shared/data/bench}",
      description = "Texts and names (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--names",
      paramLabel = "SIZE",
      defaultValue = "10k",
      description = "How many names: 10k, 100k or 1m (default: ${DEFAULT-VALUE}).")
  private String size;

  @Option(
      names = "--engines",
      paramLabel = "ENGINE",
      split = ",",
      description = "Some of ${COMPLETION-CANDIDATES} (default: all).")
  private List<Contender> contenders = List.of(Contender.values());

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "Laps of each; the last half of them counts (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says this.")
  private boolean help;

  private Speed() {}

  /** Runs it; ends with 1 if the engines find different things. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Speed()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    BenchData bench = BenchData.in(data);
    check(rounds >= 2, "--rounds: '" + rounds + "' (expected: at least 2)");
    check(bench.isThere(), "--data: '" + data + "' (expected: a directory with texts.jsonl.gz)");
    check(bench.hasNames(size), "--names: '" + size + "' (expected: 10k, 100k or 1m)");
    List<Article> articles = bench.articles();
    List<String> names = bench.names(size);
    List<Run> runs = new ArrayList<>();
    try {
      return measure(runs, names, articles);
    } finally {
      runs.forEach(Run::close);
    }
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private int measure(List<Run> runs, List<String> names, List<Article> articles) {
    for (Contender contender : contenders) {
      tell("Loading " + contender.title());
      runs.add(Run.load(contender, names, articles));
    }
    for (int round = 1; round < rounds; round++) {
      tell("Round " + (round + 1) + " of " + rounds);
      runs.forEach(run -> run.lap(articles));
    }
    Report report =
        new Report(new PrintWriter(System.out, true), size, names, articles, rounds / 2);
    report.print(runs);
    if (contenders.contains(Contender.VARIANTS)) {
      tell("Loading " + Contender.VARIANTS.title() + " again");
      try (Run again = Run.load(Contender.VARIANTS, names, articles)) {
        report.printNewWords(again);
      }
    }
    return report.allAgree(runs) ? 0 : 1;
  }

  private void tell(String step) {
    spec.commandLine().getErr().println(step);
  }
}
