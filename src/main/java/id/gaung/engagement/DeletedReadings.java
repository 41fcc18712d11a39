package id.gaung.engagement;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.channel.Channels;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.kernel.Actor;
import id.gaung.platform.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Deletes what networks want deleted: what their API told of accounts whose login was not renewed
 * within the time that their terms give. What people typed and what reports froze stays.
 */
final class DeletedReadings {

  private static final Actor SYSTEM = Actor.system("engagement");

  private final Foundation foundation;
  private final Channels channels;
  private final DeletedReadingsDao dao;

  DeletedReadings(Foundation foundation, Channels channels) {
    this.foundation = foundation;
    this.channels = channels;
    this.dao = foundation.jdbi().onDemand(DeletedReadingsDao.class);
  }

  /** That readings of a metric of a post were deleted up to then, and when that was. */
  public record Deleted(Metric metric, Instant until, Instant deletedAt) {}

  List<Deleted> of(UUID renditionId) {
    return dao.of(renditionId);
  }

  Job job() {
    return new ForEach<>(
        "delete-readings",
        foundation.clock(),
        () -> channels.readingsOver().entrySet(),
        Map.Entry::getKey,
        over -> delete(over.getKey(), over.getValue()));
  }

  private void delete(UUID channelId, Instant before) {
    foundation
        .transactions()
        .run(
            () -> {
              dao.allowDeleting();
              Audit audit = foundation.audit();
              Instant now = foundation.clock().instant();
              long gone =
                  dao.deleteOfPosts(channelId, before, now)
                      + dao.deleteFollowers(channelId, before, now);
              if (gone > 0) {
                audit.record(
                    Change.of(SYSTEM, "channel.readings-deleted", "channel", channelId)
                        .with("readings", gone)
                        .with("before", before));
              }
            });
  }
}
