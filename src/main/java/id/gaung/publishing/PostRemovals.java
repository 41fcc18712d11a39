package id.gaung.publishing;

import id.gaung.channel.Channel;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Posts that the office itself takes away from their networks, as another feature knows it. */
public interface PostRemovals {

  /** Takes nothing away. */
  PostRemovals NONE =
      new PostRemovals() {
        @Override
        public boolean offered(Channel channel) {
          return false;
        }

        @Override
        public Map<UUID, Removal> of(Collection<UUID> renditionIds) {
          return Map.of();
        }
      };

  /** Whether posts of the account can be taken away by us. */
  boolean offered(Channel channel);

  /** By rendition; one that nobody wanted away is left out. */
  Map<UUID, Removal> of(Collection<UUID> renditionIds);

  /** How far it has come. */
  enum State {
    /** Ordered; the network is asked until it answers. */
    ORDERED,
    /** The network took it away, or had nothing of it any more. */
    DONE,
    /** The network refused for good; the post still stands. */
    REFUSED
  }

  /**
   * A post that somebody wanted away.
   *
   * @param person who ordered it
   * @param failureKind why the network did not do it, as it said last; empty while it has not
   */
  record Removal(
      State state, String person, Instant orderedAt, String reason, Optional<String> failureKind) {}
}
