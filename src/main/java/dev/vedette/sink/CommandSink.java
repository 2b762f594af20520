package dev.vedette.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vedette.alert.Alert;
import dev.vedette.document.SafeHtml;
import dev.vedette.document.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command for each notification, with its alerts as JSON lines on standard input.
 *
 * <p>It has arrived if the command ends with 0 in time. 65, which sysexits.h calls wrong data,
 * means that trying again is no use; anything else is tried again.
 */
final class CommandSink implements AlertSink {

  private static final int WRONG_DATA = 65;
  private static final int MOST_SHOWN = 200;
  private static final int MOST_READ = 4 << 10;

  private final CommandSettings settings;
  private final AlertJson json;
  private final Secrets secrets;

  CommandSink(CommandSettings settings, AlertJson json, Secrets secrets) {
    this.settings = settings;
    this.json = json;
    this.secrets = secrets;
  }

  /** Input and output are files, so that no command can make us wait at a pipe. */
  @Override
  public Delivery deliver(Notification notification) {
    @Nullable Path input = null;
    @Nullable Path output = null;
    try {
      input = Files.createTempFile("vedette-alert", ".jsonl");
      output = Files.createTempFile("vedette-said", ".txt");
      StringBuilder lines = new StringBuilder();
      for (Alert alert : notification.alerts()) {
        lines.append(json.of(alert)).append('\n');
      }
      Files.writeString(input, lines);
      return run(input, output);
    } catch (IOException e) {
      return new Delivery.Postponed(
          null, secrets.hide("cannot run " + program() + ": " + e.getMessage()));
    } finally {
      delete(input);
      delete(output);
    }
  }

  private Delivery run(Path input, Path output) throws IOException {
    Process process =
        new ProcessBuilder(settings.command())
            .directory(settings.directory().toFile())
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        return delivery(process.exitValue(), output);
      }
      return new Delivery.Postponed(
          null, "%s ran for more than %d s".formatted(program(), settings.timeout().toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Postponed(null, "interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Delivery delivery(int exit, Path output) throws IOException {
    if (exit == 0) {
      return new Delivery.Delivered();
    }
    String why = program() + " ended with " + exit + said(output);
    return exit == WRONG_DATA ? new Delivery.Rejected(why) : new Delivery.Postponed(null, why);
  }

  private String said(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      String said = SafeHtml.line(new String(in.readNBytes(MOST_READ), UTF_8));
      String hidden = secrets.hide(said);
      return hidden.isEmpty() ? "" : ": " + Wording.cut(hidden, MOST_SHOWN);
    }
  }

  /** Without its arguments, which may hold keys. */
  private String program() {
    return String.valueOf(Path.of(settings.command().get(0)).getFileName());
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
