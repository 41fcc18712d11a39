package id.gaung.platform.mastodon;

import id.gaung.platform.Checkpoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A checkpoint of this client: uploaded pictures by position, the mark before posting, and what the
 * account had published last before that, which outlives the attempts.
 */
record StatusProgress(Map<String, String> values) {

  private static final String POSTING = "posting";
  private static final String NEWEST = "newest";
  private static final String MEDIA = "media.";
  private static final String PROCESSING = ".processing";

  static StatusProgress of(Checkpoint checkpoint) {
    return new StatusProgress(checkpoint.values());
  }

  Checkpoint checkpoint() {
    return new Checkpoint(values);
  }

  /** When the status was about to be posted; empty if it never was. */
  Optional<Instant> posting() {
    return instant(POSTING);
  }

  boolean isMarked() {
    return values.containsKey(POSTING);
  }

  StatusProgress marked(Instant now) {
    return with(POSTING, now.toString());
  }

  StatusProgress unmarked() {
    return without(POSTING);
  }

  /**
   * The ids of what the account published last before the first attempt, none if it had published
   * nothing; empty if that is not known.
   */
  Optional<List<String>> newest() {
    return Optional.ofNullable(values.get(NEWEST))
        .map(ids -> ids.lines().filter(id -> !id.isEmpty()).toList());
  }

  StatusProgress after(List<String> newest) {
    return with(NEWEST, String.join("\n", newest));
  }

  /** Ids of all pictures uploaded so far. */
  List<String> media() {
    return values.entrySet().stream()
        .filter(e -> e.getKey().startsWith(MEDIA) && !e.getKey().endsWith(PROCESSING))
        .map(Map.Entry::getValue)
        .toList();
  }

  Optional<String> media(int picture) {
    return Optional.ofNullable(values.get(MEDIA + picture));
  }

  /** Ids of the first pictures, in order. */
  List<String> media(long pictures) {
    return IntStream.range(0, (int) pictures)
        .mapToObj(this::media)
        .flatMap(Optional::stream)
        .toList();
  }

  StatusProgress uploaded(int picture, String id) {
    return with(MEDIA + picture, id);
  }

  StatusProgress uploading(int picture, String id, Instant since) {
    return uploaded(picture, id).with(MEDIA + picture + PROCESSING, since.toString());
  }

  /** The first picture the server still works on. */
  OptionalInt processing(int pictures) {
    return IntStream.range(0, pictures)
        .filter(i -> values.containsKey(MEDIA + i + PROCESSING))
        .findFirst();
  }

  Optional<Instant> processingSince(int picture) {
    return instant(MEDIA + picture + PROCESSING);
  }

  StatusProgress processed(int picture) {
    return without(MEDIA + picture + PROCESSING);
  }

  StatusProgress forgotten(int picture) {
    return processed(picture).without(MEDIA + picture);
  }

  private StatusProgress with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new StatusProgress(Map.copyOf(more));
  }

  private StatusProgress without(String name) {
    Map<String, String> less = new HashMap<>(values);
    less.remove(name);
    return new StatusProgress(Map.copyOf(less));
  }

  private Optional<Instant> instant(String name) {
    try {
      return Optional.ofNullable(values.get(name)).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }
}
