package dev.vedette.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A story of which its readers have heard, and are not to hear again so soon.
 *
 * @param waiting the last event about a copy that has come since; null if none has
 * @param due when it is told, on the clock
 * @param interval the least time until the next is told after that
 */
public record Held(@Nullable Alert waiting, Instant due, Duration interval) {}
