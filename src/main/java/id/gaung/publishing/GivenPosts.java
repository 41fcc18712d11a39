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
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Posts of campaigns' content on the accounts of its creators, whose addresses somebody gave. Each
 * is of one deliverable, once.
 */
public final class GivenPosts {

  private final Foundation foundation;
  private final GivenDao dao;
  private final FoundPostDao found;
  private final RenditionDao renditions;
  private final Deliverables deliverables;

  public GivenPosts(Foundation foundation, Deliverables deliverables) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(GivenDao.class);
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

  /** One that is kept. */
  public record GivenPost(
      UUID id,
      UUID deliverableId,
      UUID channelId,
      Optional<String> remoteUrl,
      Instant publishedAt,
      Instant givenAt,
      Optional<Instant> removedAt) {}

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
    dao.used(given.channelId(), remoteId, url)
        .ifPresent(
            of -> {
              throw Problem.invalid(
                  "address",
                  of.equals(Optional.of(given.deliverableId()))
                      ? "publishing.given.twice"
                      : "publishing.given.used");
            });
    Instant now = foundation.clock().instant();
    GivenDao.GivenRow row =
        new GivenDao.GivenRow(
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

  interface GivenDao {

    /** A post as it is stored. */
    record GivenRow(
        UUID id,
        UUID deliverableId,
        UUID campaignId,
        UUID channelId,
        String remoteId,
        Optional<String> remoteUrl,
        Instant publishedAt,
        String text,
        Instant at,
        boolean opening) {}

    /** Where a post or an address is known from: the deliverable, if it was given for one. */
    record UsedRow(Optional<UUID> deliverableId) {}

    @SqlQuery(
        """
        select id, deliverable_id, channel_id, remote_url, published_at, found_at as given_at,
          removed_at
        from found_post
        where deliverable_id = :deliverableId and taken_back_at is null
        order by published_at, id
        """)
    List<GivenPost> of(UUID deliverableId);

    @SqlQuery(
        """
        select f.deliverable_id from found_post f
        where (f.channel_id = :channelId and f.remote_id = :remoteId or f.remote_url = :url)
          and f.taken_back_at is null
        union all
        select cast(null as uuid) from rendition r
        where r.channel_id = :channelId and r.remote_id = :remoteId or r.remote_url = :url
        limit 1
        """)
    Optional<UsedRow> known(UUID channelId, String remoteId, Optional<String> url);

    default Optional<Optional<UUID>> used(UUID channelId, String remoteId, Optional<String> url) {
      return known(channelId, remoteId, url).map(UsedRow::deliverableId);
    }

    // One that was taken back and is given once more is the same post.
    @SqlQuery(
        """
        insert into found_post (id, channel_id, remote_id, remote_url, published_at, text, found_at,
          opening, settled, campaign_id, deliverable_id)
        values (:id, :channelId, :remoteId, :remoteUrl, :publishedAt, :text, :at, :opening, true,
          :campaignId, :deliverableId)
        on conflict (channel_id, remote_id) do update
        set remote_url = excluded.remote_url, published_at = excluded.published_at,
          text = excluded.text, found_at = excluded.found_at, opening = excluded.opening,
          campaign_id = excluded.campaign_id, deliverable_id = excluded.deliverable_id,
          taken_back_at = null, removed_at = null, version = found_post.version + 1
        returning id
        """)
    UUID insert(@BindMethods GivenRow row);

    @SqlQuery(
        """
        update found_post set taken_back_at = :now, version = version + 1
        where id = :id and deliverable_id is not null and taken_back_at is null
        returning deliverable_id
        """)
    Optional<UUID> takeBack(UUID id, Instant now);
  }
}
