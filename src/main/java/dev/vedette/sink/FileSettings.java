package dev.vedette.sink;

import dev.vedette.document.Secrets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/**
 * A file of JSON lines.
 *
 * @param id the sink's
 * @param file absolute
 * @param maxBytes at which size another is begun
 * @param daily whether another is begun every day
 * @param keep how many former files are kept; 0 means all
 */
public record FileSettings(String id, Path file, long maxBytes, boolean daily, int keep)
    implements SinkSettings {

  /** The size at which another file is begun, unless somebody says otherwise. */
  public static final long MAX_BYTES = 100 << 20;

  @Override
  public String kind() {
    return "file";
  }

  @Override
  public int parallel() {
    return 1;
  }

  @Override
  public AlertSink open(AlertJson json, Secrets secrets) {
    return new FileSink(this, json, Clock.system(ZoneId.systemDefault()));
  }
}
