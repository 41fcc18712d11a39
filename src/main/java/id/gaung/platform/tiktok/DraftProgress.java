package id.gaung.platform.tiktok;

import id.gaung.platform.Checkpoint;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint of a draft: TikTok's id of it, how far its bytes are, since when it is waited for.
 */
record DraftProgress(Map<String, String> values) {

  /** What is kept. */
  enum Part {
    /** TikTok's id, known before the first byte of a video leaves. */
    ID,
    /** Where a video's bytes go. */
    ADDRESS,
    /** When that was told; the address is good for an hour. */
    BEGUN,
    /** How many bytes are there. */
    OFFSET,
    /** An answer was lost: what is there is asked first. */
    DOUBT,
    /** How often it was begun anew. */
    ANEW,
    /** When the call that makes a draft of photos was about to leave. */
    ASKED,
    /** That call's answer was lost, so it is not made again. */
    LOST,
    /** Since when TikTok works on it. */
    SINCE,
    /** How often it was asked since. */
    POLLS
  }

  static DraftProgress of(Checkpoint checkpoint) {
    return new DraftProgress(checkpoint.values());
  }

  Checkpoint checkpoint() {
    return new Checkpoint(values);
  }

  boolean has(Part part) {
    return values.containsKey(part.name());
  }

  String text(Part part) {
    return values.getOrDefault(part.name(), "");
  }

  /** A whole number of ours; 0 if there is none. */
  long number(Part part) {
    String text = text(part);
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  Optional<Instant> instant(Part part) {
    try {
      return Optional.of(text(part)).filter(text -> !text.isEmpty()).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  Optional<URI> address() {
    try {
      return Optional.of(text(Part.ADDRESS)).filter(text -> !text.isEmpty()).map(URI::create);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  DraftProgress with(Part part, Object value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(part.name(), value.toString());
    return new DraftProgress(Map.copyOf(more));
  }

  DraftProgress without(Part part) {
    Map<String, String> less = new HashMap<>(values);
    less.remove(part.name());
    return new DraftProgress(Map.copyOf(less));
  }

  /** From the beginning; nobody saw anything of what was sent. */
  DraftProgress anew() {
    return new DraftProgress(Map.of(Part.ANEW.name(), String.valueOf(number(Part.ANEW) + 1)));
  }

  /** The address may hold what lets bytes be sent. */
  @Override
  public String toString() {
    return "DraftProgress" + values.keySet();
  }
}
