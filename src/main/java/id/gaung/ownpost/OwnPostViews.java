package id.gaung.ownpost;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.collaboration.DeliverableView;
import id.gaung.collaboration.Deliverables;
import id.gaung.collaboration.SocialSide;
import id.gaung.collaboration.SocialSide.Posted;
import id.gaung.creator.CreatorAccount;
import id.gaung.engagement.Watches;
import id.gaung.kernel.Problem;
import id.gaung.platform.NetworkModule;
import id.gaung.publishing.GivenPost;
import id.gaung.publishing.GivenPosts;
import id.gaung.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts together what is known of a content's posts on its creator's own accounts. */
public final class OwnPostViews {

  private final CreatorPosts own;
  private final OwnAddresses addresses;
  private final GivenPosts posts;
  private final Deliverables deliverables;
  private final Channels channels;
  private final Watches watches;
  private final SocialSide social;

  OwnPostViews(
      CreatorPosts own,
      OwnAddresses addresses,
      GivenPosts posts,
      Deliverables deliverables,
      Channels channels,
      Watches watches,
      SocialSide social) {
    this.own = own;
    this.addresses = addresses;
    this.posts = posts;
    this.deliverables = deliverables;
    this.channels = channels;
    this.watches = watches;
    this.social = social;
  }

  /** An account of the creator, and whether what its posts count is read by us. */
  public record Place(CreatorAccount account, boolean read) {}

  /**
   * All of a content.
   *
   * @param mayGive whether something of it was approved, so that a post may be of it
   */
  public record Show(
      DeliverableView content,
      List<Place> places,
      List<OwnPostLine> lines,
      boolean mayGive,
      Form form) {}

  /**
   * @throws Problem not found
   */
  Show show(UUID deliverableId, Form form) {
    DeliverableView content = deliverables.find(deliverableId).orElseThrow(Problem::notFound);
    List<GivenPost> given = posts.of(deliverableId);
    Set<UUID> typed = watches.typed(given.stream().map(GivenPost::id).toList());
    Map<UUID, Channel> known =
        channels.find(given.stream().map(GivenPost::channelId).distinct().toList());
    List<Posted> counted =
        social.posted(List.of(deliverableId)).getOrDefault(deliverableId, List.of());
    return new Show(
        content,
        own.accounts(content).stream()
            .filter(account -> NetworkModule.find(account.network()).isPresent())
            .map(account -> new Place(account, addresses.isReadable(account)))
            .toList(),
        given.stream()
            .map(
                post ->
                    new OwnPostLine(
                        post,
                        Optional.ofNullable(known.get(post.channelId())).orElseThrow(),
                        typed.contains(post.id()),
                        counted.stream()
                            .filter(one -> one.url().equals(post.remoteUrl()))
                            .findFirst()))
            .toList(),
        deliverables.approvedContent(deliverableId).isPresent(),
        form);
  }

  /**
   * @throws Problem not found if it is none of that content's
   */
  OwnPostLine line(UUID deliverableId, UUID postId) {
    return show(deliverableId, Form.empty()).lines().stream()
        .filter(line -> line.post().id().equals(postId))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }
}
