package dev.vedette.poll;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What failures mean, and what somebody who runs no web server may do about them. */
final class FailureWords {

  /** By how the failure begins. */
  private static final Map<Pattern, String> MEANINGS = meanings();

  private FailureWords() {}

  private static Map<Pattern, String> meanings() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(
        "HTTP 401", "401 Unauthorized: it wants a login; give one in headers, or in the address");
    words.put(
        "HTTP 403",
        "403 Forbidden: it refuses this program; say in poll.contact who asks, or write to the"
            + " site");
    words.put(
        "HTTP 404",
        "404 Not Found: there is nothing at this address any more; 'sources add' looks for"
            + " another");
    words.put("HTTP 410", "410 Gone: it says that it will not come back");
    words.put("HTTP 429", "429 Too Many Requests: ask it more rarely (every)");
    words.put("HTTP 451", "451: it is withheld where you are, for legal reasons");
    words.put("HTTP 5\\d\\d", "the site itself is out of order; that passes, or it does not");
    words.put("no such host", "check the spelling of the address, and the network");
    words.put("no answer within", "the site is slow, or does not answer from here");
    words.put("no connection to", "nobody listens there, or a firewall is in the way");
    words.put("no secure connection", "its certificate is not valid; that is for the site to mend");
    words.put(
        "not a feed: an HTML page",
        "the address leads to a page; 'sources add' looks for the site's feeds");
    words.put(
        "no (links|items) match",
        "the page was rebuilt, or is made by a script; choose selectors anew");
    Map<Pattern, String> meanings = new LinkedHashMap<>();
    words.forEach((begin, meaning) -> meanings.put(Pattern.compile(begin), meaning));
    return meanings;
  }

  /** The failure as it was put down, with what it means where that is known. */
  static String explained(String failure) {
    for (Map.Entry<Pattern, String> meaning : MEANINGS.entrySet()) {
      if (meaning.getKey().matcher(failure).lookingAt()) {
        return failure + " (" + meaning.getValue() + ")";
      }
    }
    return failure;
  }
}
