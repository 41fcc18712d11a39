package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.platform.PostAddress;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Posts that a person puts out: taken as out by the address that is given for them. */
public final class HandPosts {

  /** So long before it is due a person may already have put a post out. */
  public static final Duration EARLY = Duration.ofMinutes(30);

  private final Foundation foundation;
  private final RenditionDao dao;
  private final ChannelPostsDao posts;
  private final RenditionCommands steps;
  private final Channels channels;
  private final Platforms platforms;
  private final Deliverables deliverables;
  private final List<RenditionListener> listeners;
  private final PostCounts names;

  HandPosts(
      Foundation foundation,
      RenditionDao dao,
      ChannelPostsDao posts,
      RenditionCommands steps,
      Channels channels,
      Platforms platforms,
      Deliverables deliverables,
      List<RenditionListener> listeners) {
    this.foundation = foundation;
    this.dao = dao;
    this.posts = posts;
    this.steps = steps;
    this.channels = channels;
    this.platforms = platforms;
    this.deliverables = deliverables;
    this.listeners = listeners;
    this.names = new PostCounts(foundation.jdbi());
  }

  public List<RenditionRow> find(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : dao.find(ids);
  }

  /** The pictures of posts, in order, by rendition. */
  public Map<UUID, List<RenditionPicture>> pictures(Collection<UUID> renditionIds) {
    return posts.pictures(renditionIds).stream()
        .collect(Collectors.groupingBy(RenditionPicture::renditionId));
  }

  /** What posts are called; one without a name is left out. */
  public Map<UUID, String> names(Collection<UUID> postIds) {
    return names.names(postIds);
  }

  /** Whether an address is waited for: it is due, or nearly so, or was missed. */
  public boolean isOpen(RenditionRow row, Instant now) {
    return switch (row.state()) {
      case HANDED_OVER, MISSED -> true;
      case SCHEDULED -> !now.isBefore(row.dueAt().minus(EARLY));
      default -> false;
    };
  }

  /**
   * Why an address is not taken for a post: the key of the sentence, with its arguments.
   *
   * @param key {@code publishing.hand.address.WHY}
   */
  public record Refused(String key, List<String> args) {}

  /** What stands against that address; empty if it names a post of the right account. */
  public Optional<Refused> against(RenditionRow row, String pasted) {
    Channel channel = channels.get(row.channelId());
    PostAddress address = read(channel, pasted);
    if (address instanceof PostAddress.Wrong wrong) {
      return Optional.of(
          new Refused(
              "publishing.hand.address." + wrong.why(),
              List.of(channel.network().label(), channel.network().shown(channel.handle()))));
    }
    return Optional.of(post(address)).filter(post -> isUsed(row, post)).map(post -> used());
  }

  /**
   * Takes posts as out, all of them or none.
   *
   * @param addresses by rendition, as they were pasted; each judged by {@link #against} before
   * @throws Problem if one is not waited for any more, or its address is not taken
   */
  public void published(Actor by, Map<UUID, String> addresses) {
    foundation
        .transactions()
        .run(
            () -> {
              List<RenditionRow> rows = find(addresses.keySet());
              posts.lock(rows.stream().map(RenditionRow::channelId).distinct().toList());
              List<PublishedRendition> news = new ArrayList<>();
              for (RenditionRow seen : rows) {
                news.add(publish(by, seen.id(), addresses.getOrDefault(seen.id(), "")));
              }
              listeners.forEach(listener -> listener.published(news));
            });
  }

  private PublishedRendition publish(Actor by, UUID id, String pasted) {
    RenditionRow row = dao.lock(id).orElseThrow(Problem::notFound);
    Instant now = foundation.clock().instant();
    if (!isOpen(row, now)) {
      throw RenditionCommands.refused(row);
    }
    Channel channel = channels.get(row.channelId());
    PostAddress address = read(channel, pasted);
    if (!(address instanceof PostAddress.Named named) || isUsed(row, named.post())) {
      throw Problem.conflict("publishing.hand.address.changed");
    }
    RemotePost post = named.post();
    Optional<String> url = post.url().map(URI::toString);
    dao.publishedAccordingTo(id, now, Optional.of(post.remoteId()), url, Optional.empty());
    dao.decided(foundation.ids().next(), id, now, "PUBLISHED", by.name() + " " + url.orElse(""));
    steps.record(steps.moved(by, row, RenditionState.PUBLISHED).with("url", url.orElse("")));
    row.deliverableId().ifPresent(d -> deliverables.live(Set.of(d), by));
    boolean readable = channel.hasLogin() && named.readable();
    return new PublishedRendition(id, row.channelId(), now, post, readable);
  }

  private PostAddress read(Channel channel, String pasted) {
    return platforms.of(channel.network()).postAt(channel.account(), pasted);
  }

  private static RemotePost post(PostAddress address) {
    return ((PostAddress.Named) address).post();
  }

  private boolean isUsed(RenditionRow row, RemotePost post) {
    return posts.holder(row.channelId(), row.id(), post.remoteId()).isPresent()
        || post.url().map(URI::toString).filter(url -> posts.isTaken(row.id(), url)).isPresent();
  }

  private static Refused used() {
    return new Refused("publishing.hand.address.used", List.of());
  }
}
