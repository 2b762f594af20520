package dev.vedette.stream;

import dev.vedette.Samples;
import dev.vedette.poll.Poll;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import java.util.List;

/** Polls as they come out of a poller. */
final class Polls {

  private Polls() {}

  /** Without articles, after so many before. */
  static Poll of(Source source, long articles) {
    return new Poll(
        List.of(),
        new PollState(
            source.id(), "", null, null, List.of(), Samples.NOON, 0, null, null, null, articles));
  }
}
