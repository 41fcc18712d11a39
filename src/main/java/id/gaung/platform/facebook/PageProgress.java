package id.gaung.platform.facebook;

import id.gaung.platform.Checkpoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A checkpoint of this client: what was uploaded, which nobody sees; the mark before the call that
 * publishes; and what the Page had published last before that, which outlives the attempts.
 */
record PageProgress(Map<String, String> values) {

  private static final String PHOTO = "photo.";
  private static final String SINCE = "since";
  private static final String POSTING = "posting";
  private static final String NEWEST = "newest";

  static PageProgress of(Checkpoint checkpoint) {
    return new PageProgress(checkpoint.values());
  }

  Checkpoint checkpoint() {
    return new Checkpoint(values);
  }

  Optional<String> photo(int index) {
    return Optional.ofNullable(values.get(PHOTO + index));
  }

  List<String> photos(int count) {
    return IntStream.range(0, count).mapToObj(this::photo).flatMap(Optional::stream).toList();
  }

  PageProgress withPhoto(int index, String id, Instant now) {
    PageProgress more = with(PHOTO + index, id);
    return values.containsKey(SINCE) ? more : more.with(SINCE, now.toString());
  }

  /** Since when something is uploaded, or waited for. */
  Optional<Instant> since() {
    return instant(SINCE);
  }

  PageProgress since(Instant now) {
    return with(SINCE, now.toString());
  }

  Optional<String> part(UploadPart part) {
    return Optional.ofNullable(values.get(part.name()));
  }

  boolean has(UploadPart part) {
    return values.containsKey(part.name());
  }

  PageProgress with(UploadPart part, String value) {
    return with(part.name(), value);
  }

  /** A whole number of ours; 0 if there is none. */
  long number(UploadPart part) {
    String text = part(part).orElse("");
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  /** When the call that publishes was about to be made; empty if it never was. */
  Optional<Instant> posting() {
    return instant(POSTING);
  }

  boolean isMarked() {
    return values.containsKey(POSTING);
  }

  PageProgress marked(Instant now) {
    return with(POSTING, now.toString());
  }

  PageProgress unmarked() {
    Map<String, String> less = new HashMap<>(values);
    less.remove(POSTING);
    return new PageProgress(Map.copyOf(less));
  }

  /**
   * The ids of what the Page published last before the first attempt, none if it had published
   * nothing; empty if that is not known.
   */
  Optional<List<String>> newest() {
    return Optional.ofNullable(values.get(NEWEST))
        .map(ids -> ids.lines().filter(id -> !id.isEmpty()).toList());
  }

  PageProgress after(List<String> newest) {
    return with(NEWEST, String.join("\n", newest));
  }

  /** Without what was uploaded; what stood there before is still known. */
  PageProgress anew() {
    Map<String, String> less = new HashMap<>(values);
    less.keySet().retainAll(List.of(NEWEST, UploadPart.FAILURES.name()));
    return new PageProgress(Map.copyOf(less));
  }

  private PageProgress with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new PageProgress(Map.copyOf(more));
  }

  private Optional<Instant> instant(String name) {
    try {
      return Optional.ofNullable(values.get(name)).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  /** Named texts of an upload under way. */
  enum UploadPart {
    /** The video's id, known before anything of it is sent. */
    VIDEO,
    /** Where a reel's bytes go. */
    ADDRESS,
    /** The session of an upload in pieces. */
    SESSION,
    /** How many bytes of it are there. */
    OFFSET,
    /** Up to where the next piece goes. */
    END,
    /** Everything is there. */
    UPLOADED,
    /** Facebook said yes to publishing it and works on it. */
    FINISHED,
    /** How often Facebook failed on it. */
    FAILURES
  }
}
