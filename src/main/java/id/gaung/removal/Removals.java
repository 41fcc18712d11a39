package id.gaung.removal;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.channel.Accessed;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.channel.Work;
import id.gaung.followup.FollowUps;
import id.gaung.identity.People;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.Ability;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.PostRemovals;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import id.gaung.removal.RemovalDao.RemovalRow;
import id.gaung.removal.RemovalDao.Told;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes posts away from their networks. The order is stored before the network is asked and stays
 * until it answered, so that a killed process asks again; asking twice does no harm.
 */
public final class Removals implements PostRemovals {

  /** So long nobody else asks while one process does. */
  private static final Duration ASKING = Duration.ofMinutes(5);

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(2);

  /** A network that is down for longer needs a person. */
  private static final Duration PATIENCE = Duration.ofDays(2);

  private final Foundation foundation;
  private final RemovalDao dao;
  private final PublishingFeature publishing;
  private final FollowUps followUps;
  private final Channels channels;
  private final Platforms platforms;
  private final People people;

  Removals(
      Foundation foundation,
      PublishingFeature publishing,
      FollowUps followUps,
      Channels channels,
      Platforms platforms,
      People people) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(RemovalDao.class);
    this.publishing = publishing;
    this.followUps = followUps;
    this.channels = channels;
    this.platforms = platforms;
    this.people = people;
  }

  /**
   * Have a post taken away from its network.
   *
   * @param version of the rendition that the person saw
   */
  public record OrderRemoval(@NotBlank @Size(max = 300) String reason, int version) {}

  @Override
  public boolean offered(Channel channel) {
    return channel.isConnected()
        && channel.hasLogin()
        && NetworkModule.of(channel.network())
            .abilities(channel.account())
            .contains(Ability.DELETE);
  }

  /**
   * Stores the order, then asks the network at once.
   *
   * @return how far it has come
   * @throws Problem if the post is not out, or its network cannot be asked
   */
  public Removal order(Actor by, UUID id, OrderRemoval order) {
    Permissions.require(by, Role.STAFF);
    foundation
        .transactions()
        .run(
            () -> {
              RenditionRow row = publishing.renditions().get(id);
              if (row.version() != order.version()) {
                throw Problem.stale();
              }
              if (row.state() != RenditionState.PUBLISHED || row.post().isEmpty()) {
                throw Problem.conflict("publishing.refused." + row.state());
              }
              if (!offered(channels.get(row.channelId()))) {
                throw Problem.conflict("publishing.removal.not-offered");
              }
              Instant now = foundation.clock().instant();
              if (dao.order(id, by.id().orElseThrow(), order.reason().strip(), now) == 0) {
                throw Problem.conflict("publishing.removal.ordered-already");
              }
              followUps.callOff(id, by);
              foundation
                  .audit()
                  .record(
                      Change.of(by, "rendition.removal-ordered", "rendition", id)
                          .with("reason", order.reason().strip()));
            });
    ask(List.of(id));
    return Optional.ofNullable(of(List.of(id)).get(id)).orElseThrow(Problem::notFound);
  }

  /**
   * @throws Problem not found
   */
  UUID postOf(UUID renditionId) {
    return publishing.renditions().get(renditionId).postId();
  }

  /** Asks for all that are due. */
  void askAgain() {
    ask(List.of());
  }

  private void ask(List<UUID> ids) {
    Instant now = foundation.clock().instant();
    List<RemovalRow> due = dao.take(ids, now, now.plus(ASKING));
    Map<UUID, RenditionRow> rows = new HashMap<>();
    publishing
        .hand()
        .find(due.stream().map(RemovalRow::renditionId).toList())
        .forEach(row -> rows.put(row.id(), row));
    for (RemovalRow one : due) {
      Optional.ofNullable(rows.get(one.renditionId()))
          .ifPresent(row -> row.post().ifPresent(post -> ask(one, row.channelId(), post)));
    }
  }

  /** Its thread goes first, from the end, so that what still stands makes sense. */
  private void ask(RemovalRow removal, UUID channelId, RemotePost post) {
    if (followUps.isAsking(removal.renditionId())) {
      Instant soon = foundation.clock().instant().plus(FIRST_WAIT);
      foundation.transactions().run(() -> dao.postponed(removal.renditionId(), soon));
      return;
    }
    for (Map.Entry<UUID, RemotePost> part : followUps.standing(removal.renditionId()).entrySet()) {
      if (!isGone(removal, channelId, part.getValue())) {
        return;
      }
      foundation.transactions().run(() -> followUps.removed(part.getKey()));
    }
    if (isGone(removal, channelId, post)) {
      end(removal);
    }
  }

  private boolean isGone(RemovalRow removal, UUID channelId, RemotePost post) {
    Channel channel = channels.get(channelId);
    Accessed<Deleting> asked =
        channels.withAccess(
            channelId,
            Work.PRESSED,
            access -> platforms.of(channel.network()).delete(access, post),
            Removals::failure);
    boolean gone = asked.answer().filter(Deleting.Gone.class::isInstance).isPresent();
    if (!gone) {
      asked.failure().ifPresent(failure -> keep(removal, failure));
    }
    return gone;
  }

  private static Optional<Failure> failure(Deleting deleting) {
    return deleting.match(
        Optional::empty,
        failed -> Optional.of(failed.failure()),
        unknown -> Optional.of(unknown.failure()));
  }

  private void end(RemovalRow removal) {
    Instant now = foundation.clock().instant();
    foundation
        .transactions()
        .run(
            () -> {
              if (dao.done(removal.renditionId(), now) > 0) {
                publishing.gone(ordering(removal), removal.renditionId(), removal.reason());
                followUps.removedWith(removal.renditionId());
              }
            });
  }

  private void keep(RemovalRow removal, Failure failure) {
    Instant now = foundation.clock().instant();
    Told told =
        new Told(removal.renditionId(), failure.kind().name(), failure.code(), failure.detail());
    boolean worth = failure.passes() && now.isBefore(removal.orderedAt().plus(PATIENCE));
    foundation
        .transactions()
        .run(
            () -> {
              if (worth) {
                dao.later(told, now.plus(failure.retryAfter().orElse(wait(removal.attempts()))));
              } else if (dao.refused(told, now) > 0) {
                foundation
                    .audit()
                    .record(
                        Change.of(
                                ordering(removal),
                                "rendition.removal-refused",
                                "rendition",
                                removal.renditionId())
                            .with("failure", failure.kind())
                            .with("code", failure.code()));
              }
            });
  }

  private static Duration wait(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** Whoever ordered it did it, also when the network answers later. */
  private Actor ordering(RemovalRow removal) {
    UUID id = removal.orderedBy();
    return Actor.person(id, people.names(List.of(id)).getOrDefault(id, ""), Set.of(Role.STAFF));
  }

  @Override
  public Map<UUID, Removal> of(Collection<UUID> renditionIds) {
    List<RemovalRow> rows = renditionIds.isEmpty() ? List.of() : dao.of(renditionIds);
    Map<UUID, String> names =
        people.names(rows.stream().map(RemovalRow::orderedBy).collect(Collectors.toSet()));
    return rows.stream()
        .collect(
            Collectors.toMap(
                RemovalRow::renditionId,
                row ->
                    new Removal(
                        row.state(),
                        names.getOrDefault(row.orderedBy(), ""),
                        row.orderedAt(),
                        row.reason(),
                        row.failureKind())));
  }
}
