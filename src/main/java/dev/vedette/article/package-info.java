/**
 * What was published: one record per text that a source put out.
 *
 * <p>Values only, on the JDK alone: no clock, no I/O, no Kafka, no logger. Offsets are UTF-16 code
 * units of the field that they speak of, exactly as it stands in the record.
 */
@NullMarked
package dev.vedette.article;

import org.jspecify.annotations.NullMarked;
