package id.gaung.engagement;

import id.gaung.channel.Budget;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.engagement.DeletedReadings.Deleted;
import id.gaung.engagement.FollowerCollector.At;
import id.gaung.engagement.SubjectDao.Subject;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.publishing.RemoteRendition;
import id.gaung.publishing.Renditions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The figures of one post, for the pages and the API. */
public final class Engagement {

  /** A little more than a post's whole ladder of one metric shows nobody anything more. */
  private static final int READINGS = 240;

  private final Watches watches;
  private final SnapshotDao snapshots;
  private final FollowerCollector followers;
  private final EngagementCollector collector;
  private final Renditions renditions;
  private final Channels channels;
  private final SubjectDao subjects;
  private final DeletedReadings deletions;

  Engagement(
      Watches watches,
      SnapshotDao snapshots,
      FollowerCollector followers,
      EngagementCollector collector,
      Renditions renditions,
      Channels channels,
      SubjectDao subjects,
      DeletedReadings deletions) {
    this.deletions = deletions;
    this.watches = watches;
    this.snapshots = snapshots;
    this.followers = followers;
    this.collector = collector;
    this.renditions = renditions;
    this.channels = channels;
    this.subjects = subjects;
  }

  /**
   * Everything known of a published post.
   *
   * @throws Problem not found if it is not watched
   */
  public PostEngagement of(UUID renditionId) {
    DueWatch watch = watches.find(renditionId).orElseThrow(Problem::notFound);
    RemoteRendition rendition =
        Optional.ofNullable(renditions.remote(List.of(renditionId)).get(renditionId))
            .orElseThrow(Problem::notFound);
    Channel channel = channels.get(watch.channelId());
    Network network = channel.network();
    List<Snapshot> last =
        snapshots.lastKnown(renditionId, Arrays.stream(Metric.values()).map(Metric::name).toList());
    Map<Metric, Long> counts = new EnumMap<>(Metric.class);
    last.forEach(s -> s.value().ifPresent(value -> counts.put(s.metric(), value)));
    PostFigures figures =
        new PostFigures(
            NetworkModule.counts(network).engagements(),
            counts,
            followers
                .near(List.of(new At(renditionId, watch.channelId(), watch.publishedAt())))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst());
    return new PostEngagement(
        watch,
        rendition,
        network,
        figures,
        last,
        snapshots.newest(renditionId, READINGS),
        channel.isConnected() && !watches.isTyped(renditionId)
            ? channels.budgets(List.of(channel)).getOrDefault(channel.id(), Budget.FREE).readings()
            : Optional.empty(),
        deletions.of(renditionId));
  }

  /** Which post it is, and what it cost. */
  Subject subject(UUID renditionId) {
    return subjects.find(renditionId).orElseThrow(Problem::notFound);
  }

  /** Reads the post's counts now, and says what came of it. */
  ReadNow readNow(Actor by, UUID renditionId) {
    Permissions.require(by, Role.STAFF);
    refuseTyped(renditionId);
    return collector.readNow(watches.find(renditionId).orElseThrow(Problem::notFound));
  }

  /** Its id is no network's own: asked for it, a network would say that it is gone. */
  private void refuseTyped(UUID renditionId) {
    if (watches.isTyped(renditionId)) {
      throw Problem.conflict("engagement.typed.refused.ask");
    }
  }

  /** Whether the post stands on its account but its network has not shown it for hours. */
  boolean isHidden(UUID renditionId) {
    return watches.isHidden(renditionId);
  }

  /** Asks the network now whether the post still stands; one that is gone is marked as removed. */
  Standing check(Actor by, UUID renditionId) {
    Permissions.require(by, Role.STAFF);
    refuseTyped(renditionId);
    return collector.absences().check(by, watches.find(renditionId).orElseThrow(Problem::notFound));
  }

  /**
   * What is known of a published post.
   *
   * @param last the newest known value of each metric
   * @param readings the newest readings, newest first
   * @param deleted what of its readings is gone
   * @param waits until when its counts are not read by themselves, and why
   */
  public record PostEngagement(
      DueWatch watch,
      RemoteRendition rendition,
      Network network,
      PostFigures figures,
      List<Snapshot> last,
      List<Snapshot> readings,
      Optional<Budget.Wait> waits,
      List<Deleted> deleted) {

    public PostEngagement {
      last = List.copyOf(last);
      readings = List.copyOf(readings);
      deleted = List.copyOf(deleted);
    }

    /** The newest of what was deleted as its network's terms ask; empty as a rule. */
    public Optional<Deleted> deletedLast() {
      return deleted.stream().max(Comparator.comparing(Deleted::until));
    }

    public boolean isDeleted(Metric metric) {
      return deleted.stream().anyMatch(one -> one.metric() == metric);
    }
  }

  /** What came of asking whether a post stands. */
  enum Standing {
    PRESENT,
    /** On its account, though its network did not mention it when it was last read. */
    NOT_SHOWN,
    GONE,
    /** Its network asked us to wait. */
    WAITING,
    /** The account cannot be used. */
    UNUSABLE,
    /** No answer, or none that can be read. */
    UNKNOWN
  }

  /** What came of reading a post because a person asked. */
  enum ReadNow {
    READ,
    /** Its network does not mention it, though it is not known to be gone. */
    NOT_SHOWN,
    /** Its network says that it is gone. */
    ABSENT,
    /** Its network asked us to wait. */
    WAITING,
    /** The account cannot be used. */
    UNUSABLE,
    /** Its network refuses these counts. */
    REFUSED,
    /** No answer, or none that can be read. */
    NO_ANSWER;

    /** What a move that followed a reading without figures says. */
    static ReadNow of(WatchMove move) {
      if (move.absentSince().isPresent() && move.lastTrouble().isEmpty()) {
        return ReadNow.ABSENT;
      }
      return switch (move.lastTrouble().orElse("")) {
        case "" -> ReadNow.WAITING;
        case NextReading.NOT_INDEXED, NextReading.HIDDEN -> ReadNow.NOT_SHOWN;
        case "RECONNECT", "TOKEN_EXPIRED", "ACCOUNT_BLOCKED" -> ReadNow.UNUSABLE;
        case "PERMISSION", "REJECTED" -> ReadNow.REFUSED;
        case "RATE_LIMITED", "QUOTA" -> ReadNow.WAITING;
        default -> ReadNow.NO_ANSWER;
      };
    }
  }
}
