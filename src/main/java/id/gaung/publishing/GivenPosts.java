package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Week;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Posts of campaigns' content on the accounts of its creators, whose addresses somebody gave. Each
 * is of one deliverable, once.
 */
public final class GivenPosts {

  private final Foundation foundation;
  private final GivenPostDao dao;
  private final FoundPostDao found;
  private final RenditionDao renditions;
  private final Deliverables deliverables;

  public GivenPosts(Foundation foundation, Deliverables deliverables) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(GivenPostDao.class);
    this.found = foundation.jdbi().onDemand(FoundPostDao.class);
    this.renditions = foundation.jdbi().onDemand(RenditionDao.class);
    this.deliverables = deliverables;
  }

  /**
   * A post that somebody gave the address of.
   *
   * @param channelId of its creator's account
   * @param text of the content it was made of
   */
  public record Given(
      UUID deliverableId,
      UUID campaignId,
      UUID channelId,
      RemotePost post,
      Instant publishedAt,
      String text,
      List<UUID> productIds) {}

  /** Those of a deliverable, the first one out first; without what was taken back. */
  public List<GivenPost> of(UUID deliverableId) {
    return dao.of(deliverableId);
  }

  /**
   * Keeps a post, and its deliverable is live. Within the caller's transaction, which knows the
   * channel's row for its own.
   *
   * @return its id
   * @throws Problem naming the field {@code address} if the post or its address is known already
   */
  public UUID keep(Actor by, Given given) {
    String remoteId = given.post().remoteId();
    Optional<String> url = given.post().url().map(URI::toString);
    dao.known(given.channelId(), remoteId, url)
        .ifPresent(
            of -> {
              boolean same = of.deliverableId().filter(given.deliverableId()::equals).isPresent();
              throw Problem.invalid(
                  "address", same ? "publishing.given.twice" : "publishing.given.used");
            });
    Instant now = foundation.clock().instant();
    GivenPostDao.GivenRow row =
        new GivenPostDao.GivenRow(
            foundation.ids().next(),
            given.deliverableId(),
            given.campaignId(),
            given.channelId(),
            remoteId,
            url,
            given.publishedAt(),
            given.text(),
            now,
            // What was counted before the week in which reports can still tell of it is no
            // movement.
            given.publishedAt().isBefore(Week.of(now).previous().start()));
    UUID id = dao.insert(row);
    found.show(id, given.productIds());
    foundation
        .audit()
        .record(
            Change.of(by, "found-post.given", "found_post", id)
                .with("deliverable", given.deliverableId())
                .with("url", url.orElse("")));
    deliverables.live(Set.of(given.deliverableId()), by);
    return id;
  }

  /**
   * The address was another post's: it is told no more, and its deliverable waits for one if it has
   * no other. Within the caller's transaction.
   */
  public void takeBack(Actor by, UUID id, String reason) {
    UUID deliverable =
        dao.takeBack(id, foundation.clock().instant())
            .orElseThrow(() -> Problem.conflict("publishing.given.back-already"));
    foundation
        .audit()
        .record(Change.of(by, "found-post.taken-back", "found_post", id).with("reason", reason));
    deliverables.notLive(renditions.nothingOut(Set.of(deliverable)), by);
  }
}
