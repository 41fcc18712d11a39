package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.channel.Accounts;
import id.gaung.channel.Channel;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.LookUp;
import id.gaung.platform.Publication;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.WebAddress;
import id.gaung.publishing.SettleRendition.Settlement;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person's decision about a rendition of which nobody knows whether it is out. */
public final class Settlements {

  private final Foundation foundation;
  private final RenditionDao dao;
  private final Steps steps;
  private final Neighbours neighbours;
  private final DeliverableNews deliverables;
  private final List<RenditionListener> listeners;

  Settlements(
      Foundation foundation,
      RenditionDao dao,
      Steps steps,
      Neighbours neighbours,
      DeliverableNews deliverables,
      List<RenditionListener> listeners) {
    this.foundation = foundation;
    this.dao = dao;
    this.steps = steps;
    this.neighbours = neighbours;
    this.deliverables = deliverables;
    this.listeners = listeners;
  }

  /** Settles it as the person found it at the network. */
  public void settle(Actor by, UUID id, SettleRendition order) {
    Posts.requireStaff(by);
    boolean out = order.outcome() == Settlement.PUBLISHED;
    RenditionRow asked = dao.find(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
    Channel channel = neighbours.channels().get(asked.channelId());
    Optional<URI> url = out ? Optional.of(url(order.url(), channel)) : Optional.empty();
    // Asked before the transaction. If the network knows it now, its figures can be read later.
    Optional<RemotePost> known = out ? lookUp(asked, channel) : Optional.empty();
    foundation
        .transactions()
        .run(
            () -> {
              RenditionRow row = steps.take(id, order.version());
              if (row.state() != RenditionState.UNCERTAIN) {
                throw Steps.refused(row);
              }
              dao.decided(
                  foundation.ids().next(),
                  id,
                  foundation.clock().instant(),
                  order.outcome().name(),
                  by.name() + " " + url.map(URI::toString).orElse(""));
              switch (order.outcome()) {
                case PUBLISHED -> published(by, row, url, known);
                case RETRY -> {
                  dao.tryAgain(id, foundation.clock().instant());
                  new PlanHistory(foundation).retried(by, id);
                  steps.record(
                      steps.moved(by, row, RenditionState.RETRYING).with("settled", "RETRY"));
                }
                case GIVE_UP -> giveUp(by, row);
              }
            });
  }

  private URI url(String typed, Channel channel) {
    URI url =
        WebAddress.given(typed.strip())
            .orElseThrow(() -> Problem.invalid("url", "publishing.settle.url-wrong"));
    List<URI> sites =
        neighbours
            .platforms()
            .find(channel.network())
            .map(platform -> platform.sites(channel.account()))
            .orElseGet(() -> List.of(channel.server()));
    if (sites.stream().noneMatch(site -> WebAddress.isOn(site, url))) {
      throw Problem.invalid(
          "url",
          "publishing.settle.url-elsewhere",
          channel.shownAs(),
          sites.stream().distinct().map(URI::toString).collect(Collectors.joining(", ")));
    }
    return url;
  }

  private void published(
      Actor by, RenditionRow row, Optional<URI> url, Optional<RemotePost> known) {
    Instant at = row.firstAttemptAt().orElseGet(() -> foundation.clock().instant());
    Optional<URI> shown = known.flatMap(RemotePost::url).or(() -> url);
    dao.publishedAccordingTo(
        row.id(), at, known.map(RemotePost::remoteId), shown.map(URI::toString));
    steps.record(
        steps
            .moved(by, row, RenditionState.PUBLISHED)
            .with("settled", "PUBLISHED")
            .with("url", shown.map(URI::toString).orElse("")));
    row.deliverableId().ifPresent(d -> deliverables.live(Set.of(d), by));
    // Without the network's own id nothing can be measured, and a reading of a wrong one would
    // look like a post that was taken down.
    known.ifPresent(
        post ->
            listeners.forEach(
                l ->
                    l.published(
                        List.of(new PublishedRendition(row.id(), row.channelId(), at, post)))));
  }

  private void giveUp(Actor by, RenditionRow row) {
    dao.end(row.id(), RenditionState.CANCELLED, Optional.of("GIVEN_UP"));
    steps.record(steps.moved(by, row, RenditionState.CANCELLED).with("settled", "GIVE_UP"));
    new PostEnds(foundation, deliverables)
        .calledOff(List.of(PostEnds.Ended.of(row, "GIVEN_UP")), by);
  }

  private Optional<RemotePost> lookUp(RenditionRow row, Channel channel) {
    Optional<SocialPlatform> platform = neighbours.platforms().find(channel.network());
    Publication publication =
        new Publication(
            row.id(),
            row.firstAttemptAt().orElse(row.dueAt()),
            row.text(),
            row.language(),
            List.of());
    Accounts accounts = neighbours.channels().accounts();
    return platform.flatMap(
        p ->
            new NetworkCalls(accounts)
                .lookUp(
                    channel.id(), p, publication, new Checkpoint(dao.checkpoint(row.id()).values()))
                .answer()
                .flatMap(Settlements::found));
  }

  private static Optional<RemotePost> found(LookUp answer) {
    return answer instanceof LookUp.Found found ? Optional.of(found.post()) : Optional.empty();
  }
}
