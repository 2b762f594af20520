package dev.vedette.config;

import dev.vedette.alert.Alert;
import dev.vedette.route.Digest;
import dev.vedette.route.GroupBy;
import dev.vedette.route.QuietHours;
import dev.vedette.route.Route;
import dev.vedette.route.Selection;
import dev.vedette.watchlist.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code routes:}. */
final class RouteReader {

  private static final Format<Duration> INTERVAL = Formats.duration("0s", "90d");
  private static final LocalTime EIGHT = LocalTime.of(8, 0);

  private final Set<String> sinks;

  private RouteReader(Set<String> sinks) {
    this.sinks = sinks;
  }

  /**
   * The routes without mistakes.
   *
   * @param sinks ids of those that routes may lead to
   */
  static List<Route> read(Section top, Set<String> sinks) {
    RouteReader reader = new RouteReader(sinks);
    List<Route> routes = new ArrayList<>();
    for (Value item : top.items("routes", "a list of routes, each with sinks")) {
      Section section = item.section(ConfigKeys.ROUTE);
      if (section.isReadable()) {
        routes.add(reader.route(section));
      }
    }
    return routes;
  }

  private Route route(Section section) {
    ZoneId zone = section.get("zone", Formats.zone(), ZoneId.systemDefault());
    Digest digest = digest(section, zone);
    GroupBy groupBy = section.get("group-by", Formats.oneOf(GroupBy.class));
    if (groupBy == null) {
      refuse(section, "group-wait", "only with group-by");
      refuse(section, "group-interval", "only with group-by");
    }
    if (digest != null) {
      refuse(section, "group-wait", "not with digest, which says when");
      refuse(section, "group-interval", "not with digest, which says when");
      refuse(section, "repeat-interval", "not with digest, which says when");
    } else if (groupBy != null) {
      refuse(section, "repeat-interval", "not with group-by; group-interval is like it");
    }
    return new Route(
        sinks(section),
        selection(section),
        groupBy,
        section.get("group-wait", INTERVAL, Duration.ZERO),
        section.get("group-interval", INTERVAL, Duration.ZERO),
        section.get("repeat-interval", INTERVAL, Duration.ZERO),
        digest,
        quiet(section, zone));
  }

  private Set<String> sinks(Section section) {
    if (!section.has("sinks")) {
      section.self().mistake("sinks is missing (expected: a list of ids of sinks)");
    }
    return texts(section, "sinks", Formats.known("the id of a sink", sinks));
  }

  private static Selection selection(Section section) {
    return new Selection(
        texts(section, "watchlists", Formats.ID),
        texts(section, "entries", Formats.ID),
        section.get("severity", Formats.oneOf(Severity.class), Severity.LOW),
        texts(section, "tags", Formats.TEXT),
        texts(section, "types", Formats.oneOf(Alert.Type.class)));
  }

  private static @Nullable Digest digest(Section route, ZoneId zone) {
    if (!route.has("digest")) {
      return null;
    }
    Section section = route.section("digest", ConfigKeys.DIGEST);
    Digest.Every every =
        section.require("every", Formats.oneOf(Digest.Every.class), Digest.Every.DAILY);
    if (every != Digest.Every.WEEKLY) {
      refuse(section, "on", "only with every: weekly");
    }
    return new Digest(
        every,
        section.get("at", Formats.timeOfDay(), EIGHT),
        section.get("on", Formats.oneOf(DayOfWeek.class), DayOfWeek.MONDAY),
        zone);
  }

  private static QuietHours quiet(Section route, ZoneId zone) {
    if (!route.has("quiet")) {
      refuse(route, "urgent", "only with quiet");
    }
    List<QuietHours.Period> periods = new ArrayList<>();
    for (Value item : route.items("quiet", "a list of periods, such as {from: 22:00, to: 07:00}")) {
      Section section = item.section(ConfigKeys.QUIET);
      Set<DayOfWeek> days = texts(section, "days", Formats.oneOf(DayOfWeek.class));
      periods.add(
          new QuietHours.Period(
              section.get("from", Formats.timeOfDay(), LocalTime.MIDNIGHT),
              section.get("to", Formats.timeOfDay(), LocalTime.MIDNIGHT),
              days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days));
    }
    return new QuietHours(periods, zone, route.get("urgent", Formats.oneOf(Severity.class)));
  }

  private static void refuse(Section section, String key, String expected) {
    if (section.has(key)) {
      section.key(key).mistake("key '" + key + "' (expected: " + expected + ")");
    }
  }

  private static <T> Set<T> texts(Section section, String key, Format<T> format) {
    Set<T> read = new LinkedHashSet<>();
    for (Value item : section.items(key, "a list")) {
      T meaning = item.as(format);
      if (meaning != null) {
        read.add(meaning);
      }
    }
    return read;
  }
}
