package id.gaung.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The claims this engine holds, and until when it may rely on them. Thread-safe. */
final class Leases {

  private final Map<UUID, Instant> until = new ConcurrentHashMap<>();

  void hold(UUID id, Instant until) {
    this.until.put(id, until);
  }

  void drop(UUID id) {
    until.remove(id);
  }

  List<UUID> held() {
    return List.copyOf(until.keySet());
  }

  /** Whether nobody else can have taken it at that instant. */
  boolean covers(UUID id, Instant now) {
    Instant end = until.get(id);
    return end != null && now.isBefore(end);
  }

  /**
   * After a heartbeat.
   *
   * @param asked those that were to be renewed
   * @param renewed those that were
   */
  void renewed(Collection<UUID> asked, Collection<UUID> renewed, Instant newEnd) {
    Set<UUID> kept = new HashSet<>(renewed);
    for (UUID id : asked) {
      if (kept.contains(id)) {
        until.replace(id, newEnd);
      } else {
        until.remove(id);
      }
    }
  }
}
