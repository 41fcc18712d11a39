package id.gaung.ownpost;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.channel.Channel;
import id.gaung.channel.CreatorChannels;
import id.gaung.collaboration.ApprovedContent;
import id.gaung.collaboration.DeliverableView;
import id.gaung.collaboration.Deliverables;
import id.gaung.creator.CreatorAccount;
import id.gaung.creator.Creators;
import id.gaung.engagement.Watches;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.ownpost.OwnAddresses.Judged;
import id.gaung.publishing.GivenPost;
import id.gaung.publishing.GivenPosts;
import id.gaung.publishing.GivenPosts.Given;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives contents the posts that creators put on their own accounts. Each is measured from then on,
 * by us where anybody may read it, else by what the creator types.
 */
public final class CreatorPosts {

  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** What is older tells nothing of a campaign any more. */
  private static final Duration OLDEST = Duration.ofDays(90);

  private final Foundation foundation;
  private final Deliverables deliverables;
  private final Creators creators;
  private final Campaigns campaigns;
  private final Products products;
  private final CreatorChannels channels;
  private final OwnAddresses addresses;
  private final GivenPosts posts;
  private final Watches watches;

  CreatorPosts(
      Foundation foundation,
      Deliverables deliverables,
      Creators creators,
      Campaigns campaigns,
      Products products,
      CreatorChannels channels,
      OwnAddresses addresses,
      GivenPosts posts,
      Watches watches) {
    this.foundation = foundation;
    this.deliverables = deliverables;
    this.creators = creators;
    this.campaigns = campaigns;
    this.products = products;
    this.channels = channels;
    this.addresses = addresses;
    this.posts = posts;
    this.watches = watches;
  }

  /**
   * Takes a content as out on its creator's account. Asks networks before anything is written.
   *
   * @param by staff, or the creator whose content it is
   * @return the post's id
   * @throws Problem not found; conflict if nothing of it was approved; invalid naming the field
   */
  public UUID give(Actor by, UUID deliverableId, GiveAddress order) {
    DeliverableView of = deliverables.find(deliverableId).orElseThrow(Problem::notFound);
    allow(by, of);
    ApprovedContent content =
        deliverables
            .approvedContent(deliverableId)
            .orElseThrow(() -> Problem.conflict("ownpost.not-approved"));
    Instant publishedAt = publishedAt(order);
    Judged judged = addresses.judge(accounts(of), content.networks(), order.address().strip());
    return foundation
        .transactions()
        .call(
            () -> {
              Channel channel = channels.of(of.creatorId(), judged.account());
              UUID id =
                  posts.keep(
                      by,
                      new Given(
                          deliverableId,
                          of.campaignId(),
                          channel.id(),
                          judged.address().post(),
                          publishedAt,
                          content.caption(),
                          shown(of)));
              watches.published(
                  List.of(
                      new PublishedRendition(
                          id,
                          channel.id(),
                          publishedAt,
                          judged.address().post(),
                          judged.readable())));
              // One that was taken back before is measured again.
              watches.stands(List.of(id));
              return id;
            });
  }

  private Instant publishedAt(GiveAddress order) {
    Instant now = foundation.clock().instant();
    Instant at = order.publishedAt().map(Wita::instant).orElse(now);
    if (at.isAfter(now.plus(AHEAD))) {
      throw Problem.invalid("publishedAt", "ownpost.future");
    }
    if (at.isBefore(now.minus(OLDEST))) {
      throw Problem.invalid("publishedAt", "ownpost.too-old");
    }
    return at.isAfter(now) ? now : at;
  }

  /** The accounts that the office knows of a content's creator. */
  List<CreatorAccount> accounts(DeliverableView of) {
    return creators.accounts(List.of(of.creatorId())).getOrDefault(of.creatorId(), List.of());
  }

  /** The products that the content is about. */
  private List<UUID> shown(DeliverableView of) {
    List<ProductSummary> all =
        List.copyOf(products.find(campaigns.productIds(of.campaignId())).values());
    return ProductSummary.namedIn(all, List.of(of.title())).stream()
        .map(ProductSummary::id)
        .toList();
  }

  /** The address was another post's: nothing of it is told any more, and it is not measured. */
  public void takeBack(Actor by, UUID deliverableId, UUID postId, TakeBack order) {
    Permissions.require(by, Role.STAFF);
    of(deliverableId, postId);
    foundation
        .transactions()
        .run(
            () -> {
              posts.takeBack(by, postId, order.reason().strip());
              watches.gone(List.of(postId));
            });
  }

  /**
   * @throws Problem not found if it is none of that content's
   */
  GivenPost of(UUID deliverableId, UUID postId) {
    return posts.of(deliverableId).stream()
        .filter(post -> post.id().equals(postId))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private static void allow(Actor by, DeliverableView of) {
    boolean own =
        by.kind() == Actor.Kind.CREATOR_LINK && by.id().filter(of.creatorId()::equals).isPresent();
    if (!own) {
      Permissions.require(by, Role.STAFF);
    }
  }

  /**
   * The address of a post of a content, on its creator's own account.
   *
   * @param address as it was copied
   * @param publishedAt when the post came out, WITA; empty for just now
   */
  public record GiveAddress(
      @NotBlank @Size(max = 500) String address, Optional<LocalDateTime> publishedAt) {}

  /** Take the address of a post back: it was another one's. */
  public record TakeBack(@NotBlank @Size(max = 500) String reason) {}
}
