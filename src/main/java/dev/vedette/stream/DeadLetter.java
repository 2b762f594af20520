package dev.vedette.stream;

import java.time.Instant;

/**
 * A record that could not be processed, and why.
 *
 * @param partition of the dead letters' topic, on which it stands
 * @param offset on that partition; with it, its name
 * @param at its own time, which for an article is that of its fetching
 * @param key its own; empty where it has none
 * @param bytes of its value
 * @param topic where it came from; empty where nobody says
 * @param fromPartition of that topic; -1 where nobody says
 * @param fromOffset on that partition; -1 where nobody says
 * @param exception class name of what befell it; may be empty
 * @param why in that exception's words; may be empty
 * @param replayed whether it was sent back already
 */
public record DeadLetter(
    int partition,
    long offset,
    Instant at,
    String key,
    int bytes,
    String topic,
    int fromPartition,
    long fromOffset,
    String exception,
    String why,
    boolean replayed) {}
