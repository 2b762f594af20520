package dev.vedette.web;

import dev.vedette.alert.Feedback;
import dev.vedette.article.Article;
import dev.vedette.history.AlertHistory;
import dev.vedette.history.ArticleHistory;
import dev.vedette.history.Place;
import dev.vedette.watchlist.Watchlists;
import java.util.List;
import java.util.Optional;

/** All that the page asks of the running service. Safe for use by several threads. */
public interface Desk {

  /** What was told. */
  AlertHistory alerts();

  /** What was published. */
  ArticleHistory articles();

  /** The article at a place of its topic; empty if it is not kept any more. */
  Optional<Article> text(Place place);

  /** The watchlists in force. */
  Watchlists watchlists();

  /** Why their files were refused when they were last read, with file and line; else empty. */
  List<String> watchlistProblems();

  /**
   * The part of its file that makes an entry; of an imported one, what it would be. Empty if no
   * watchlist has it.
   */
  Optional<String> yaml(String entry);

  /** The name and the text of the file of a watchlist; empty if it cannot be found. */
  Optional<ListFile> file(String watchlist);

  /** A file of watchlists. */
  record ListFile(String file, String yaml) {}

  /**
   * Tries watchlists on a text or an address; nothing is kept.
   *
   * @throws Attempt.Failed if that cannot be done
   */
  Attempt.Result attempt(Attempt attempt) throws Attempt.Failed;

  /** What is made of hubs' calls; empty where none may call. */
  default Optional<HubCallbacks> hubs() {
    return Optional.empty();
  }

  /** All sources, in the order of the configuration. */
  List<SourceView> sources();

  /**
   * Keeps what was said, for all instances and the topology.
   *
   * @throws RuntimeException if it is not kept; the message says why
   */
  void say(Feedback feedback);

  /**
   * Takes back what was said under a {@link Feedback#key}.
   *
   * @throws RuntimeException if that is not kept; the message says why
   */
  void takeBack(String key);
}
