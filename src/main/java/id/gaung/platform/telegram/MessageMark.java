package id.gaung.platform.telegram;

import id.gaung.platform.Checkpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is remembered of a post before the call that sends it. */
record MessageMark(Checkpoint checkpoint) {

  private static final String SENDING = "sending";
  private static final String NEWEST = "newest";
  private static final String SHAPE = "shape";

  /**
   * @param newest the number of the newest message of the channel; empty if it is not known
   */
  static MessageMark at(Instant now, MessageShape shape, Optional<Long> newest) {
    Map<String, String> values = new HashMap<>();
    values.put(SENDING, now.toString());
    values.put(SHAPE, shape.name());
    newest.ifPresent(id -> values.put(NEWEST, id.toString()));
    return new MessageMark(new Checkpoint(values));
  }

  boolean isSet() {
    return checkpoint.values().containsKey(SENDING);
  }

  /** Numbers grow with time: what has a greater one came afterwards. */
  Optional<Long> newest() {
    return value(NEWEST).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
  }

  /** Empty of what was marked before shapes were remembered, or is not marked at all. */
  Optional<MessageShape> shape() {
    return value(SHAPE).map(MessageShape::new);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(checkpoint.values().get(name));
  }
}
