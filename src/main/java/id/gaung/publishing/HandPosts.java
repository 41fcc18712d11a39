package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.HandAddresses.Judged;
import id.gaung.publishing.HandViews.HandTasks;
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

/**
 * Posts that a person puts out: taken as out by the address that is given for them, or by a picture
 * of them where their network gives no address.
 */
public final class HandPosts {

  /** So long before it is due a person may already have put a post out. */
  public static final Duration EARLY = Duration.ofMinutes(30);

  private final Foundation foundation;
  private final RenditionDao dao;
  private final ChannelPostsDao posts;
  private final RenditionCommands steps;
  private final HandAddresses addresses;
  private final Deliverables deliverables;
  private final List<RenditionListener> listeners;
  private final PostCounts names;
  private final HandMarks marks;
  private volatile HandTasks tasks = HandTasks.NONE;

  HandPosts(
      Foundation foundation,
      Renditions renditions,
      ChannelPostsDao posts,
      Channels channels,
      Platforms platforms,
      Deliverables deliverables,
      List<RenditionListener> listeners) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(RenditionDao.class);
    this.posts = posts;
    this.steps = new RenditionCommands(foundation, dao);
    this.addresses = new HandAddresses(foundation, channels, platforms);
    this.deliverables = deliverables;
    this.listeners = listeners;
    this.names = new PostCounts(foundation.jdbi());
    this.marks =
        new HandMarks(
            foundation,
            dao,
            posts,
            steps,
            renditions,
            channels,
            addresses,
            deliverables,
            listeners);
  }

  /** Who knows whose tasks posts are; to be called while wiring. */
  public void tasksBy(HandTasks source) {
    tasks = source;
  }

  HandTasks tasks() {
    return tasks;
  }

  /** What staff say of posts that are out. */
  public HandMarks marks() {
    return marks;
  }

  public List<RenditionRow> find(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : dao.find(ids);
  }

  /** The pictures of posts, in order, by rendition. */
  public Map<UUID, List<RenditionPicture>> pictures(Collection<UUID> renditionIds) {
    return posts.pictures(renditionIds).stream()
        .collect(Collectors.groupingBy(RenditionPicture::renditionId));
  }

  /** What is known of drafts of posts in their network's app; those without any are left out. */
  public Map<UUID, HandedDraft> drafts(Collection<UUID> renditionIds) {
    return HandedDraft.of(posts.lastAttempts(renditionIds));
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
   * How a person shows that a post is out.
   *
   * @param address as it was pasted; empty where there is none
   * @param photoId a picture of it, taken where there is no address
   */
  public record Given(String address, Optional<UUID> photoId) {
    public static Given address(String pasted) {
      return new Given(pasted, Optional.empty());
    }
  }

  /**
   * Why an address is not taken for a post: the key of the sentence, with its arguments.
   *
   * @param key {@code publishing.hand.address.WHY}
   */
  public record Refused(String key, List<String> args) {}

  /**
   * Addresses as they were pasted, short ones replaced by what stands behind them. Asks networks,
   * so it is done before anything is written.
   */
  public Map<UUID, String> whole(List<RenditionRow> rows, Map<UUID, String> pasted) {
    return addresses.whole(rows, pasted);
  }

  /**
   * What stands against addresses; one that names a post of the right account is left out. Asks
   * networks, so it is done before anything is written.
   *
   * @param pasted by rendition; of one that is not among them nothing is said
   */
  public Map<UUID, Refused> against(List<RenditionRow> rows, Map<UUID, String> pasted) {
    return addresses.against(addresses.judge(rows, pasted));
  }

  /**
   * Takes posts as out, all of them or none.
   *
   * @param given by rendition; each address judged by {@link #against} before
   * @throws Problem if one is not waited for any more, or its address is not taken
   */
  public void published(Actor by, Map<UUID, Given> given) {
    foundation
        .transactions()
        .run(
            () -> {
              List<RenditionRow> rows = locked(given.keySet());
              Map<UUID, Judged> judged = judged(rows, given);
              List<PublishedRendition> news = new ArrayList<>();
              for (RenditionRow row : rows) {
                Given shown = given.getOrDefault(row.id(), Given.address(""));
                news.add(publish(by, row, shown, Optional.ofNullable(judged.get(row.id()))));
              }
              listeners.forEach(listener -> listener.published(news));
            });
  }

  /** Their channels first, as everybody does who gives posts their addresses. */
  private List<RenditionRow> locked(Collection<UUID> ids) {
    posts.lock(find(ids).stream().map(RenditionRow::channelId).distinct().toList());
    List<RenditionRow> rows = dao.lockAll(ids);
    Instant now = foundation.clock().instant();
    rows.stream()
        .filter(row -> !isOpen(row, now))
        .findFirst()
        .ifPresent(
            closed -> {
              throw RenditionCommands.refused(closed);
            });
    return rows;
  }

  private Map<UUID, Judged> judged(List<RenditionRow> rows, Map<UUID, Given> given) {
    Map<UUID, String> pasted =
        given.entrySet().stream()
            .filter(one -> !one.getValue().address().isBlank())
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().address()));
    List<Judged> judged = addresses.judge(rows, pasted);
    if (!addresses.refused(judged).isEmpty()) {
      throw Problem.conflict("publishing.hand.address.changed");
    }
    return judged.stream().collect(Collectors.toMap(one -> one.row().id(), one -> one));
  }

  private PublishedRendition publish(
      Actor by, RenditionRow row, Given given, Optional<Judged> judged) {
    Instant now = foundation.clock().instant();
    RemotePost post =
        judged
            .flatMap(Judged::post)
            .orElseGet(() -> new RemotePost(HandAddresses.unnamed(row.id()), Optional.empty()));
    Optional<String> url = post.url().map(URI::toString);
    dao.publishedAccordingTo(row.id(), now, Optional.of(post.remoteId()), url, Optional.empty());
    given.photoId().ifPresent(photo -> posts.proved(row.id(), photo));
    dao.decided(
        foundation.ids().next(), row.id(), now, "PUBLISHED", by.name() + " " + url.orElse(""));
    steps.record(
        steps
            .moved(by, row, RenditionState.PUBLISHED)
            .with("url", url.orElse(""))
            .with("proof", url.isPresent() ? "address" : "screenshot"));
    row.deliverableId().ifPresent(d -> deliverables.live(Set.of(d), by));
    boolean readable = judged.filter(addresses::isReadable).isPresent();
    return new PublishedRendition(row.id(), row.channelId(), now, post, readable);
  }

  /** Of those that a picture shows to be out: which. */
  Map<UUID, UUID> proofs(Collection<UUID> renditionIds) {
    return posts.proofs(renditionIds);
  }
}
