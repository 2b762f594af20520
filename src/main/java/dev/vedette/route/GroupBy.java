package dev.vedette.route;

import dev.vedette.alert.Alert;

/** What alerts have in common that are told together. */
public enum GroupBy {
  ENTRY,
  STORY,
  WATCHLIST,
  SOURCE;

  String key(Alert alert) {
    return switch (this) {
      case ENTRY -> alert.entry();
      case STORY -> alert.story().id();
      case WATCHLIST -> alert.watchlist();
      case SOURCE -> alert.article().source();
    };
  }
}
