package id.gaung.platform.youtube;

import id.gaung.platform.Checkpoint;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint of this client: the upload's session, which is stored before a byte is sent; the
 * mark before the last byte, with which the video comes into being; the video; and what the channel
 * had last before all that.
 */
record UploadProgress(Map<String, String> values) {

  private static final String SESSION = "session";
  private static final String SIZE = "size";
  private static final String ENDING = "ending";
  private static final String VIDEO = "video";
  private static final String SINCE = "since";
  private static final String NEWEST = "newest";

  static UploadProgress of(Checkpoint checkpoint) {
    return new UploadProgress(checkpoint.values());
  }

  Checkpoint checkpoint() {
    return new Checkpoint(values);
  }

  Optional<URI> session() {
    return Optional.ofNullable(values.get(SESSION)).map(URI::create);
  }

  /**
   * @param size of the whole video, in bytes
   */
  UploadProgress begun(URI session, long size) {
    return with(SESSION, session.toString()).with(SIZE, Long.toString(size));
  }

  /** Of the whole video, in bytes: a look-up, which opens no media, has to say it too. */
  long size() {
    return Long.parseLong(values.getOrDefault(SIZE, "0"));
  }

  /** When the last byte was about to be sent; empty if it never was. */
  Optional<Instant> ending() {
    return instant(ENDING);
  }

  boolean isEnding() {
    return values.containsKey(ENDING);
  }

  UploadProgress ending(Instant now) {
    return with(ENDING, now.toString());
  }

  Optional<String> video() {
    return Optional.ofNullable(values.get(VIDEO));
  }

  /** Uploaded whole: from now on YouTube works on it. */
  UploadProgress uploaded(String video, Instant now) {
    return with(VIDEO, video).with(SINCE, now.toString());
  }

  Instant since(Instant otherwise) {
    return instant(SINCE).orElse(otherwise);
  }

  /**
   * The ids of what the channel had last before the first attempt, none if it had nothing; empty if
   * that is not known.
   */
  Optional<List<String>> newest() {
    return Optional.ofNullable(values.get(NEWEST))
        .map(ids -> ids.lines().filter(id -> !id.isEmpty()).toList());
  }

  UploadProgress after(List<String> newest) {
    return with(NEWEST, String.join("\n", newest));
  }

  /** Without the upload; what stood there before is still known. */
  UploadProgress anew() {
    Map<String, String> less = new HashMap<>(values);
    less.keySet().retainAll(List.of(NEWEST));
    return new UploadProgress(Map.copyOf(less));
  }

  private UploadProgress with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new UploadProgress(Map.copyOf(more));
  }

  private Optional<Instant> instant(String name) {
    try {
      return Optional.ofNullable(values.get(name)).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }
}
