package dev.vedette.cli;

import dev.vedette.stream.AlertSettings;
import dev.vedette.stream.VedetteTopology;
import dev.vedette.watchlist.Watchlists;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vedette topology}. */
@Command(
    name = "topology",
    description = "Print the stream topology: every step, store and topic by name.",
    mixinStandardHelpOptions = true)
final class TopologyCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Watchlists none = Watchlists.of(List.of(), "none");
    spec.commandLine()
        .getOut()
        .print(
            new VedetteTopology(() -> none, AlertSettings.DEFAULTS.storyWindow())
                .build()
                .describe());
    spec.commandLine().getOut().flush();
  }
}
