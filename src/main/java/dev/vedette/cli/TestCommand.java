package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.config.LoadedWatchlists;
import dev.vedette.config.Trial;
import dev.vedette.config.WatchlistReader;
import dev.vedette.sink.Ink;
import dev.vedette.watchlist.Hit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vedette test}. */
@Command(
    name = "test",
    description = "Run the watchlists' own tests, and those in *-test.yaml files beside them.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

  /** Sentences that are shown of one failure. */
  private static final int MOST_SENTENCES = 3;

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "also write the outcome there, in JUnit's XML")
  private @Nullable Path junit;

  @Override
  public Integer call() {
    Config read = config.readOrTellAll();
    LoadedWatchlists loaded = WatchlistReader.load(read.watchlistDirectory(), read.sourceIds());
    List<Trial> failed = loaded.trials().stream().filter(trial -> !trial.passed()).toList();
    PrintWriter out = spec.commandLine().getOut();
    Ink ink = new Ink(Terminal.colour());
    failed.forEach(trial -> out.print(told(trial, ink)));
    int passed = loaded.trials().size() - failed.size();
    out.printf("passed: %d, failed: %d%n", passed, failed.size());
    out.flush();
    if (junit != null) {
      write(junit, loaded.trials());
    }
    return failed.isEmpty() ? 0 : Main.INVALID;
  }

  private static void write(Path file, List<Trial> trials) {
    try {
      JunitReport.write(file, trials);
    } catch (IOException e) {
      throw new UsageException(
          "--junit: cannot write " + file + " (expected: a file in a directory that exists)");
    }
  }

  private static String told(Trial trial, Ink ink) {
    StringBuilder out = new StringBuilder();
    out.append("%s:%d:%d: ".formatted(trial.file(), trial.line(), trial.column()))
        .append(trial.path() + ": " + trial.subject() + "\n")
        .append("    expected: " + trial.expected() + "\n")
        .append("    got:      " + ink.bad(trial.got()) + "\n");
    trial.evidence().stream()
        .flatMap(evidence -> sentences(evidence, ink).stream())
        .distinct()
        .limit(MOST_SENTENCES)
        .forEach(sentence -> out.append("      " + sentence + "\n"));
    return out.toString();
  }

  /** The sentences of all hits, with every hit in them marked. */
  private static List<String> sentences(Trial.Evidence evidence, Ink ink) {
    return evidence.hits().stream()
        .map(
            hit -> {
              boolean title = hit.field() == Hit.Field.TITLE;
              List<Excerpt.Mark> marks =
                  evidence.hits().stream()
                      .filter(one -> one.field() == hit.field())
                      .map(one -> new Excerpt.Mark(one.start(), one.end(), ink::mark))
                      .toList();
              return new Excerpt(title ? evidence.title() : evidence.body(), marks)
                  .sentence(hit.start(), hit.end());
            })
        .toList();
  }
}
