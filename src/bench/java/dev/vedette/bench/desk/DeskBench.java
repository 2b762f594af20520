package dev.vedette.bench.desk;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The way in: one measurement a command. */
@Command(
    name = "desk",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "What people at the page and behind webhooks wait for.",
    subcommands = {Million.class, Listeners.class, Burst.class})
public final class DeskBench {

  private DeskBench() {}

  /** Runs one of them. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new DeskBench()).execute(args));
  }
}
