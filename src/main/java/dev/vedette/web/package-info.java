/**
 * The page: alerts as they arrive and as they were, the JSON behind it, its live stream, feeds,
 * health and status. On loopback unless told otherwise.
 *
 * <p>It is served by Jetty and asks the running service through {@link Desk} only: it reads no
 * topic and no configuration. {@link WebServer} is the way in. What an article says is data here:
 * it leaves as JSON, never as markup.
 */
@NullMarked
package dev.vedette.web;

import org.jspecify.annotations.NullMarked;
