package dev.vedette.cli;

import dev.vedette.poll.HubCalls;
import dev.vedette.poll.HubEvent;
import dev.vedette.poll.Source;
import dev.vedette.poll.WebSub;
import dev.vedette.stream.HubLog;
import dev.vedette.web.HubCallbacks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** Takes hubs' calls at the page's door, and tells them to whoever polls their sources. */
final class HubDesk implements HubCallbacks, AutoCloseable {

  private final Supplier<List<Source>> sources;
  private final HubLog log;
  private final HubCalls calls;

  /**
   * @param sources those in force
   */
  HubDesk(WebSub webSub, Supplier<List<Source>> sources, HubLog log) {
    this.sources = sources;
    this.log = log;
    this.calls = new HubCalls(webSub, id -> polled(id).isPresent(), this::tell, Clock.systemUTC());
  }

  private Optional<Source> polled(String id) {
    return sources.get().stream()
        .filter(source -> source.id().equals(id) && source.settings().enabled())
        .findFirst();
  }

  private void tell(HubEvent event) {
    polled(event.source()).ifPresent(source -> log.say(source, event));
  }

  @Override
  public Standing standing(String source, String mark) {
    if (!calls.knows(source, mark)) {
      return Standing.UNKNOWN;
    }
    return polled(source).isPresent() ? Standing.OPEN : Standing.GONE;
  }

  @Override
  public boolean confirms(String source, String mark, String mode, String topic, String lease) {
    return calls.confirms(source, mark, mode, topic, lease);
  }

  @Override
  public void denied(String source, String mark, String reason) {
    calls.denied(source, mark, reason);
  }

  @Override
  public boolean hasTime(String source) {
    return calls.hasTime(source);
  }

  @Override
  public boolean hasTimeToAnswer(String source) {
    return calls.hasTimeToAnswer(source);
  }

  @Override
  public @Nullable Mac signer(String source, String mark, String method) {
    return calls.signer(source, mark, method);
  }

  @Override
  public void pinged(String source, String mark) {
    calls.pinged(source, mark);
  }

  @Override
  public void close() {
    log.close();
  }
}
