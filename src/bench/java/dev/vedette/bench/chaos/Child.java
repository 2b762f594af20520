package dev.vedette.bench.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of its own, so that it can be killed, stopped and made to stand still. */
final class Child {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path output;

  private Child(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it.
   *
   * @param output where it says what it says; appended to
   */
  static Child start(
      Path output,
      String heap,
      Map<String, String> environment,
      Class<?> main,
      List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Djdk.xml.maxElementDepth=256"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    File file = output.toFile();
    return new Child(
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(file)).start(), output);
  }

  /** Waits until its output has this many lines with these words, or it has ended. */
  void await(String words, long times) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (said(words) < times) {
      if (!isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("it does not say '%s': %s".formatted(words, output));
      }
      Thread.sleep(100);
    }
  }

  private long said(String words) throws IOException {
    try (var lines = Files.lines(output)) {
      return lines.filter(line -> line.contains(words)).count();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Asks it to end, as Ctrl-C does, and insists if it does not. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      kill();
    }
  }

  /** It stands still for a while, as in a long collection of garbage or on a stalled disk. */
  void stall(Duration time) throws IOException, InterruptedException {
    signal("-STOP");
    try {
      Thread.sleep(time.toMillis());
    } finally {
      signal("-CONT");
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", name, Long.toString(process.pid())).inheritIO().start().waitFor();
  }
}
