package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.poll.Source;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vedette run}. */
@Command(
    name = "run",
    description = "Run the service: poll sources, match articles, tell alerts.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Option(
      names = "--demo",
      description = "the sample sources only, in a data directory of their own")
  private boolean demo;

  @Override
  public Integer call() throws Exception {
    String seen =
        ConfigReload.look(config.file()); // first: what is edited from here on is a change
    Config read = chosen(config.readToRunOrTellAll());
    PrintWriter err = spec.commandLine().getErr();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Service service = new Service(read, seen, () -> chosen(config.readToRun()), out, err);
    try (service) {
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
      service.start();
      return service.awaitEnd();
    } finally {
      if (service.fatal() != null) { // last, so that nothing hides it
        err.println("vedette: " + service.fatal());
      }
    }
  }

  private Config chosen(Config read) {
    return demo ? demo(read) : read;
  }

  private static Config demo(Config config) {
    List<Source> samples =
        config.sources().stream().filter(source -> isSample(source, config)).toList();
    if (samples.isEmpty()) {
      throw new UsageException(
          "--demo: %s lists no sample sources (expected: at least one demo: address)"
              .formatted(config.file()));
    }
    Path data = config.dataDirectory().resolve("demo");
    return new Config(
        config.file(),
        data,
        config.watchlistDirectory(),
        config.kafka(),
        samples,
        config.poll(),
        config.alerts(),
        config.web(),
        config.console(),
        List.of(), // nobody outside is told of samples
        List.of(),
        config.secrets());
  }

  private static boolean isSample(Source source, Config config) {
    if (source instanceof Source.Feed feed) {
      return "demo".equals(feed.url().getScheme());
    }
    if (source instanceof Source.Page page) {
      return "demo".equals(page.url().getScheme());
    }
    return source instanceof Source.Folder folder
        && folder.directory().startsWith(config.demoDirectory());
  }
}
