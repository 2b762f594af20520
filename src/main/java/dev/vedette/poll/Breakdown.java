package dev.vedette.poll;

import dev.vedette.document.SafeHtml;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document on which a reader broke down: a mistake of ours to be found, and no reason to lose the
 * other documents of its source.
 */
final class Breakdown {

  private static final Logger LOG = LoggerFactory.getLogger(Breakdown.class);

  private Breakdown() {}

  /**
   * Logs it, and says it in words.
   *
   * @param document its name or address, without secrets
   */
  static String of(String document, Throwable e) {
    LOG.error("Reading broke down: document={}", document, e);
    return document + " cannot be read: " + SafeHtml.line(e.toString());
  }
}
