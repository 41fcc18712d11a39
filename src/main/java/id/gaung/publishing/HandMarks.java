package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.channel.Channels;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.HandAddresses.Judged;
import id.gaung.publishing.HandPosts.Refused;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What staff know of posts that were put out by hand and no network tells: that one is gone, that
 * it stands after all, and at which address it is.
 */
public final class HandMarks {

  private final RenditionDao dao;
  private final ChannelPostsDao posts;
  private final RenditionCommands steps;
  private final Renditions renditions;
  private final Channels channels;
  private final HandAddresses addresses;
  private final PlanHistory history;
  private final Deliverables deliverables;
  private final List<RenditionListener> listeners;
  private final Foundation foundation;

  HandMarks(
      Foundation foundation,
      RenditionDao dao,
      ChannelPostsDao posts,
      RenditionCommands steps,
      Renditions renditions,
      Channels channels,
      HandAddresses addresses,
      Deliverables deliverables,
      List<RenditionListener> listeners) {
    this.foundation = foundation;
    this.dao = dao;
    this.posts = posts;
    this.steps = steps;
    this.renditions = renditions;
    this.channels = channels;
    this.addresses = addresses;
    this.history = new PlanHistory(foundation);
    this.deliverables = deliverables;
    this.listeners = listeners;
  }

  /** A post by hand that is not there any more, and how somebody knows. */
  public record MarkGone(@NotBlank @Size(max = 300) String reason, int version) {}

  /** One that was marked as gone by mistake. */
  public record MarkStanding(@NotBlank @Size(max = 300) String reason, int version) {}

  /** The address of a post that a picture showed to be out. */
  public record GiveAddress(@NotBlank @Size(max = 500) String url, int version) {}

  /**
   * Marks a post as gone from its network.
   *
   * @throws Problem also for one that Gaung published: there the network is asked
   */
  public void gone(Actor by, UUID id, MarkGone order) {
    Permissions.require(by, Role.STAFF);
    foundation
        .transactions()
        .run(
            () -> {
              RenditionRow row = taken(id, order.version(), RenditionState.REMOVED);
              renditions.markRemoved(List.of(row.id()), by, Optional.of(order.reason().strip()));
              listeners.forEach(listener -> listener.gone(List.of(id)));
            });
  }

  /** Takes that back: it is out since when it was. */
  public void stands(Actor by, UUID id, MarkStanding order) {
    Permissions.require(by, Role.STAFF);
    foundation
        .transactions()
        .run(
            () -> {
              RenditionRow row = taken(id, order.version(), RenditionState.PUBLISHED);
              dao.end(id, RenditionState.PUBLISHED, Optional.empty());
              history.stands(id);
              steps.record(
                  steps
                      .moved(by, row, RenditionState.PUBLISHED)
                      .with("reason", order.reason().strip()));
              row.deliverableId().ifPresent(d -> deliverables.live(Set.of(d), by));
              listeners.forEach(listener -> listener.stands(List.of(id)));
            });
  }

  private RenditionRow taken(UUID id, int version, RenditionState next) {
    RenditionRow row = steps.take(id, version);
    boolean from =
        next == RenditionState.REMOVED
            ? row.state() == RenditionState.PUBLISHED
            : row.state() == RenditionState.REMOVED;
    if (!from) {
      throw RenditionCommands.refused(row);
    }
    if (!channels.get(row.channelId()).isByHand()) {
      throw Problem.conflict("publishing.hand.gone-asked");
    }
    return row;
  }

  /**
   * Gives a post its address, which is judged as that of any other.
   *
   * @throws Problem also if it has one already
   */
  public void addressed(Actor by, UUID id, GiveAddress order) {
    Permissions.require(by, Role.STAFF);
    RenditionRow seen = dao.find(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
    Map<UUID, String> whole = addresses.whole(List.of(seen), Map.of(id, order.url().strip()));
    refuse(Optional.ofNullable(addresses.against(addresses.judge(List.of(seen), whole)).get(id)));
    foundation
        .transactions()
        .run(
            () -> {
              posts.lock(List.of(seen.channelId()));
              RenditionRow row = steps.take(id, order.version());
              if (row.state() != RenditionState.PUBLISHED
                  || row.remoteId().filter(HandAddresses::isUnnamed).isEmpty()) {
                throw Problem.conflict("publishing.hand.address.known");
              }
              List<Judged> judged = addresses.judge(List.of(row), whole);
              refuse(Optional.ofNullable(addresses.refused(judged).get(id)));
              take(by, row, judged.get(0));
            });
  }

  private static void refuse(Optional<Refused> wrong) {
    wrong.ifPresent(
        why -> {
          throw Problem.invalid(List.of(new FieldError("url", why.key(), why.args())));
        });
  }

  private void take(Actor by, RenditionRow row, Judged judged) {
    RemotePost post = judged.post().orElseThrow();
    String url = post.url().map(URI::toString).orElse("");
    posts.addressed(row.id(), post.remoteId(), url);
    steps.record(Change.of(by, "rendition.addressed", "rendition", row.id()).with("url", url));
    PublishedRendition news =
        new PublishedRendition(
            row.id(),
            row.channelId(),
            row.publishedAt().orElse(row.dueAt()),
            post,
            addresses.isReadable(judged));
    listeners.forEach(listener -> listener.addressed(news));
  }
}
