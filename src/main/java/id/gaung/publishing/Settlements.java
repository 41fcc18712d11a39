package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.LookUp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.WebAddress;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import id.gaung.publishing.Settlements.SettleRendition.Settled;
import id.gaung.publishing.Settlements.SettleRendition.Settlement;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A person's decision about a rendition of which nobody knows whether it is out. */
public final class Settlements {

  private final Foundation foundation;
  private final RenditionDao dao;
  private final ChannelPostsDao posts;
  private final LateIds asking;
  private final RenditionCommands steps;
  private final Channels channels;
  private final Platforms platforms;
  private final Deliverables deliverables;
  private final List<RenditionListener> listeners;

  Settlements(
      Foundation foundation,
      RenditionDao dao,
      ChannelPostsDao posts,
      LateIds asking,
      RenditionCommands steps,
      Channels channels,
      Platforms platforms,
      Deliverables deliverables,
      List<RenditionListener> listeners) {
    this.foundation = foundation;
    this.dao = dao;
    this.posts = posts;
    this.asking = asking;
    this.steps = steps;
    this.channels = channels;
    this.platforms = platforms;
    this.deliverables = deliverables;
    this.listeners = listeners;
  }

  /**
   * Settles it as the person found it at the network, which is asked once more before: what it
   * shows beyond doubt is taken, whatever the person said.
   *
   * @throws Problem also if it shows posts that may be this one, until the person confirms that it
   *     is none of them
   */
  public Settled settle(Actor by, UUID id, SettleRendition order) {
    Permissions.require(by, Role.STAFF);
    RenditionRow asked = dao.find(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
    Channel channel = channels.get(asked.channelId());
    boolean out = order.outcome() == Settlement.PUBLISHED;
    Optional<RemotePost> chosen =
        order.candidate().filter(c -> out && !c.isBlank()).map(c -> candidate(asked, c));
    Optional<URI> url =
        out && chosen.isEmpty() ? Optional.of(url(order.url(), channel)) : Optional.empty();
    if (asked.state() != RenditionState.UNCERTAIN) {
      throw RenditionCommands.refused(asked);
    }
    // Asked before the transaction. If the network knows it now, its figures can be read later.
    Optional<LookUp> answer =
        chosen.isPresent() ? Optional.empty() : asking.ask(asked, channel, url);
    Optional<RemotePost> known =
        chosen
            .or(() -> answer.flatMap(LateIds::found))
            .or(() -> url.flatMap(u -> standing(channel, u)));
    if (!out && known.isEmpty()) {
      answer.ifPresent(a -> refuseWhileOpen(asked, a, order.confirmed()));
    }
    foundation
        .transactions()
        .run(
            () -> {
              posts.lock(List.of(asked.channelId()));
              RenditionRow row = steps.take(id, order.version());
              if (row.state() != RenditionState.UNCERTAIN) {
                throw RenditionCommands.refused(row);
              }
              known.ifPresent(post -> refuseHeld(row, post));
              write(by, row, order.outcome(), url, known, answer);
            });
    return !out && known.isPresent() ? Settled.FOUND_OUT : Settled.AS_DECIDED;
  }

  /** What an address names; nothing, until later, if its network cannot be asked now. */
  private Optional<RemotePost> standing(Channel channel, URI address) {
    Optional<LateIds.Named> named = asking.namedBy(channel, address);
    if (named.filter(post -> post.presence() == Presence.GONE).isPresent()) {
      throw Problem.invalid("url", "publishing.settle.not-there");
    }
    return named.flatMap(LateIds.Named::standing);
  }

  private void write(
      Actor by,
      RenditionRow row,
      Settlement outcome,
      Optional<URI> url,
      Optional<RemotePost> known,
      Optional<LookUp> answer) {
    Instant now = foundation.clock().instant();
    Optional<URI> shown = known.flatMap(RemotePost::url).or(() -> url);
    Settlement taken = known.isPresent() ? Settlement.PUBLISHED : outcome;
    dao.decided(
        foundation.ids().next(),
        row.id(),
        now,
        taken.name(),
        by.name() + " " + shown.map(URI::toString).orElse(""));
    switch (taken) {
      case PUBLISHED -> published(by, row, shown, known);
      case RETRY -> {
        dao.tryAgain(row.id(), now);
        new PlanHistory(foundation).retried(by, row.id());
        answer
            .flatMap(Settlements::start)
            .ifPresent(checkpoint -> dao.startFrom(row.id(), checkpoint.values()));
        steps.record(steps.moved(by, row, RenditionState.RETRYING).with("settled", "RETRY"));
      }
      case GIVE_UP -> giveUp(by, row);
    }
  }

  /** Where to go on from when it is certainly not out. */
  private static Optional<Checkpoint> start(LookUp answer) {
    return answer instanceof LookUp.NotPublished not
        ? Optional.of(not.checkpoint())
        : Optional.empty();
  }

  private RemotePost candidate(RenditionRow row, String remoteId) {
    return AttemptView.candidates(dao.attempts(row.id())).stream()
        .map(LookUp.Candidate::post)
        .filter(post -> post.remoteId().equals(remoteId))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("candidate", "publishing.settle.candidate-unknown"));
  }

