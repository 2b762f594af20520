/**
 * The Kafka rim: topics, serialisation, the topology, transactions, the division of sources among
 * instances, and the embedded broker.
 *
 * <p>Business stands in the core; here it is only carried. {@link
 * dev.vedette.stream.VedetteTopology} is the whole way from article to alert on one screen.
 */
@NullMarked
package dev.vedette.stream;

import org.jspecify.annotations.NullMarked;
