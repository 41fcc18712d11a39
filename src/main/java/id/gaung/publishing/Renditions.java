package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What people, and engagement, do to renditions. What gives one a time, or a text for its time, is
 * also refused if its channel has that text at that time and nobody confirmed it; see {@link
 * Twins}.
 */
public final class Renditions {

  private static final String TAKEN_AWAY = "rendition.taken-away";

  private final Foundation foundation;
  private final RenditionDao dao;
  private final RenditionCommands steps;
  private final RenditionRevision revision;
  private final Twins twins;
  private final Deliverables deliverables;
  private final RenditionActs acts;
  private final FoundPosts found;
  private final PlanHistory history;
  private final Contributions contributions;

  Renditions(
      Foundation foundation,
      RenditionDao dao,
      RenditionCommands steps,
      RenditionRevision revision,
      Twins twins,
      Deliverables deliverables,
      RenditionActs acts) {
    this.foundation = foundation;
    this.dao = dao;
    this.steps = steps;
    this.revision = revision;
    this.twins = twins;
    this.deliverables = deliverables;
    this.acts = acts;
    this.history = new PlanHistory(foundation);
    this.contributions = new Contributions(foundation);
    this.found = new FoundPosts(foundation);
  }

  /** Posts on the accounts that Gaung did not publish. */
  FoundPosts found() {
    return found;
  }

