package id.gaung.publishing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import id.gaung.publishing.FoundPostDao.NewRow;
import id.gaung.publishing.FoundPostDao.RemoteRow;
import id.gaung.publishing.FoundPostDao.ShownRow;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Posts on the office's own accounts that Gaung did not publish. They have no plan; somebody may
 * link them to a campaign and to products.
 */
public final class FoundPosts {

  /** More than any network's text; the rest says nothing of what a post was. */
  private static final int LONGEST_TEXT = 5_000;

  private final Foundation foundation;
  private final FoundPostDao dao;

  FoundPosts(Foundation foundation) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(FoundPostDao.class);
  }

  /**
   * A post that was found.
   *
   * @param opening whether it was out before Gaung could look
   * @param settled whether reports may tell of it at once; else when its account is {@link #settle
   *     settled}
   */
  public record Found(
      UUID channelId,
      RemotePost post,
      Instant publishedAt,
      String text,
      boolean opening,
      boolean settled) {}

  /** One that is kept from now on, under an id of its own. */
  public record Kept(UUID id, Found found) {}

  /** What to do with a found post: the campaign and the products it belongs to; none for none. */
  public record LinkFound(
      Optional<UUID> campaignId,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<UUID> productIds,
      int version) {
    public LinkFound {
      productIds = List.copyOf(productIds);
    }
  }

  /** Those ids of posts of the account that Gaung neither published nor found before. */
  public Set<String> unknown(UUID channelId, Collection<String> remoteIds) {
    Set<String> unknown = new LinkedHashSet<>(remoteIds);
    if (!unknown.isEmpty()) {
      unknown.removeAll(dao.known(channelId, remoteIds));
    }
    return unknown;
  }

  /** Keeps what is not known yet. Within the caller's transaction. */
  public List<Kept> keep(List<Found> found) {
    Instant now = foundation.clock().instant();
    List<Kept> kept = found.stream().map(one -> new Kept(foundation.ids().next(), one)).toList();
    if (kept.isEmpty()) {
      return kept;
    }
    dao.insert(kept.stream().map(one -> row(one, now)).toList());
    // The driver, which makes one statement of many inserts, does not count what each has done.
    Set<UUID> stored = dao.stored(kept.stream().map(Kept::id).toList());
    return kept.stream().filter(one -> stored.contains(one.id())).toList();
  }

  private static NewRow row(Kept kept, Instant now) {
    Found found = kept.found();
    String text = found.text();
    return new NewRow(
        kept.id(),
        found.channelId(),
        found.post().remoteId(),
        found.post().url().map(URI::toString),
        found.publishedAt(),
        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
        now,
        found.opening(),
        found.settled());
  }

  /**
   * An account was searched through as far as that: reports may tell of what came out since. Within
   * the caller's transaction.
   */
  public void settle(UUID channelId, Instant since) {
    dao.settle(channelId, since);
  }

  /**
   * @param unlinked only those of no campaign
   */
  public Page<FoundPost> page(boolean unlinked, int number) {
    PageRequest asked = PageRequest.of(number);
    return asked.page(dao.page(unlinked, asked.size(), asked.offset()), dao.count(unlinked));
  }

  /**
   * @throws Problem not found
   */
  public FoundPost get(UUID id) {
    return dao.find(id).orElseThrow(Problem::notFound);
  }

  /** The products that found posts were linked to, by post; those of none are left out. */
  public Map<UUID, List<UUID>> products(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao.products(ids).stream()
            .collect(
                Collectors.groupingBy(
                    ShownRow::foundPostId,
                    Collectors.mapping(ShownRow::productId, Collectors.toList())));
  }

  /** Links a post to a campaign and to products, or to none any more. */
  public void link(Actor by, UUID id, LinkFound order) {
    Permissions.require(by, Role.STAFF);
    foundation
        .transactions()
        .run(
            () -> {
              FoundPost before = get(id);
              if (dao.link(id, order.version(), order.campaignId()) == 0) {
                throw Problem.stale();
              }
              dao.show(id, order.productIds());
              foundation
                  .audit()
                  .record(
                      Change.of(by, "found-post.linked", "found_post", id)
                          .with("from", before.campaignId().map(UUID::toString).orElse(""))
                          .with("to", order.campaignId().map(UUID::toString).orElse(""))
                          .with("products", order.productIds().size()));
            });
  }

  /** Those among the ids that are found posts, as their networks know them. */
  Map<UUID, RemoteRendition> remote(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao.remote(ids).stream()
            .collect(
                Collectors.toMap(
                    RemoteRow::id,
                    row ->
                        new RemoteRendition(
                            row.id(),
                            row.id(),
                            row.channelId(),
                            new RemotePost(
                                row.remoteId(), row.remoteUrl().flatMap(WebAddress::given)),
                            row.gone() ? RenditionState.REMOVED : RenditionState.PUBLISHED)));
  }

  /**
   * Those among the ids that are found posts are gone. Within the caller's transaction.
   *
   * @return the deliverables that they were of
   */
  Set<UUID> gone(Collection<UUID> ids) {
    return dao.gone(ids, foundation.clock().instant());
  }
}
