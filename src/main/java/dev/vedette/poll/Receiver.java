package dev.vedette.poll;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes one answer as it arrives, and no more of it than is let in. Is told of everything by one
 * thread at a time.
 */
final class Receiver implements AsyncResponseConsumer<Void>, FutureCallback<Void> {

  /** How much is let in before the budget is asked again. */
  private static final int WINDOW = 64 * 1024;

  private final CompletableFuture<Reply> reply;
  private final long most;
  private final BodyBudget.Share share;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private volatile @Nullable HttpResponse head;

  /**
   * @param reply completed at the latest when the exchange ends
   * @param most bytes of the body, as it is sent
   * @param share of the memory for all bodies; whoever takes the reply closes it
   */
  Receiver(CompletableFuture<Reply> reply, long most, BodyBudget.Share share) {
    this.share = share;
    this.reply = reply;
    this.most = most;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<Void> callback) {
    head = response;
    if (entity == null || !Reply.isSuccess(response.getCode())) {
      end(response, Reply.End.WHOLE);
    }
    if (entity == null) {
      callback.completed(null);
    }
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {}

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    share.whenFree(() -> widen(channel));
  }

  private void widen(CapacityChannel channel) {
    try {
      channel.update(WINDOW);
    } catch (IOException e) {
      failed(e);
    }
  }

  @Override
  public void consume(ByteBuffer source) {
    byte[] chunk = new byte[source.remaining()];
    source.get(chunk);
    HttpResponse answered = head;
    if (reply.isDone() || answered == null) {
      return;
    }
    bytes.writeBytes(chunk);
    share.add(chunk.length);
    if (bytes.size() > most) {
      bytes.reset();
      end(answered, Reply.End.TOO_LARGE);
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    HttpResponse answered = head;
    if (answered != null) {
      end(answered, Reply.End.WHOLE);
    }
  }

  private void end(HttpResponse answered, Reply.End how) {
    reply.complete(new Reply(answered, bytes.toByteArray(), how, share));
  }

  @Override
  public void failed(Exception cause) {
    HttpResponse answered = head;
    if (answered != null && isEnd(cause)) {
      end(answered, Reply.End.CUT_SHORT);
    } else {
      reply.completeExceptionally(cause);
    }
  }

  private static boolean isEnd(Exception cause) {
    return cause instanceof EOFException
        || cause instanceof ConnectionClosedException
        || cause instanceof TruncatedChunkException;
  }

  @Override
  public void completed(Void nothing) {}

  @Override
  public void cancelled() {
    reply.cancel(false);
  }

  @Override
  public void releaseResources() {}
}
