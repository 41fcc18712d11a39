package id.gaung.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What went out on accounts; known above this feature, which is given it. */
@FunctionalInterface
public interface SentPosts {

  /**
   * An account of which it is asked.
   *
   * @param most how many may go out in one window
   * @param since when the window began
   * @param heardAt what is counted once more from then on
   */
  record Asked(UUID channelId, long most, Instant since, Instant heardAt) {}

  /**
   * What went out within the window.
   *
   * @param count at most as many as asked for
   * @param sinceHeard how many of these since then
   * @param first when the first of these came out
   */
  record Sent(UUID channelId, long count, long sinceHeard, Instant first) {}

  /** One question for all; those of which nothing went out are left out. */
  List<Sent> sent(List<Asked> asked);
}
