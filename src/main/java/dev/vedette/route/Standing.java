package dev.vedette.route;

/**
 * How far a sink has come in a partition, to be kept with Kafka's offsets.
 *
 * @param offset the first that is not told yet
 * @param note which of those after it are told already; empty if none is
 */
public record Standing(long offset, String note) {}
