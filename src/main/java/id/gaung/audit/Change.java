package id.gaung.audit;

import id.gaung.kernel.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One change of state, as a feature reports it.
 *
 * @param action past tense, {@code campaign.approved}
 * @param subjectType the kind of thing, {@code campaign}
 * @param details what else matters, such as {@code from}, {@code to} and {@code reason}; never a
 *     secret
 */
public record Change(
    Actor by,
    String action,
    String subjectType,
    Optional<UUID> subjectId,
    Map<String, String> details) {

  public Change {
    details = Map.copyOf(details);
  }

  public static Change of(Actor by, String action, String subjectType, UUID subjectId) {
    return new Change(by, action, subjectType, Optional.of(subjectId), Map.of());
  }

  /** The same change with one more detail. */
  public Change with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(details);
    more.put(name, value.toString());
    return new Change(by, action, subjectType, subjectId, more);
  }

  /** A step of a state machine. */
  public Change moving(Enum<?> from, Enum<?> to) {
    return with("from", from.name()).with("to", to.name());
  }
}
