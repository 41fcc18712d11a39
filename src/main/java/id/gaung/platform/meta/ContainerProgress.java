package id.gaung.platform.meta;

import id.gaung.platform.Checkpoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A checkpoint of a publication through containers: those made so far, since when one is waited
 * for, and the mark before publishing. Containers are invisible and cheap; each lives 24 hours.
 */
public record ContainerProgress(Map<String, String> values) {

  private static final String CHILD = "child.";
  private static final String READY = ".ready";
  private static final String CONTAINER = "container";
  private static final String WAITING = "waiting";
  private static final String PUBLISHING = "publishing";
  private static final String REFUSALS = "refusals";
  private static final String RESTARTS = "restarts";
  private static final String NEWEST = "newest";

  public static ContainerProgress of(Checkpoint checkpoint) {
    return new ContainerProgress(checkpoint.values());
  }

  public Checkpoint checkpoint() {
    return new Checkpoint(values);
  }

  /** What is published: the picture's container or the carousel's. */
  Optional<String> container() {
    return Optional.ofNullable(values.get(CONTAINER));
  }

  ContainerProgress withContainer(String id) {
    return with(CONTAINER, id).rested();
  }

  Optional<String> child(int index) {
    return Optional.ofNullable(values.get(CHILD + index));
  }

  List<String> children(int count) {
    return IntStream.range(0, count).mapToObj(this::child).flatMap(Optional::stream).toList();
  }

  ContainerProgress withChild(int index, String id) {
    return with(CHILD + index, id);
  }

  OptionalInt unready(int count) {
    return IntStream.range(0, count)
        .filter(i -> !values.containsKey(CHILD + i + READY))
        .findFirst();
  }

  ContainerProgress ready(int index) {
    return with(CHILD + index + READY, "yes").rested();
  }

  Optional<Instant> waitingSince() {
    return instant(WAITING);
  }

  ContainerProgress waiting(Instant since) {
    return values.containsKey(WAITING) ? this : with(WAITING, since.toString());
  }

  ContainerProgress rested() {
    return without(WAITING);
  }

  Optional<Instant> publishing() {
    return instant(PUBLISHING);
  }

  boolean isMarked() {
    return values.containsKey(PUBLISHING);
  }

  ContainerProgress marked(Instant now) {
    return with(PUBLISHING, now.toString()).rested();
  }

  public ContainerProgress unmarked() {
    return without(PUBLISHING);
  }

  /**
   * The ids of what the account published last before the first attempt, none if it had published
   * nothing; empty if that is not known.
   */
  Optional<List<String>> newest() {
    return Optional.ofNullable(values.get(NEWEST))
        .map(ids -> ids.lines().filter(id -> !id.isEmpty()).toList());
  }

  ContainerProgress after(List<String> newest) {
    return with(NEWEST, String.join("\n", newest));
  }

  /** How often publishing was refused as too early or for an unknown container. */
  public int refusals() {
    return count(REFUSALS);
  }

  public ContainerProgress refused() {
    return unmarked().counting(REFUSALS);
  }

  /** How often all was begun anew, whatever for. */
  public int restarts() {
    return count(RESTARTS);
  }

  /** To be made anew, with nothing left but what stood there before and how often that was done. */
  public ContainerProgress restarted() {
    Map<String, String> kept = new HashMap<>(values);
    kept.keySet().retainAll(Set.of(NEWEST, RESTARTS));
    return new ContainerProgress(Map.copyOf(kept)).counting(RESTARTS);
  }

  private int count(String name) {
    try {
      return Integer.parseInt(values.getOrDefault(name, "0"));
    } catch (NumberFormatException notOurs) {
      return 0;
    }
  }

  private ContainerProgress counting(String name) {
    return with(name, String.valueOf(count(name) + 1));
  }

  private ContainerProgress with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new ContainerProgress(Map.copyOf(more));
  }

  private ContainerProgress without(String name) {
    Map<String, String> less = new HashMap<>(values);
    less.remove(name);
    return new ContainerProgress(Map.copyOf(less));
  }

  private Optional<Instant> instant(String name) {
    try {
      return Optional.ofNullable(values.get(name)).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }
}
