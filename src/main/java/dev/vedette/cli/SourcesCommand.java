package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.poll.Habits;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.SourceHealth;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import dev.vedette.stream.PollGroup;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vedette sources}. */
@Command(
    name = "sources",
    description =
        "Each source: how it is doing, when it gave its latest article, what is wrong with it.",
    subcommands = {SourcesAddCommand.class, SourcesOpmlCommand.class},
    mixinStandardHelpOptions = true)
final class SourcesCommand implements Runnable {

  private static final String ROW = "%-24s %-9s %9s %9s %9s %9s  %s%n";

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "one JSON object a line, for each polled source")
  private boolean json;

  @Override
  public void run() {
    Config read = config.read();
    Map<String, PollState> states;
    try (Cluster cluster = Cluster.visit(read.kafka(), read.dataDirectory())) {
      cluster.requireTopics();
      states = PollGroup.stored(cluster.clients());
    }
    PrintWriter out = spec.commandLine().getOut();
    Instant now = Instant.now();
    boolean hubs = read.poll().webSub() != null;
    if (json) {
      read.sources().stream()
          .filter(source -> source.settings().enabled())
          .map(source -> states.get(source.id()))
          .filter(Objects::nonNull)
          .forEach(state -> out.println(Json.line(SourceLine.of(state, hubs, now))));
    } else {
      out.printf(ROW, "SOURCE", "STATE", "ARTICLES", "LATEST", "SUCCESS", "NEXT", "NOTE");
      read.sources().forEach(source -> row(out, source, states.get(source.id()), hubs, now));
    }
    out.flush();
  }

  private static void row(
      PrintWriter out, Source source, @Nullable PollState state, boolean hubs, Instant now) {
    if (!source.settings().enabled() || state == null) {
      String word = source.settings().enabled() ? "new" : "off";
      out.printf(ROW, source.id(), word, "-", "-", "-", "-", "");
      return;
    }
    SourceHealth health = SourceHealth.of(state, now);
    out.printf(
        ROW,
        source.id(),
        health.state().word(),
        state.articles(),
        latest(state, now),
        ago(state.lastSuccess(), now),
        next(state, health, now),
        note(state, health, hubs, now));
  }

  /**
   * What a person should know of it, and why it is asked later or elsewhere than configured.
   *
   * @param hubs whether hubs may call, as {@code poll.websub} says where
   */
  static String note(PollState state, SourceHealth health, boolean hubs, Instant now) {
    Habits habits = state.habits();
    return Stream.of(
            health.note(),
            habits.later() == null ? "" : "asked later, as " + habits.later(),
            habits.settled() == null ? "" : "moved to " + habits.settled(),
            hubs ? state.hubNote(now) : "")
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Of what a source has when it is first read, nobody knows when it came. */
  static String latest(PollState state, Instant now) {
    Instant last = state.habits().rhythm().last();
    return last == null && state.articles() > 0 ? "?" : ago(last, now);
  }

  private static String ago(@Nullable Instant then, Instant now) {
    return then == null ? "never" : Ago.span(Duration.between(then, now)) + " ago";
  }

  private static String next(PollState state, SourceHealth health, Instant now) {
    if (health.state() == SourceHealth.State.RETIRED) {
      return "never";
    }
    return state.nextDue().isAfter(now)
        ? "in " + Ago.span(Duration.between(now, state.nextDue()))
        : "due";
  }
}