  /** What the network shows but nobody owns stands against saying that nothing is out. */
  private void refuseWhileOpen(RenditionRow row, LookUp answer, boolean confirmed) {
    if (!(answer instanceof LookUp.Undecided undecided)) {
      return;
    }
    boolean early =
        undecided.evidence().stream()
            .anyMatch(
                e ->
                    e.kind() == Evidence.Kind.TOO_EARLY
                        || e.kind() == Evidence.Kind.OTHERS_RUNNING
                        || e.kind() == Evidence.Kind.CONTAINER_JUST_FINISHED);
    if (early) {
      throw Problem.conflict("publishing.settle.too-early");
    }
    List<LookUp.Candidate> candidates = undecided.candidates();
    if (candidates.isEmpty() || confirmed) {
      return;
    }
    // Kept, so that the page shows what to choose from.
    foundation
        .transactions()
        .run(
            () ->
                dao.lookedUp(
                    foundation.ids().next(),
                    row.id(),
                    foundation.clock().instant(),
                    OutcomeRules.lines(undecided.evidence())));
    throw Problem.conflict("publishing.settle.candidates", String.valueOf(candidates.size()));
  }

  private void refuseHeld(RenditionRow row, RemotePost post) {
    if (posts.holder(row.channelId(), row.id(), post.remoteId()).isPresent()) {
      throw Problem.conflict("publishing.settle.held");
    }
  }

  /** Of a post of that account, as far as its address can tell; judged as any other. */
  private URI url(String typed, Channel channel) {
    SocialPlatform platform = platforms.of(channel.network());
    String whole = platform.whole(typed.strip());
    PostAddress read = platform.postAt(channel.account(), whole);
    if (read instanceof PostAddress.Wrong wrong) {
      throw Problem.invalid(
          "url",
          "publishing.hand.address." + wrong.why(),
          channel.network().label(),
          channel.network().shown(channel.handle()));
    }
    return Optional.of(read)
        .filter(PostAddress.Named.class::isInstance)
        .flatMap(named -> ((PostAddress.Named) named).post().url())
        .or(() -> WebAddress.given(whole))
        .orElseThrow(() -> Problem.invalid("url", "publishing.settle.url-wrong"));
  }

  private void published(
      Actor by, RenditionRow row, Optional<URI> shown, Optional<RemotePost> known) {
    Instant at = row.firstAttemptAt().orElseGet(() -> foundation.clock().instant());
    Optional<Instant> askAgain =
        known.isPresent() ? Optional.empty() : Optional.of(LateIds.first(foundation.clock()));
    dao.publishedAccordingTo(
        row.id(), at, known.map(RemotePost::remoteId), shown.map(URI::toString), askAgain);
    steps.record(
        steps
            .moved(by, row, RenditionState.PUBLISHED)
            .with("settled", "PUBLISHED")
            .with("url", shown.map(URI::toString).orElse("")));
    row.deliverableId().ifPresent(d -> deliverables.live(Set.of(d), by));
    // Without the network's own id nothing can be measured, and a reading of a wrong one would
    // look like a post that was taken down. LateIds asks for it again.
    known.ifPresent(
        post ->
            listeners.forEach(
                l ->
                    l.published(
                        List.of(
                            new PublishedRendition(
                                row.id(), row.channelId(), at, post, row.following())))));
  }

  private void giveUp(Actor by, RenditionRow row) {
    dao.end(row.id(), RenditionState.CANCELLED, Optional.of("GIVEN_UP"));
    steps.record(steps.moved(by, row, RenditionState.CANCELLED).with("settled", "GIVE_UP"));
    new PostEnds(foundation, deliverables, listeners)
        .calledOff(List.of(PostEnds.Ended.of(row, "GIVEN_UP")), by);
  }

  /**
   * Decide what became of an uncertain rendition.
   *
   * @param url where it is, if it is out and none of the candidates was chosen
   * @param candidate the network's id of that candidate of the look-ups which it is
   * @param confirmed that it is none of the candidates, if there are any
   */
  public record SettleRendition(
      Settlement outcome,
      @Size(max = 500) String url,
      Optional<@Size(max = 500) String> candidate,
      boolean confirmed,
      int version) {

    public SettleRendition(Settlement outcome, String url, int version) {
      this(outcome, url, Optional.empty(), false, version);
    }

    /** What the person found at the network. */
    public enum Settlement {
      /** It is out. */
      PUBLISHED,
      /** It is not out: try again. */
      RETRY,
      /** It is not out, and shall not be. */
      GIVE_UP
    }

    /** What came of it. */
    public enum Settled {
      AS_DECIDED,
      /** The network shows that it is out, whatever the person said. */
      FOUND_OUT
    }
  }
}
