package dev.vedette.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where WebSub's hubs call: open to the world, without a token, so it answers nobody who does not
 * know a callback, and believes nobody who does not sign. What is sent is read for its signature
 * only, and never kept.
 *
 * @see <a href="https://www.w3.org/TR/websub/#content-distribution">WebSub</a>
 */
final class HubDoor {

  /** What all its paths begin with. */
  static final String PATH = "/websub/";

  private static final Logger LOG = LoggerFactory.getLogger(HubDoor.class);
  private static final String TEMPLATE = PATH + "{source}/{mark}";
  private static final long MOST_BYTES = 10L << 20;

  /** How many calls are read at once: each may take its time, and has a thread of all that ask. */
  private static final int MOST_READ = 4;

  private static final int LONGEST_CHALLENGE = 1_000;
  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
  private static final String SOURCE = "source";
  private static final String MARK = "mark";

  private final HubCallbacks hubs;
  private final LongSupplier nanos;
  private final Semaphore reading = new Semaphore(MOST_READ);

  /**
   * @param nanos as {@link System#nanoTime}
   */
  HubDoor(HubCallbacks hubs, LongSupplier nanos) {
    this.hubs = hubs;
    this.nanos = nanos;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", TEMPLATE, this::asked), new Route("POST", TEMPLATE, this::told));
  }

  /** The hub asks back, or says no. */
  private Answer asked(Call call) {
    String source = call.path(SOURCE);
    String mark = call.path(MARK);
    HubCallbacks.Standing standing = hubs.standing(source, mark);
    if (standing == HubCallbacks.Standing.UNKNOWN) {
      throw unknown();
    }
    if (!hubs.hasTimeToAnswer(source)) {
      return later(429, 60, "not so often");
    }
    String mode = call.text("hub.mode");
    if (mode.equals("denied")) {
      noted(source, () -> hubs.denied(source, mark, call.text("hub.reason")));
      return Answer.text(200, "noted\n");
    }
    String challenge = call.text("hub.challenge");
    if (challenge.isEmpty() || challenge.length() > LONGEST_CHALLENGE) {
      throw Refusal.of("hub.challenge", challenge, "1 to " + LONGEST_CHALLENGE + " characters");
    }
    boolean[] ours = new boolean[1];
    noted(
        source,
        () ->
            ours[0] =
                hubs.confirms(
                    source, mark, mode, call.text("hub.topic"), call.text("hub.lease_seconds")));
    if (!ours[0]) {
      throw new Refusal(404, "this was not asked for");
    }
    return Answer.text(200, challenge);
  }

  /** The hub tells that there is something new. */
  private Answer told(Call call) {
    String source = call.path(SOURCE);
    String mark = call.path(MARK);
    switch (hubs.standing(source, mark)) {
      case UNKNOWN -> throw unknown();
      case GONE -> throw new Refusal(410, "the source is polled no more");
      case OPEN -> {
        // below
      }
    }
    if (!hubs.hasTime(source)) {
      return later(429, 60, "not so often");
    }
    if (!reading.tryAcquire()) {
      return later(503, 10, "others are being read");
    }
    try {
      return heard(call, source, mark);
    } finally {
      reading.release();
    }
  }

  private static Answer later(int status, int seconds, String why) {
    return new Answer(
        status,
        "text/plain; charset=utf-8",
        Map.of("Retry-After", String.valueOf(seconds)),
        why + '\n');
  }

  private Answer heard(Call call, String source, String mark) {
    String[] signature = call.header("X-Hub-Signature").orElse("").split("=", 2);
    Mac signer = signature.length < 2 ? null : hubs.signer(source, mark, signature[0].strip());
    if (signer == null) {
      throw new Refusal(
          403, "X-Hub-Signature is missing or of another kind (expected: sha256=...)");
    }
    read(call, signer);
    String right = HexFormat.of().formatHex(signer.doFinal());
    if (!isSame(right, signature[1].strip().toLowerCase(Locale.ROOT))) {
      LOG.warn("hub call not believed, its signature is wrong source={}", source);
      throw new Refusal(403, "X-Hub-Signature is wrong");
    }
    noted(source, () -> hubs.pinged(source, mark));
    return Answer.text(202, "thank you\n");
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private static Refusal unknown() {
    return new Refusal(404, "nothing is at this address");
  }

  /** Through the signer, by parts, within bounds of size and time. */
  private void read(Call call, Mac signer) {
    long end = nanos.getAsLong() + PATIENCE;
    long size = 0;
    try {
      // not closed: that would cut the connection off before the answer
      InputStream in = Content.Source.asInputStream(call.request());
      byte[] part = new byte[16 << 10];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        size += read;
        if (size > MOST_BYTES) {
          throw new Refusal(413, "the call is too long (expected: at most 10 MB)");
        }
        if (nanos.getAsLong() - end > 0) {
          throw new Refusal(408, "the call takes too long (expected: at most 30 s)");
        }
        signer.update(part, 0, read);
      }
    } catch (IOException e) {
      throw new Refusal(400, "the call cannot be read");
    }
  }

  /** A hub that is told that we cannot take it calls again. */
  private static void noted(String source, Runnable noting) {
    try {
      noting.run();
    } catch (RuntimeException e) {
      LOG.warn("hub call not noted source={} why={}", source, e.toString());
      throw new Refusal(503, "this cannot be noted now");
    }
  }

  /** The routes of what hubs may call; none where they may not. */
  static List<Route> routes(@Nullable HubCallbacks hubs) {
    return hubs == null ? List.of() : new HubDoor(hubs, System::nanoTime).routes();
  }
}
