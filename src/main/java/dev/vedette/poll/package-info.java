/**
 * Polls sources: HTTP with manners, schedules, what was seen before; yields articles.
 *
 * <p>Knows nothing of Kafka: what a poll found and what must be remembered until the next one leave
 * together as a {@link dev.vedette.poll.Poll}, and whoever runs the poll stores both in one step. A
 * source that fails answers with a state that says so; it never throws.
 */
@NullMarked
package dev.vedette.poll;

import org.jspecify.annotations.NullMarked;
