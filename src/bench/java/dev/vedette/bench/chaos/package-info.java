/**
 * Breaks a running Vedette at random, and checks afterwards that nothing was lost or told twice.
 *
 * <p>{@link dev.vedette.bench.chaos.Chaos} is the way in. A {@code Press} publishes marked
 * articles; a {@code Scene} runs a broker and some instances, each behind a {@code Link} of its
 * own, in processes that can be killed; {@code Fault}s are drawn by a printed seed; a {@code
 * History} holds what stands on the topics in the end against what was published. It knows the
 * program by its command line, its configuration files and the JSON of its topics only.
 */
package dev.vedette.bench.chaos;
