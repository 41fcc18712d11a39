package id.gaung.platform.linkedin;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.PublishStep;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A checkpoint of this client: names and addresses of uploads, which nobody sees, and what LinkedIn
 * answered to their parts; the mark before the call that publishes; what stood on the page before.
 */
record LinkedInProgress(Map<String, String> values) {

  private static final Set<String> OF_ATTEMPTS =
      Set.of(
              LinkedInMark.NEWEST,
              LinkedInMark.FAILURES,
              LinkedInMark.LOOKED_UP,
              LinkedInMark.DUPLICATE)
          .stream()
          .map(Enum::name)
          .collect(Collectors.toUnmodifiableSet());

  static LinkedInProgress of(Checkpoint checkpoint) {
    return new LinkedInProgress(checkpoint.values());
  }

  Checkpoint checkpoint() {
    return new Checkpoint(values);
  }

  PublishStep on() {
    return new PublishStep.Continue(checkpoint(), Duration.ZERO);
  }

  boolean has(LinkedInMark mark) {
    return values.containsKey(mark.name());
  }

  String text(LinkedInMark mark) {
    return values.getOrDefault(mark.name(), "");
  }

  LinkedInProgress with(LinkedInMark mark, String value) {
    return with(mark.name(), value);
  }

  /** A whole number of ours; 0 if there is none. */
  long number(LinkedInMark mark) {
    String text = text(mark);
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  Optional<Instant> at(LinkedInMark mark) {
    try {
      return Optional.ofNullable(values.get(mark.name())).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  LinkedInProgress at(LinkedInMark mark, Instant now) {
    return with(mark, now.toString());
  }

  /** Of a picture, or of a part of a video. */
  Optional<String> part(UploadNote part, long index) {
    return Optional.ofNullable(values.get(part.name() + "." + index));
  }

  LinkedInProgress with(UploadNote part, long index, String value) {
    return with(part.name() + "." + index, value);
  }

  LinkedInProgress begun(Instant now) {
    return has(LinkedInMark.SINCE) ? this : at(LinkedInMark.SINCE, now);
  }

  LinkedInProgress unmarked() {
    return without(LinkedInMark.POSTING.name()::equals);
  }

  /** Empty if it is not known. */
  Optional<List<String>> newest() {
    return Optional.ofNullable(values.get(LinkedInMark.NEWEST.name()))
        .map(ids -> ids.lines().filter(id -> !id.isEmpty()).toList());
  }

  LinkedInProgress after(List<String> newest) {
    return with(LinkedInMark.NEWEST, String.join("\n", newest));
  }

  /** Without what was uploaded. */
  LinkedInProgress anew() {
    return without(name -> !OF_ATTEMPTS.contains(name));
  }

  private LinkedInProgress without(java.util.function.Predicate<String> unwanted) {
    Map<String, String> less = new HashMap<>(values);
    less.keySet().removeIf(unwanted);
    return new LinkedInProgress(Map.copyOf(less));
  }

  private LinkedInProgress with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new LinkedInProgress(Map.copyOf(more));
  }
}
