package dev.vedette.bench.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/** What can go wrong, and is right again when it has returned. */
enum Fault {
  /** {@code kill -9} of an instance. */
  KILL_INSTANCE {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      int number = random.nextInt(scene.instances());
      scene.instance(number).kill();
      rest(random, 6);
      scene.startInstance(number);
    }
  },
  /** {@code kill -9} of the broker. */
  KILL_BROKER {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      scene.broker().kill();
      rest(random, 6);
      scene.startBroker();
    }
  },
  /** {@code kill -9} of both at once. */
  KILL_BOTH {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      int number = random.nextInt(scene.instances());
      scene.broker().kill();
      scene.instance(number).kill();
      scene.startBroker();
      scene.startInstance(number);
    }
  },
  /** The broker is stopped in order, and started. */
  RESTART_BROKER {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      scene.broker().stop();
      scene.startBroker();
    }
  },
  /** The broker answers nobody for a while, as on a stalled disk. */
  STALL_BROKER {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      scene.broker().stall(Duration.ofMillis(1_000 + random.nextInt(9_000)));
    }
  },
  /** An instance stands still, often for longer than the group waits for it. */
  STALL_INSTANCE {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      int number = random.nextInt(scene.instances());
      scene.instance(number).stall(Duration.ofMillis(2_000 + random.nextInt(18_000)));
    }
  },
  /** An instance is stopped in order, and started: two rebalances. */
  RESTART_INSTANCE {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      int number = random.nextInt(scene.instances());
      scene.instance(number).stop();
      rest(random, 4);
      scene.startInstance(number);
    }
  },
  /** The connections of an instance are closed, and new ones too. */
  CUT_LINK {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      interrupt(scene, Link.State.CUT, random);
    }
  },
  /** Nothing gets through between an instance and the broker. */
  SILENT_LINK {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      interrupt(scene, Link.State.SILENT, random);
    }
  },
  /** The watchlist changes. */
  RELOAD {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws IOException {
      scene.nextEdition();
    }
  },
  /** Bytes on the articles' topic that are no article. */
  POISON_ARTICLE {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) throws Exception {
      poison.send();
    }
  },
  /** An article longer than what is kept of one. */
  OVERSIZE_ARTICLE {
    @Override
    void strike(Scene scene, Press press, Poison poison, Random random) {
      press.makeTheNextOversize();
    }
  };

  /** Lets it go wrong, and mends it. */
  abstract void strike(Scene scene, Press press, Poison poison, Random random) throws Exception;

  private static void interrupt(Scene scene, Link.State state, Random random)
      throws InterruptedException {
    Link link = scene.link(random.nextInt(scene.instances()));
    link.become(state);
    rest(random, 15);
    link.become(Link.State.WHOLE);
  }

  /** Up to so many seconds. */
  private static void rest(Random random, int seconds) throws InterruptedException {
    Thread.sleep(random.nextInt(seconds * 1_000));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
