package dev.vedette.stream;

import org.jspecify.annotations.Nullable;

/**
 * How a sink is doing in this instance.
 *
 * @param id the sink's
 * @param here whether this instance serves it; otherwise another does, or none yet
 * @param waiting how many alerts wait here or are on their way
 * @param trouble why it fails, in a sentence without secrets; null if it does not
 */
public record SinkState(String id, boolean here, int waiting, @Nullable String trouble) {}
