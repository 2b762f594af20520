/**
 * Which alerts a sink is told of, and when: the choice of {@link dev.vedette.route.Route}s, and the
 * {@link dev.vedette.route.Outbox} that holds what waits.
 *
 * <p>Pure like the core: time comes in with each call, and all that must outlive a crash is an
 * offset and a short note for each partition ({@link dev.vedette.route.Standing}).
 */
@NullMarked
package dev.vedette.route;

import org.jspecify.annotations.NullMarked;
