package dev.vedette.bench.chaos;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker that tells each client the address of the link it came by: a listener for each link, so
 * that one instance can be cut off while the others are not. The embedded broker has one listener,
 * and no links.
 */
final class LinkedBroker {

  private static final String HOST = "127.0.0.1";

  private LinkedBroker() {}

  /**
   * Serves until the process ends.
   *
   * @param args the data directory, the controller's port, the port without a link, then for each
   *     link {@code listened:advertised}
   */
  public static void main(String[] args) throws Exception {
    Path logs = Path.of(args[0]);
    Files.createDirectories(logs);
    format(logs.toString());
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(properties(args), false), Time.SYSTEM);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.shutdown();
                  server.awaitShutdown();
                }));
    server.startup();
    System.out.println("broker serves");
    server.awaitShutdown();
  }

  private static Properties properties(String[] args) {
    StringBuilder listeners = new StringBuilder();
    StringBuilder advertised = new StringBuilder();
    StringBuilder protocols = new StringBuilder("CONTROLLER:PLAINTEXT,DIRECT:PLAINTEXT");
    listeners.append("CONTROLLER://%s:%s,DIRECT://%s:%s".formatted(HOST, args[1], HOST, args[2]));
    advertised.append("DIRECT://%s:%s".formatted(HOST, args[2]));
    for (int link = 3; link < args.length; link++) {
      String[] ports = args[link].split(":", 2);
      listeners.append(",LINK%d://%s:%s".formatted(link, HOST, ports[0]));
      advertised.append(",LINK%d://%s:%s".formatted(link, HOST, ports[1]));
      protocols.append(",LINK%d:PLAINTEXT".formatted(link));
    }
    Properties p = new Properties();
    p.put("node.id", "1");
    p.put("process.roles", "broker,controller");
    p.put("controller.quorum.voters", "1@" + HOST + ":" + args[1]);
    p.put("controller.listener.names", "CONTROLLER");
    p.put("inter.broker.listener.name", "DIRECT");
    p.put("listeners", listeners.toString());
    p.put("advertised.listeners", advertised.toString());
    p.put("listener.security.protocol.map", protocols.toString());
    p.put("log.dirs", args[0]);
    p.put("auto.create.topics.enable", "false");
    for (String internal : List.of("offsets.topic", "transaction.state.log")) {
      p.put(internal + ".replication.factor", "1");
      p.put(internal + ".num.partitions", "3");
    }
    p.put("transaction.state.log.min.isr", "1");
    p.put("default.replication.factor", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("broker.session.timeout.ms", "2000"); // one that was killed is soon let in again
    p.put("broker.heartbeat.interval.ms", "500");
    p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    p.put("num.io.threads", "2");
    p.put("log.cleaner.dedupe.buffer.size", "2097152");
    return p;
  }

  private static void format(String logs) throws Exception {
    var found =
        new MetaPropertiesEnsemble.Loader()
            .addLogDirs(List.of(logs))
            .addMetadataLogDir(logs)
            .load();
    if (found.clusterId().isEmpty()) {
      new Formatter()
          .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(logs)
          .addDirectory(logs)
          .run();
    }
  }
}
