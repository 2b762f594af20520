package dev.vedette.stream;

/**
 * What an instance's pipeline has done since it was started, as Kafka's clients count it. What a
 * transaction did that was undone counts too.
 *
 * @param articles that were read and matched
 * @param waiting articles on their topic that are not read yet, of the partitions that this
 *     instance reads
 * @param alerts that were written, of whatever type
 * @param dropped records that could not be processed and went to the dead letters
 */
public record PipelineCounts(long articles, long waiting, long alerts, long dropped) {}
