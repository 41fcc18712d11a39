package id.gaung.channel;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What waits to go out on accounts; known above this feature, which is given it. */
@FunctionalInterface
public interface PlannedPosts {

  /** How many posts are planned on each of the accounts; those with none may be left out. */
  Map<UUID, Long> planned(Collection<UUID> channelIds);
}