  /**
   * @throws Problem not found
   */
  public RenditionRow get(UUID id) {
    return dao.find(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
  }

  /** Calls one off that is not out. */
  public void cancel(Actor by, UUID id, WithdrawRendition order) {
    Permissions.require(by, Role.STAFF);
    run(
        () ->
            acts.cancel(
                by,
                List.of(take(id, order.version(), RenditionActs::isCancellable)),
                order.reason()));
  }

  /** Another time. What was missed or failed is scheduled again by it. */
  public void move(Actor by, UUID id, MoveRendition order) {
    Permissions.require(by, Role.STAFF);
    revision
        .dueAt(order.dueAt())
        .ifPresent(
            key -> {
              throw Problem.invalid("dueAt", key);
            });
    run(
        () ->
            acts.move(
                by,
                List.of(takeToPlan(id, order.version(), RenditionState::isMovable)),
                Wita.instant(order.dueAt()),
                order.confirmTwin()));
  }

  /** At once, within a second or so. */
  public void publishNow(Actor by, UUID id, AdvanceRendition order) {
    now(by, id, order, state -> state == RenditionState.SCHEDULED);
  }

  /** Once more, now, what failed or was missed. It stays due when it was: it comes out late. */
  public void retry(Actor by, UUID id, AdvanceRendition order) {
    now(by, id, order, RenditionState::isRetriable);
  }

  private void now(Actor by, UUID id, AdvanceRendition order, Predicate<RenditionState> from) {
    Permissions.require(by, Role.STAFF);
    run(
        () ->
            acts.publishNow(
                by, List.of(takeToPlan(id, order.version(), from)), order.confirmTwin()));
  }

  /** Lets a post of the office's own go out; by somebody who wrote nothing of it. */
  public void approve(Actor by, UUID id, AdvanceRendition order) {
    Permissions.require(by, Role.STAFF, Role.APPROVER);
    run(
        () -> {
          acts.open(get(id).campaignId());
          acts.approve(by, List.of(take(id, order.version(), Renditions::isInReview)));
        });
  }

  /** Sends a post of the office's own back to be written again. */
  public void sendBack(Actor by, UUID id, WithdrawRendition order) {
    Permissions.require(by, Role.STAFF, Role.APPROVER);
    run(
        () ->
            acts.sendBack(
                by, List.of(take(id, order.version(), Renditions::isInReview)), order.reason()));
  }

  private static boolean isInReview(RenditionState state) {
    return state == RenditionState.IN_REVIEW;
  }

  /** Writes a text again that was sent back; it goes to review once more. */
  public void revise(Actor by, UUID id, ReviseRendition order) {
    Permissions.require(by, Role.STAFF);
    RenditionRow before = get(id);
    revision.check(before, order.text());
    run(
        () -> {
          twins.lock(List.of(before.channelId()));
          RenditionRow row = steps.take(id, order.version(), RenditionState.IN_REVIEW);
          twins.ask(
              List.of(new Twins.Planned(id, row.channelId(), order.text(), row.dueAt())),
              order.confirmTwin());
          dao.revise(id, order.text().strip());
          dao.move(id, row.dueAt());
          contributions.record(by, Contributions.Kind.POST, row.postId(), row.version() + 2);
          steps.record(steps.moved(by, row, RenditionState.IN_REVIEW));
        });
  }

  /** Posts that are gone from their network. Those that are not out are passed over. */
  public void markRemoved(Collection<UUID> ids, Actor by) {
    markRemoved(ids, by, Optional.empty());
  }

  /** A post that the office had its network take away, whoever saw first that it is gone. */
  void takenAway(UUID id, Actor by, String why) {
    run(
        () -> {
          end(List.of(id), by, Optional.of(why), TAKEN_AWAY);
          dao.takenAway(List.of(id));
        });
  }

  /**
   * @param why what a person says; empty where the network was asked
   */
  void markRemoved(Collection<UUID> ids, Actor by, Optional<String> why) {
    run(() -> end(ids, by, why, Changes.action(RenditionState.REMOVED)));
  }

  private void end(Collection<UUID> ids, Actor by, Optional<String> why, String action) {
    Set<UUID> hit = new HashSet<>(found.gone(ids));
    List<RenditionRow> rows = dao.lockPublished(ids);
    rows.forEach(row -> row.deliverableId().ifPresent(hit::add));
    dao.endAll(rows.stream().map(RenditionRow::id).toList(), RenditionState.REMOVED, why);
    history.ended(
        by,
        rows.stream().map(row -> new PostEnds.Ended(row.id(), row.postId(), why)).toList(),
        RenditionState.REMOVED);
    rows.forEach(
        row ->
            steps.record(
                Change.of(by, action, "rendition", row.id())
                    .moving(row.state(), RenditionState.REMOVED)
                    .with("reason", why.orElse(""))));
    Set<UUID> gone = hit.isEmpty() ? Set.of() : dao.nothingOut(hit);
    if (!gone.isEmpty()) {
      deliverables.removed(gone, by);
    }
  }

  /**
   * A post that its network knows by another id now.
   *
   * @param before the id until now
   */
  public record Renumbered(UUID renditionId, String before, String remoteId) {}

  /**
   * Keeps the new ids, but for one that another post of the channel holds. Within the caller's
   * transaction.
   *
   * @return those that were kept
   */
  public List<Renumbered> renumber(List<Renumbered> posts, Actor by) {
    int[] changed = dao.renumber(posts);
    List<Renumbered> kept = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] > 0) {
        kept.add(posts.get(i));
      }
    }
    kept.forEach(
        post ->
            foundation
                .audit()
                .record(
                    Change.of(by, "rendition.renumbered", "rendition", post.renditionId())
                        .with("from", post.before())
                        .with("to", post.remoteId())));
    return kept;
  }

  /** Those among them that are or were out and whose network's id is known. */
  public Map<UUID, RemoteRendition> remote(Collection<UUID> ids) {
    Map<UUID, RemoteRendition> found = new HashMap<>(this.found.remote(ids));
    for (RenditionRow row : dao.find(ids)) {
      row.remoteId()
          .ifPresent(
              remoteId ->
                  found.put(
                      row.id(),
                      new RemoteRendition(
                          row.id(),
                          row.postId(),
                          row.channelId(),
                          new RemotePost(remoteId, row.remoteUrl().map(URI::create)),
                          row.state())));
    }
    return found;
  }

  /** A rendition that is about to be given a time. */
  private RenditionRow takeToPlan(UUID id, int version, Predicate<RenditionState> from) {
    RenditionRow before = get(id);
    acts.open(before.campaignId());
    twins.lock(List.of(before.channelId()));
    return take(id, version, from);
  }

  private RenditionRow take(UUID id, int version, Predicate<RenditionState> from) {
    RenditionRow row = steps.take(id, version);
    if (!from.test(row.state())) {
      throw RenditionCommands.refused(row);
    }
    return row;
  }

  private void run(Runnable work) {
    foundation.transactions().run(work);
  }
}
