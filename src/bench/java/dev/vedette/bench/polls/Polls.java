package dev.vedette.bench.polls;

import dev.vedette.bench.Scratch;
import dev.vedette.document.Secrets;
import dev.vedette.poll.PollSettings;
import dev.vedette.poll.Poller;
import dev.vedette.poll.Source;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.KafkaSettings;
import dev.vedette.stream.PollGroup;
import dev.vedette.watchlist.Watchlists;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Polls with the service's own parts: poller, group, transactions and embedded broker. */
@Command(
    name = "polls",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = "What thousands of sources cost, and how they are asked.")
public final class Polls implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--sources", paramLabel = "N", defaultValue = "10000")
  private int sources;

  @Option(names = "--every", paramLabel = "SECONDS", defaultValue = "900")
  private int every;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "120")
  private int seconds;

  @Option(
      names = "--latency",
      paramLabel = "MILLISECONDS",
      defaultValue = "500",
      description = "Of the server's answers (default: ${DEFAULT-VALUE}).")
  private int latency;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      defaultValue = "0",
      description = "How often polling is stopped and begun again, evenly spread.")
  private int restarts;

  @Option(
      names = "--stopped",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "For how long each restart finds it was stopped; nobody waits for it.")
  private int stopped;

  @Option(names = "--log", paramLabel = "FILE", description = "Where to write all requests.")
  private @Nullable Path file;

  /** Names that the JVM looks up in a file, which it reads from its beginning each time. */
  private static final int MOST_HOSTS = 500;

  private final RequestLog log = new RequestLog();

  /** Runs it. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Polls()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    try (Scratch scratch = Scratch.make("polls")) {
      poll(scratch.path());
    }
    if (file != null) {
      try (PrintWriter out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
        log.print(out);
      }
    }
    return 0;
  }

  private void poll(Path directory) throws Exception {
    Path names = directory.resolve("hosts");
    Files.writeString(names, hosts());
    System.setProperty("jdk.net.hosts.file", names.toString()); // all of them are this machine
    Sites sites = new Sites(Duration.ofMillis(latency), Duration.ofSeconds(10L * every), log);
    KafkaSettings kafka = new KafkaSettings("", 0, 3, -1, Map.of());
    try (sites;
        Cluster cluster = Cluster.host(kafka, directory.resolve("data"), this::say)) {
      cluster.ensureTopics(Watchlists.of(List.of(), "none"));
      measure(sites, cluster);
    }
  }

  private void measure(Sites sites, Cluster cluster) throws InterruptedException {
    List<Source> all = sources(sites.port());
    long heap = used();
    int threads = threads();
    say("threads before polling: %d".formatted(threads));
    for (int part = 0; part <= restarts; part++) {
      Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds((long) stopped * part));
      part(cluster, all, heap, Duration.ofSeconds(seconds).dividedBy(restarts + 1), clock);
    }
    say(
        "busiest second: %d requests; by tenths of the time: %s"
            .formatted(log.busiest(), log.tenths()));
    RequestLog.Gaps gaps = log.gaps(0.9);
    say(
        "%d times a host was asked again, %d times after less than 0.9 s, at the least after %.3f s"
            .formatted(gaps.all(), gaps.close(), gaps.least()));
    say("answers: " + log.answers());
  }

  /** Polls from a start to a stop. */
  private void part(Cluster cluster, List<Source> all, long heap, Duration time, Clock clock)
      throws InterruptedException {
    int before = log.size();
    long begin = System.nanoTime();
    try (Poller poller = new Poller(settings(), Path.of("none"), Secrets.NONE);
        PollGroup group =
            new PollGroup(
                cluster.clients(), poller, all, settings().connections(), clock, this::say)) {
      group.start();
      int most = 0;
      long end = begin + time.toNanos();
      while (System.nanoTime() < end) {
        most = Math.max(most, threads());
        Thread.sleep(200);
      }
      int known = group.states().size();
      long kept = (used() - heap) / Math.max(1, known);
      say("%d of %d sources are known, %d requests".formatted(known, sources, log.size() - before));
      say("requests in each of its first seconds: " + log.firstSeconds(begin, 15));
      say("threads: %d at most".formatted(most));
      say("heap: %d bytes a source that was polled".formatted(kept));
    }
  }

  private static PollSettings settings() {
    PollSettings usual = PollSettings.DEFAULTS;
    return usual.allowing(Set.of("127.0.0.1"));
  }

  private String hosts() {
    StringBuilder lines = new StringBuilder("127.0.0.1 localhost\n");
    for (int n = 0; n < Math.min(sources, MOST_HOSTS); n++) {
      lines.append("127.0.0.1 s").append(n).append(".example\n");
    }
    return lines.toString();
  }

  private List<Source> sources(int port) {
    List<Source> all = new ArrayList<>();
    for (int n = 0; n < sources; n++) {
      Source.Settings settings =
          new Source.Settings("s" + n, "s" + n, Duration.ofSeconds(every), "en", true);
      String site = "http://s%d.example:%d/%d/".formatted(n % MOST_HOSTS, port, n);
      all.add(
          Sites.kind(n) == Sites.Kind.LIST
              ? new Source.Page(settings, URI.create(site + "list"), "a", "")
              : new Source.Feed(settings, URI.create(site + "feed"), Source.FullText.FEED));
    }
    return all;
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
