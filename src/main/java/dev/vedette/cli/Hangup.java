package dev.vedette.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SIGHUP of daemons: read your files again.
 *
 * <p>Java has no public API for signals. {@code sun.misc.Signal} is supported (module {@code
 * jdk.unsupported}) but javac warns of it without a way to say that we know; hence by reflection.
 */
final class Hangup {

  private static final Logger LOG = LoggerFactory.getLogger(Hangup.class);

  private Hangup() {}

  /** Runs this at each SIGHUP; where the platform has none, says so in the log and does nothing. */
  static void handle(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              Hangup.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> answer(action, self, method.getName(), arguments));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
    } catch (ReflectiveOperationException e) {
      LOG.info("no SIGHUP here; files are watched all the same why={}", e.toString());
    }
  }

  private static Object answer(Runnable action, Object self, String method, Object[] arguments) {
    return switch (method) {
      case "handle" -> {
        action.run();
        yield self;
      }
      case "equals" -> arguments[0] == self;
      case "hashCode" -> System.identityHashCode(self);
      default -> "SIGHUP";
    };
  }
}
