package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.channel.Work;
import id.gaung.engagement.Engagement.Standing;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.kernel.Actor;
import id.gaung.platform.Presence;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.Renditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Posts that their network does not mention: deleted, hidden, or only late. */
final class Absences {

  /** A post counts as deleted when it was missing at its source twice, this far apart. */
  static final Duration GONE_AFTER = Duration.ofHours(24);

  private final Foundation foundation;
  private final WatchDao watches;
  private final Channels channels;
  private final Platforms platforms;
  private final Renditions renditions;
  private final NextReading next;

  Absences(
      Foundation foundation,
      Channels channels,
      Platforms platforms,
      Renditions renditions,
      NextReading next) {
    this.foundation = foundation;
    this.watches = foundation.jdbi().onDemand(WatchDao.class);
    this.channels = channels;
    this.platforms = platforms;
    this.renditions = renditions;
    this.next = next;
  }

  /** Not mentioned: asked at the source whether it is deleted, or only not indexed yet. */
  WatchMove judge(DueWatch watch, Map<UUID, Instant> seen, List<UUID> gone) {
    Instant now = foundation.clock().instant();
    Presence presence = presence(watch, Work.READ);
    if (presence == Presence.PRESENT) {
      return next.unshown(watch, seen.getOrDefault(watch.renditionId(), watch.publishedAt()));
    }
    if (presence == Presence.UNKNOWN || presence == Presence.ELSEWHERE) {
      return next.troubled(watch, "presence-unknown");
    }
    Instant since = watch.absentSince().orElse(now);
    if (Duration.between(since, now).compareTo(GONE_AFTER) >= 0) {
      gone.add(watch.renditionId());
      return WatchMove.gone(watch.renditionId(), since, now);
    }
    return WatchMove.absent(watch.renditionId(), since.plus(GONE_AFTER), since);
  }

  private Presence presence(DueWatch watch, Work work) {
    SocialPlatform platform = platforms.of(channels.get(watch.channelId()).network());
    return channels
        .withAccess(
            watch.channelId(),
            work,
            access -> platform.presence(platform.reading(access), watch.post()),
            presence -> Optional.empty())
        .answer()
        .orElse(Presence.UNKNOWN);
  }

  /**
   * Asks the source now whether the post still stands.
   *
   * @return what was found; a post found gone is ended and reported at once, because a person asked
   */
  Standing check(Actor by, DueWatch watch) {
    Optional<Channel> channel =
        Optional.ofNullable(channels.find(List.of(watch.channelId())).get(watch.channelId()))
            .filter(Channel::isConnected);
    if (channel.isEmpty()) {
      return Standing.UNUSABLE;
    }
    if (channels.budgets(List.of(channel.get())).values().stream()
        .anyMatch(budget -> budget.against(Work.PRESSED).isPresent())) {
      return Standing.WAITING;
    }
    Presence presence = presence(watch, Work.PRESSED);
    if (presence == Presence.GONE) {
      foundation
          .transactions()
          .run(
              () -> {
                if (watches.endAsGone(watch.renditionId(), foundation.clock().instant()) > 0) {
                  watches.hiddenNoMore(List.of(watch.renditionId()), foundation.clock().instant());
                  renditions.markRemoved(List.of(watch.renditionId()), by);
                }
              });
    }
    return switch (presence) {
      case GONE -> Standing.GONE;
      case UNKNOWN, ELSEWHERE -> Standing.UNKNOWN;
      case PRESENT ->
          watches.isUnshown(watch.renditionId()) ? Standing.NOT_SHOWN : Standing.PRESENT;
    };
  }
}
