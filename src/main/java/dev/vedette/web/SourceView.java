package dev.vedette.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source as the page shows it.
 *
 * @param id of the source
 * @param title for people
 * @param kind {@code feed}, {@code page} or {@code folder}
 * @param address without secrets
 * @param enabled whether it is polled at all
 * @param state {@code ok}, {@code empty}, {@code silent}, {@code failing} or {@code retired};
 *     {@code new} before its first poll, and {@code off} if it is not enabled
 * @param note what a person should know of that, and may do; empty where all is well
 * @param failures how many polls in a row have failed
 * @param lastError in words; null if the last poll succeeded in all its parts
 * @param lastPolled when it was last tried; null if never
 * @param lastSuccess when it last succeeded; null if never
 * @param nextDue when it is polled next; null if that is not known yet
 * @param newest when it last gave an article; null if it was never seen to
 * @param patience after how long a pause it counts as silent, in seconds, by its own rhythm; null
 *     while that is not known
 * @param articles how many it has given in all
 * @param every how long it rests between two polls, in seconds
 */
public record SourceView(
    String id,
    String title,
    String kind,
    String address,
    boolean enabled,
    String state,
    String note,
    int failures,
    @Nullable String lastError,
    @Nullable Instant lastPolled,
    @Nullable Instant lastSuccess,
    @Nullable Instant nextDue,
    @Nullable Instant newest,
    @Nullable Long patience,
    long articles,
    long every) {}
