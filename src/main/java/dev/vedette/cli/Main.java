package dev.vedette.cli;

import dev.vedette.config.ConfigException;
import dev.vedette.stream.StreamException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The entrance: {@code vedette COMMAND}. */
@Command(
    name = "vedette",
    description = "Watches news for the names you follow, and tells each story once.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong usage",
      "3:invalid configuration or list, or failing watchlist tests"
    },
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      TestCommand.class,
      MatchCommand.class,
      WhyNotCommand.class,
      BacktestCommand.class,
      StoriesCommand.class,
      ExtractCommand.class,
      ImportCommand.class,
      EntryCommand.class,
      AlertsCommand.class,
      SourcesCommand.class,
      DeadLettersCommand.class,
      TopologyCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    })
public final class Main {

  static final int FAILED = 1;
  static final int INVALID = 3;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(commandLine(out, err).execute(args));
  }

  /** The command line, writing to these; for tests too. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((thrown, command, parsed) -> report(thrown, command));
  }

  /** What a person can act on is a sentence; anything else is a fault of ours, with its trace. */
  private static int report(Exception thrown, CommandLine command) throws Exception {
    if (thrown instanceof ConfigException) {
      command.getErr().println(thrown.getMessage());
      return INVALID;
    }
    if (thrown instanceof StreamException || thrown instanceof UsageException) {
      command.getErr().println("vedette: " + thrown.getMessage());
      return thrown instanceof UsageException ? CommandLine.ExitCode.USAGE : FAILED;
    }
    if (thrown instanceof KafkaException) {
      command.getErr().println("vedette: Kafka: " + thrown.getMessage());
      return FAILED;
    }
    throw thrown;
  }
}
