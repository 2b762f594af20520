package dev.vedette.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What came of it: what stands on the topics, and what of it is wrong. */
final class History implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Topic articleTopic;
  private final Topic alertTopic;
  private final Topic deadTopic;
  private final List<Stood> articles = new ArrayList<>();
  private final List<Told> alerts = new ArrayList<>();
  private final List<String> dead = new ArrayList<>();

  /** An article on its topic. */
  private record Stood(int marker, int partition, long offset) {}

  /** An event on the alerts' topic, in the order in which it stands on its partition. */
  private record Told(
      int marker,
      String entry,
      String type,
      String id,
      String story,
      String eventId,
      String version) {}

  History(String bootstrapServers) {
    this.articleTopic = new Topic(bootstrapServers, Topic.ARTICLES);
    this.alertTopic = new Topic(bootstrapServers, Topic.ALERTS);
    this.deadTopic = new Topic(bootstrapServers, Topic.DEAD_LETTERS);
  }

  /** Reads what has come since the last time. */
  void read() {
    articleTopic.read(
        record -> {
          if (!new String(record.value(), UTF_8).startsWith("poison")) {
            int marker = marker(json(record).path("url").asText());
            articles.add(new Stood(marker, record.partition(), record.offset()));
          }
        });
    alertTopic.read(record -> alerts.add(told(record)));
    deadTopic.read(record -> dead.add(new String(record.value(), UTF_8)));
  }

  /** How many events stand on the alerts' topic. */
  int events() {
    return alerts.size();
  }

  /** How many dead letters there are. */
  int deadLetters() {
    return dead.size();
  }

  /** From how many versions of the watchlist alerts have come. */
  long versions() {
    return alerts.stream().map(Told::version).distinct().count();
  }

  /** What is wrong, in sentences; empty when all is well. */
  List<String> violations(List<Marker> published, Collection<String> poison) {
    List<String> wrong = new ArrayList<>();
    eachArticleStandsOnce(published, wrong);
    eachMarkerIsToldOnce(published, wrong);
    eachStoryIsOne(published, wrong);
    theOrderIsKept(published, wrong);
    Set<String> eventIds = new HashSet<>();
    alerts.stream()
        .filter(told -> !eventIds.add(told.eventId()))
        .forEach(told -> wrong.add("ce_id twice: " + told));
    Map<String, Integer> deaths = new TreeMap<>();
    dead.forEach(letter -> deaths.merge(letter, 1, Integer::sum));
    poison.stream()
        .filter(letter -> deaths.getOrDefault(letter, 0) != 1)
        .forEach(
            letter -> wrong.add(deaths.getOrDefault(letter, 0) + " dead letters of: " + letter));
    deaths.keySet().stream()
        .filter(letter -> !poison.contains(letter))
        .forEach(letter -> wrong.add("dead letter of a good record: " + letter));
    return wrong;
  }

  private void eachArticleStandsOnce(List<Marker> published, List<String> wrong) {
    Map<Integer, Integer> times = new HashMap<>();
    articles.forEach(stood -> times.merge(stood.marker(), 1, Integer::sum));
    for (Marker marker : published) {
      int found = times.getOrDefault(marker.number(), 0);
      if (found != 1) {
        wrong.add(found + " articles of " + marker);
      }
    }
  }

  private void eachMarkerIsToldOnce(List<Marker> published, List<String> wrong) {
    Map<Integer, List<Told>> told = new HashMap<>();
    alerts.forEach(t -> told.computeIfAbsent(t.marker(), m -> new ArrayList<>()).add(t));
    for (Marker marker : published) {
      List<Told> events = told.getOrDefault(marker.number(), List.of());
      if (events.size() != 1 || !events.get(0).entry().equals("e" + marker.entry())) {
        wrong.add(events.size() + " alerts of " + marker + ": " + events);
      }
    }
    told.keySet().stream()
        .filter(marker -> marker < 0 || marker >= published.size())
        .forEach(marker -> wrong.add("invented: " + told.get(marker)));
  }

  /** A story has one alert, raised once and first, then updated by each copy. */
  private void eachStoryIsOne(List<Marker> published, List<String> wrong) {
    Map<Integer, List<Told>> stories = new TreeMap<>();
    Map<String, Integer> owners = new HashMap<>();
    for (Told told : alerts) {
      if (told.marker() >= 0 && told.marker() < published.size()) {
        int story = published.get(told.marker()).story();
        stories.computeIfAbsent(story, s -> new ArrayList<>()).add(told);
        Integer other = owners.putIfAbsent(told.id(), story);
        if (other != null && other != story) {
          wrong.add("one alert for the stories " + other + " and " + story + ": " + told);
        }
      }
    }
    stories.forEach(
        (story, events) -> {
          Told first = events.get(0);
          for (Told told : events) {
            String type = told == first ? "raised" : "updated";
            if (!told.type().equals(type)
                || !told.id().equals(first.id())
                || !told.story().equals(first.story())) {
              wrong.add("not " + type + " of story " + story + ": " + told + ", after " + first);
            }
          }
        });
  }

  /** For an entry, articles of one partition are told in the order in which they stand there. */
  private void theOrderIsKept(List<Marker> published, List<String> wrong) {
    Map<Integer, Stood> places = new HashMap<>();
    articles.forEach(stood -> places.put(stood.marker(), stood));
    Map<String, Stood> last = new HashMap<>();
    for (Told told : alerts) {
      Stood place = places.get(told.marker());
      if (place != null) {
        Stood before = last.put(told.entry() + ' ' + place.partition(), place);
        if (before != null && before.offset() > place.offset()) {
          wrong.add("told after a later one: " + told + ", " + place + " after " + before);
        }
      }
    }
  }

  private static Told told(ConsumerRecord<byte[], byte[]> record) {
    JsonNode alert = json(record);
    Header eventId = record.headers().lastHeader("ce_id");
    return new Told(
        marker(alert.path("article").path("url").asText()),
        new String(record.key(), UTF_8),
        alert.path("type").asText(),
        alert.path("id").asText(),
        alert.path("story").path("id").asText(),
        eventId == null ? "" : new String(eventId.value(), UTF_8),
        alert.path("watchlistVersion").asText());
  }

  private static int marker(String url) {
    String number = url.substring(url.lastIndexOf('/') + 1);
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
    try {
      return JSON.readTree(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON at " + record.topic() + " " + record.offset(), e);
    }
  }

  @Override
  public void close() {
    articleTopic.close();
    alertTopic.close();
    deadTopic.close();
  }
}
