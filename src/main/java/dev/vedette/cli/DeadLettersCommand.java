package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.sink.Ink;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.DeadLetter;
import dev.vedette.stream.DeadLetterLog;
import dev.vedette.stream.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vedette dead-letters}. */
@Command(
    name = "dead-letters",
    description = "Records that could not be processed: list them, or send them back.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | replay)")
final class DeadLettersCommand {

  @Spec private CommandSpec spec;

  @Command(
      name = "list",
      description = "What could not be processed and was not sent back yet, and why.",
      mixinStandardHelpOptions = true)
  void list(
      @Mixin ConfigOption config,
      @Option(names = "--all", description = "those too that were sent back") boolean all,
      @Option(names = "--json", description = "one JSON object a line") boolean json) {
    List<DeadLetter> letters =
        with(config, DeadLetterLog::list).stream()
            .filter(letter -> all || !letter.replayed())
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    letters.forEach(letter -> out.println(json ? Json.line(letter) : text(letter)));
    out.flush();
    if (letters.isEmpty()) {
      spec.commandLine().getErr().println("vedette: no dead letters");
    }
  }

  @Command(
      name = "replay",
      description =
          "Sends back to its topic what was not sent back yet: after an upgrade, or once its cause is mended. What fails again is a new dead letter.",
      mixinStandardHelpOptions = true)
  void replay(@Mixin ConfigOption config) {
    Map<String, Integer> sent = with(config, DeadLetterLog::replay);
    PrintWriter out = spec.commandLine().getOut();
    sent.forEach((topic, count) -> out.println(count + " sent back to " + topic));
    out.flush();
    if (sent.isEmpty()) {
      spec.commandLine().getErr().println("vedette: no dead letters to send back");
    }
  }

  private static <T> T with(ConfigOption option, Function<DeadLetterLog, T> use) {
    Config read = option.read();
    try (Cluster cluster = Cluster.visit(read.kafka(), read.dataDirectory())) {
      cluster.requireTopics();
      return use.apply(new DeadLetterLog(cluster.clients()));
    }
  }

  private static String text(DeadLetter letter) {
    return "%d-%d  %s  %s %d-%d  key '%s', %d bytes%s%n    %s"
        .formatted(
            letter.partition(),
            letter.offset(),
            letter.at(),
            letter.topic().isEmpty() ? "(no topic)" : letter.topic(),
            letter.fromPartition(),
            letter.fromOffset(),
            Ink.clean(letter.key()),
            letter.bytes(),
            letter.replayed() ? ", sent back" : "",
            letter.why().isEmpty() ? letter.exception() : Ink.clean(letter.why()));
  }
}
