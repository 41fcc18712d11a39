package id.gaung.channel;

import id.gaung.audit.Foundation;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.LookUp;
import id.gaung.platform.Presence;
import id.gaung.platform.PublishStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When each account's network answered last; kept to the minute, so that calls stay cheap. */
final class LastAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(LastAnswers.class);
  private static final Duration KEPT_EVERY = Duration.ofMinutes(1);

  private final Clock clock;
  private final LastAnswerDao dao;
  private final Map<UUID, Instant> kept = new ConcurrentHashMap<>();

  LastAnswers(Foundation foundation) {
    this.clock = foundation.clock();
    this.dao = foundation.jdbi().onDemand(LastAnswerDao.class);
  }

  /** A call in the name of an account has just ended without a failure. */
  void heard(UUID channelId, Object answer) {
    if (!tells(answer)) {
      return;
    }
    Instant now = clock.instant();
    Instant last = kept.get(channelId);
    if (last != null && now.isBefore(last.plus(KEPT_EVERY))) {
      return;
    }
    kept.put(channelId, now);
    try {
      dao.heard(channelId, now, now.minus(KEPT_EVERY));
    } catch (RuntimeException unkept) {
      // What the network answered must not be lost because this could not be noted.
      LOG.warn("The last answer of channel {} was not kept: {}", channelId, unkept.getMessage());
    }
  }

  /**
   * Whether the network must have said it: what is unknown, or was sent to nobody, tells nothing.
   */
  private static boolean tells(Object answer) {
    if (answer instanceof PublishStep step) {
      return step instanceof PublishStep.Published || step instanceof PublishStep.Continue;
    }
    if (answer instanceof AccountProfile profile) {
      return profile.followers().known().isPresent();
    }
    return !(answer instanceof LookUp.Undecided) && answer != Presence.UNKNOWN;
  }

  /** Of those whose network has answered once. */
  Map<UUID, Instant> of(Collection<UUID> channelIds) {
    return dao.answered(List.copyOf(channelIds));
  }

  interface LastAnswerDao {

    @SqlUpdate(
        """
        update channel set answered_at = :now
        where id = :id and (answered_at is null or answered_at <= :before)
        """)
    int heard(UUID id, Instant now, Instant before);

    @SqlQuery(
        """
        select id, answered_at from channel where id = any(:ids) and answered_at is not null
        """)
    @KeyColumn("id")
    @ValueColumn("answered_at")
    Map<UUID, Instant> answered(Collection<UUID> ids);
  }
}
