package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.kernel.Actor;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks networks for what a person has settled: once when they do, and again later for the network's
 * own id of a post that was settled by its address while the network did not answer, so that it is
 * measured after all.
 */
final class LateIds {

  private static final Duration FIRST = Duration.ofMinutes(2);
  private static final Duration AGAIN = Duration.ofMinutes(30);
  private static final Duration AT_MOST = Duration.ofDays(7);
  private static final int TOGETHER = 20;

  private final Foundation foundation;
  private final RenditionDao dao;
  private final ChannelPostsDao posts;
  private final Channels channels;
  private final Platforms platforms;
  private final List<RenditionListener> listeners;

  LateIds(
      Foundation foundation,
      RenditionDao dao,
      ChannelPostsDao posts,
      Channels channels,
      Platforms platforms,
      List<RenditionListener> listeners) {
    this.foundation = foundation;
    this.dao = dao;
    this.posts = posts;
    this.channels = channels;
    this.platforms = platforms;
    this.listeners = listeners;
  }

  static Instant first(Clock clock) {
    return clock.instant().plus(FIRST);
  }

  /** What the network says now; empty if it could not be asked, as without a login. */
  Optional<LookUp> ask(RenditionRow row, Channel channel, Optional<URI> at) {
    if (!channel.hasLogin()) {
      return Optional.empty();
    }
    Instant since = row.firstAttemptAt().orElse(row.dueAt());
    List<RenditionPicture> pictures = posts.pictures(List.of(row.id()));
    LookUpRequest request =
        new LookUpRequest(
            new Publication(
                row.id(),
                since,
                row.text(),
                row.language(),
                ReadyMedia.unopened(pictures),
                Map.of(),
                Optional.empty()),
            new Checkpoint(dao.checkpoint(row.id()).values()),
            at,
            new KnownPosts(posts, row.channelId(), row.id(), since, pictures));
    return platforms
        .find(channel.network())
        .flatMap(
            platform ->
                new NetworkCalls(channels.accounts())
                    .lookUp(channel.id(), platform, request)
                    .answer());
  }

  /**
   * A post that an address names by itself.
   *
   * @param presence whether it stands there; an address can be mistyped
   */
  record Named(RemotePost post, Presence presence) {
    Optional<RemotePost> standing() {
      return presence == Presence.PRESENT ? Optional.of(post) : Optional.empty();
    }
  }

  Optional<Named> namedBy(Channel channel, URI address) {
    return platforms
        .find(channel.network())
        .flatMap(
            platform ->
                platform
                    .named(channel.account(), address)
                    .map(
                        post ->
                            new Named(
                                post,
                                new NetworkCalls(channels.accounts())
                                    .presence(channel.id(), platform, post))));
  }

  static Optional<RemotePost> found(LookUp answer) {
    return answer instanceof LookUp.Found found ? Optional.of(found.post()) : Optional.empty();
  }

  /** One run: asks for those whose time has come. */
  void run() {
    Instant now = foundation.clock().instant();
    for (UUID id : dao.withoutId(now, now.plus(AGAIN), now.minus(AT_MOST), TOGETHER)) {
      dao.find(List.of(id)).stream().findFirst().ifPresent(this::identify);
    }
  }

  private void identify(RenditionRow row) {
    Channel channel = channels.get(row.channelId());
    Optional<URI> at = row.remoteUrl().flatMap(WebAddress::given);
    ask(row, channel, at)
        .flatMap(LateIds::found)
        .or(() -> at.flatMap(address -> namedBy(channel, address)).flatMap(Named::standing))
        .ifPresent(post -> take(row, post));
  }

  private void take(RenditionRow row, RemotePost post) {
    foundation
        .transactions()
        .run(
            () -> {
              posts.lock(List.of(row.channelId()));
              boolean free = posts.holder(row.channelId(), row.id(), post.remoteId()).isEmpty();
              if (!free || dao.identified(row.id(), post.remoteId()) == 0) {
                return;
              }
              foundation
                  .audit()
                  .record(
                      Change.of(
                              Actor.system("publishing"),
                              "rendition.identified",
                              "rendition",
                              row.id())
                          .with("remoteId", post.remoteId()));
              PublishedRendition news =
                  new PublishedRendition(
                      row.id(),
                      row.channelId(),
                      row.publishedAt().orElse(row.dueAt()),
                      post,
                      row.following());
              listeners.forEach(listener -> listener.published(List.of(news)));
            });
  }
}
