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
  private static final String UPDATE = "update";
  private static final String SHAPE = "shape";

  static MessageMark at(Instant now, MessageShape shape, Optional<ToldBefore> before) {
    Map<String, String> values = new HashMap<>();
    values.put(SENDING, now.toString());
    values.put(SHAPE, shape.name());
    before.ifPresent(
        told -> {
          values.put(NEWEST, String.valueOf(told.message()));
          values.put(UPDATE, String.valueOf(told.update()));
        });
    return new MessageMark(new Checkpoint(values));
  }

  boolean isSet() {
    return checkpoint.values().containsKey(SENDING);
  }

  /** Empty if it is not known. */
  Optional<ToldBefore> before() {
    return number(NEWEST).map(newest -> new ToldBefore(newest, number(UPDATE).orElse(0L)));
  }

  private Optional<Long> number(String name) {
    return value(name).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
  }

  /** Empty of what was marked before shapes were remembered, or is not marked at all. */
  Optional<MessageShape> shape() {
    return value(SHAPE).map(MessageShape::new);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(checkpoint.values().get(name));
  }
}
