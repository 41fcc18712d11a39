package id.gaung.publishing;

import id.gaung.kernel.Actor;
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

  /**
   * The engine that holds a claim.
   *
   * @param node this process's name in the cluster, the same after a restart
   * @param life of this process, never the same again
   */
  record Owner(String node, String life) {

    private static final Actor ACTOR = Actor.system("publishing");

    Owner {
      if (node.contains("/")) {
        throw new IllegalArgumentException("a node's name has no slash: " + node);
      }
    }

    String name() {
      return node + "/" + life;
    }

    Actor actor() {
      return ACTOR;
    }
  }
}
