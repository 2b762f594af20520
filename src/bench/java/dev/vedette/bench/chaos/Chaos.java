package dev.vedette.bench.chaos;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes, breaks, waits, and reads what became of it. */
@Command(
    name = "chaos",
    sortOptions = false,
    description =
        "Breaks a running Vedette at random; nothing may be lost, told twice or invented.")
public final class Chaos implements Callable<Integer> {

  /** How long what was published last may take to be told once all is well again. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;

  @Option(names = "--seed", paramLabel = "N", description = "Of the faults (default: by chance).")
  private @Nullable Long seed;

  @Option(
      names = "--faults",
      paramLabel = "N",
      defaultValue = "12",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int faults;

  @Option(
      names = "--markers",
      paramLabel = "N",
      defaultValue = "0",
      description = "Publish on until there are so many (default: until the last fault).")
  private int markers;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "25",
      description = "Articles a second (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "2",
      description = "Of Vedette (default: ${DEFAULT-VALUE}).")
  private int instances;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      defaultValue = "8",
      description = "The longest between two faults (default: ${DEFAULT-VALUE}).")
  private int pause;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "For data, configuration and output; kept (default: a temporary one).")
  private @Nullable Path directory;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says this.")
  private boolean help;

  private static final int OUTLETS = 12;
  private static final int ENTRIES = 30;

  private Chaos() {}

  /** Runs it; ends with 1 if anything was lost, told twice or invented. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Its exit code. */
  static int run(String... args) {
    return new CommandLine(new Chaos()).execute(args);
  }

  @Override
  public Integer call() throws Exception {
    long drawn = seed == null ? System.nanoTime() : seed;
    Random random = new Random(drawn);
    Path home = directory == null ? Files.createTempDirectory("vedette-chaos") : directory;
    say("seed %d, everything in %s", drawn, home);
    try (Press press = new Press(OUTLETS, ENTRIES, new Random(drawn));
        Scene scene = new Scene(home, instances, press, OUTLETS, ENTRIES);
        Poison poison = new Poison(scene.bootstrapServers())) {
      scene.instance(0).await("Polling", 1);
      long start = System.nanoTime();
      press.start(rate);
      Map<Fault, Integer> struck = strike(scene, press, poison, random);
      while (press.published().size() < markers) {
        Thread.sleep(1_000);
        scene.revive();
      }
      press.stop();
      double seconds = (System.nanoTime() - start) / 1e9;
      say(
          "published %.1f articles a second; waiting for the last",
          press.published().size() / seconds);
      return conclude(scene, press, poison, struck);
    }
  }

  private Map<Fault, Integer> strike(Scene scene, Press press, Poison poison, Random random)
      throws Exception {
    Map<Fault, Integer> struck = new TreeMap<>();
    for (int number = 1; number <= faults; number++) {
      Thread.sleep(1_000 + random.nextInt(pause * 1_000));
      scene.revive();
      Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
      say("fault %d of %d: %s, after %d articles", number, faults, fault, press.published().size());
      fault.strike(scene, press, poison, random);
      struck.merge(fault, 1, Integer::sum);
    }
    return struck;
  }

  private int conclude(Scene scene, Press press, Poison poison, Map<Fault, Integer> struck)
      throws Exception {
    List<Marker> published = press.published();
    try (History history = new History(scene.bootstrapServers())) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      history.read();
      while ((history.events() < published.size() || history.deadLetters() < poison.sent().size())
          && System.nanoTime() < end) {
        Thread.sleep(1_000);
        scene.revive();
        history.read();
      }
      Thread.sleep(5_000); // what comes twice comes now
      history.read();
      List<String> wrong = history.violations(published, poison.sent());
      wrong.stream().limit(SHOWN).forEach(violation -> say("WRONG: %s", violation));
      say("faults: %s", struck);
      say(
          "%d markers, %d of them copies; %d events, %d versions of the watchlist, %d dead letters of %d poisoned; instances gave up %d times; %d violations",
          published.size(),
          published.stream().filter(Marker::isCopy).count(),
          history.events(),
          history.versions(),
          history.deadLetters(),
          poison.sent().size(),
          scene.endedByThemselves(),
          wrong.size());
      return wrong.isEmpty() ? 0 : 1;
    }
  }

  private void say(String words, Object... arguments) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(words.formatted(arguments));
    out.flush();
  }
}
