package dev.vedette.bench.chaos;

import dev.vedette.cli.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A broker and some instances, each a process, each instance behind a link of its own. */
final class Scene implements AutoCloseable {

  private static final int PARTITIONS = 3;

  private final Path directory;
  private final List<String> brokerPorts = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Integer> linkPorts = new ArrayList<>();
  private final List<Child> instances = new ArrayList<>();
  private final int entries;
  private Child broker;
  private int brokerStarts;
  private int edition;
  private int endedByThemselves;

  /**
   * Starts everything.
   *
   * @param directory empty; data, configuration and output go there
   */
  Scene(Path directory, int instances, Press press, int outlets, int entries)
      throws IOException, InterruptedException {
    this.directory = directory;
    this.entries = entries;
    brokerPorts.add(directory.resolve("broker").toString());
    brokerPorts.add(Integer.toString(freePort()));
    brokerPorts.add(Integer.toString(freePort()));
    for (int i = 0; i < instances; i++) {
      int listened = freePort();
      int advertised = freePort();
      brokerPorts.add(listened + ":" + advertised);
      links.add(new Link(advertised, listened));
      linkPorts.add(advertised);
    }
    configure(press, outlets);
    startBroker();
    for (int i = 0; i < instances; i++) {
      this.instances.add(newInstance(i));
    }
  }

  private void configure(Press press, int outlets) throws IOException {
    StringBuilder sources = new StringBuilder();
    for (int outlet = 0; outlet < outlets; outlet++) {
      sources.append(
          "  - {id: outlet-%d, feed: \"%s\", every: 4s, full-text: feed}%n"
              .formatted(outlet, press.feed(outlet)));
    }
    write(
        "config/vedette.yaml",
        """
        data-directory: ../data
        kafka: {topics: {partitions: %d, replication-factor: 1}}
        poll: {host-spacing: 0s, adaptive: false}
        web: {port: 0}
        console: {enabled: false}
        sources:
        %s\
        """
            .formatted(PARTITIONS, sources));
    nextEdition();
  }

  /** Saves the watchlist anew, so that all instances reload it, each when it sees it. */
  void nextEdition() throws IOException {
    StringBuilder list =
        new StringBuilder(
            "watchlist: chaos%ntitle: Edition %d%nmax-per-hour: off%nentries:%n"
                .formatted(edition++));
    for (int entry = 0; entry < entries; entry++) {
      list.append(
          "  - {id: e%d, kind: concept, names: [{name: %s, match: folded}]}%n"
              .formatted(entry, Prose.name(entry)));
    }
    write("config/watchlists/chaos.yaml", list.toString());
  }

  private void write(String file, String content) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Path draft = path.resolveSibling("draft");
    Files.writeString(draft, content);
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The broker's address that no fault of a link concerns. */
  String bootstrapServers() {
    return "127.0.0.1:" + brokerPorts.get(2);
  }

  /** How many instances there are. */
  int instances() {
    return instances.size();
  }

  /** The broker. */
  Child broker() {
    return broker;
  }

  /** An instance, which may have ended. */
  Child instance(int number) {
    return instances.get(number);
  }

  /** The way from an instance to the broker. */
  Link link(int number) {
    return links.get(number);
  }

  /** Starts the broker that was stopped, and waits until it serves. */
  void startBroker() throws IOException, InterruptedException {
    Path output = directory.resolve("broker.log");
    broker = Child.start(output, "400m", Map.of(), LinkedBroker.class, brokerPorts);
    broker.await("broker serves", ++brokerStarts);
  }

  /** Starts an instance that was stopped; returns at once. */
  void startInstance(int number) throws IOException {
    instances.set(number, newInstance(number));
  }

  private Child newInstance(int number) throws IOException {
    Map<String, String> environment =
        Map.of(
            "VEDETTE_KAFKA_BOOTSTRAP_SERVERS",
            "127.0.0.1:" + linkPorts.get(number),
            "VEDETTE_LOG_LEVEL",
            "INFO");
    return Child.start(
        directory.resolve("instance-" + number + ".log"),
        "400m",
        environment,
        Main.class,
        List.of("run", "--config", directory.resolve("config/vedette.yaml").toString()));
  }

  /** What whoever runs a service has done for him: one that has given up is started again. */
  void revive() throws IOException {
    for (int number = 0; number < instances.size(); number++) {
      if (!instances.get(number).isAlive()) {
        endedByThemselves++;
        startInstance(number);
      }
    }
  }

  /** How many times an instance has given up. */
  int endedByThemselves() {
    return endedByThemselves;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    for (Child instance : instances) {
      instance.kill();
    }
    if (broker != null) {
      broker.kill();
    }
    for (Link link : links) {
      link.close();
    }
  }
}
