package id.gaung.platform.x;

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
 * publishes; what stood on the account before that, and what became of attempts before.
 */
record XProgress(Map<String, String> values) {

  private static final String MEDIA = "media.";
  private static final String DESCRIBED = "described.";

  static XProgress of(Checkpoint checkpoint) {
    return new XProgress(checkpoint.values());
  }

  Checkpoint checkpoint() {
    return new Checkpoint(values);
  }

  boolean has(XMark mark) {
    return values.containsKey(mark.name());
  }

  XProgress with(XMark mark, String value) {
    return with(mark.name(), value);
  }

  /** A whole number of ours; 0 if there is none. */
  long number(XMark mark) {
    String text = values.getOrDefault(mark.name(), "");
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  Optional<Instant> at(XMark mark) {
    try {
      return Optional.ofNullable(values.get(mark.name())).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  XProgress at(XMark mark, Instant now) {
    return with(mark, now.toString());
  }

  XProgress unmarked() {
    Map<String, String> less = new HashMap<>(values);
    less.remove(XMark.POSTING.name());
    return new XProgress(Map.copyOf(less));
  }

  /** Empty if it is not known. */
  Optional<List<String>> newest() {
    return Optional.ofNullable(values.get(XMark.NEWEST.name()))
        .map(ids -> ids.lines().filter(id -> !id.isEmpty()).toList());
  }

  XProgress after(List<String> newest) {
    return with(XMark.NEWEST, String.join("\n", newest));
  }

  Optional<String> media(int index) {
    return Optional.ofNullable(values.get(MEDIA + index));
  }

  /** The ids of the first ones, in order. */
  List<String> media(long count) {
    return IntStream.range(0, (int) count).mapToObj(this::media).flatMap(Optional::stream).toList();
  }

  XProgress uploaded(int index, String id, Instant now) {
    XProgress more = with(MEDIA + index, id);
    return has(XMark.SINCE) ? more : more.at(XMark.SINCE, now);
  }

  boolean isDescribed(int index) {
    return values.containsKey(DESCRIBED + index);
  }

  XProgress described(int index) {
    return with(DESCRIBED + index, "yes");
  }

  /** Without what was uploaded. */
  XProgress anew() {
    Map<String, String> less = new HashMap<>(values);
    less.keySet()
        .retainAll(
            List.of(
                XMark.NEWEST.name(),
                XMark.FAILURES.name(),
                XMark.LOOKED_UP.name(),
                XMark.DUPLICATE.name()));
    return new XProgress(Map.copyOf(less));
  }

  private XProgress with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new XProgress(Map.copyOf(more));
  }
}
