package dev.vedette.watchlist;

import dev.vedette.watchlist.Obstacle.NearMiss;
import java.util.Comparator;

/**
 * Words that look like a name.
 *
 * @param miss what they are and what is missing
 * @param unlike how much of the name they lack, 0..1
 */
record Resemblance(NearMiss miss, double unlike) {

  static final Comparator<Resemblance> NEAREST_FIRST =
      Comparator.comparingDouble(Resemblance::unlike);
}
