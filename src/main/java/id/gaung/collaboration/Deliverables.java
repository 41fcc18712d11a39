package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Deliverables as other features see them. The steps that publishing tells of join its transaction;
 * they take the rows' locks in the order of ids, write one audit row a deliverable that moved, and
 * may be repeated.
 */
public final class Deliverables {

  /** A longer queue is walked through from its beginning. */
  private static final int QUEUE = 200;

  private final DeliverableDao dao;
  private final Foundation foundation;
  private final Campaigns campaigns;
  private final Creators creators;

  Deliverables(Foundation foundation, Campaigns campaigns, Creators creators) {
    this.dao = foundation.jdbi().onDemand(DeliverableDao.class);
    this.foundation = foundation;
    this.campaigns = campaigns;
    this.creators = creators;
  }

  public Optional<DeliverableView> find(UUID id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  /** Those that exist. */
  public Map<UUID, DeliverableView> find(Collection<UUID> ids) {
    return views(dao.all(ids)).stream()
        .collect(Collectors.toMap(DeliverableView::id, Function.identity()));
  }

  /** Drafts that wait for staff, the longest waiting first. */
  public Page<DeliverableView> waitingForReview(int page) {
    PageRequest asked = PageRequest.of(page);
    return asked.page(
        views(dao.waiting(asked.size(), asked.offset())), dao.countIn(DeliverableState.SUBMITTED));
  }

  /** The first of the queue of drafts that wait for staff, the longest waiting first. */
  List<UUID> queue() {
    return dao.waiting(QUEUE, 0).stream().map(Deliverable::id).toList();
  }

  /** The newest draft of each that has one. */
  Map<UUID, Submission> newest(Collection<UUID> ids) {
    return dao.submissions(ids).stream()
        .collect(
            Collectors.toMap(
                Submission::deliverableId, Function.identity(), (older, newer) -> newer));
  }

  /** Approved content that has no post yet and can still go out, the earliest due first. */
  public Page<DeliverableView> approvedWithoutPost(int page) {
    PageRequest asked = PageRequest.of(page);
    return asked.page(views(dao.schedulable(asked.size(), asked.offset())), dao.countSchedulable());
  }

  /** The first photo of each whose approved draft has one. */
  public Map<UUID, UUID> approvedPhotos(Collection<DeliverableView> of) {
    return approved(of.stream().map(DeliverableView::id).toList()).stream()
        .filter(draft -> !draft.photos().isEmpty())
        .collect(
            Collectors.toMap(
                Submission::deliverableId,
                draft -> draft.photos().get(0).photoId(),
                (older, newer) -> newer));
  }

  /** What may be published; empty if nothing was approved, or it was called off. */
  public Optional<ApprovedContent> approvedContent(UUID deliverableId) {
    return dao.all(List.of(deliverableId)).stream()
        .filter(d -> d.state() != DeliverableState.CANCELLED)
        .findFirst()
        .flatMap(
            d ->
                approved(List.of(d.id())).stream()
                    .findFirst()
                    .map(
                        s ->
                            new ApprovedContent(
                                d.id(),
                                d.campaignId(),
                                s.caption(),
                                s.photos(),
                                s.video(),
                                d.meantFor())));
  }

  /**
   * Its post was scheduled. What is live already, on another channel, stays live.
   *
   * @throws Problem conflict if the content of one of them is not approved; then none moves
   */
  public void scheduled(Collection<UUID> ids, Actor by) {
    foundation
        .transactions()
        .run(
            () -> {
              List<Deliverable> locked = dao.lock(ids);
              Set<UUID> approved =
                  approved(ids).stream().map(Submission::deliverableId).collect(Collectors.toSet());
              for (Deliverable d : locked) {
                boolean publishable =
                    d.state() == DeliverableState.SCHEDULED
                        || d.state() == DeliverableState.LIVE
                        || d.state().canBecome(DeliverableState.SCHEDULED);
                if (!publishable || !approved.contains(d.id())) {
                  throw Problem.conflict("collaboration.not-approved", d.title());
                }
              }
              move(locked, DeliverableState.SCHEDULED, by, "deliverable.scheduled");
            });
  }

  /** Its post is out. A fact: those that cannot move from their state are passed over. */
  public void live(Collection<UUID> ids, Actor by) {
    moveThoseThatCan(ids, DeliverableState.LIVE, by, "deliverable.live");
  }

  /** Its post was not published in time. Those that cannot move are passed over. */
  public void missed(Collection<UUID> ids, Actor by) {
    foundation
        .transactions()
        .run(
            () ->
                // Only what was scheduled: a draft that is still awaited is missed by its deadline.
                move(
                    dao.lock(ids).stream()
                        .filter(d -> d.state() == DeliverableState.SCHEDULED)
                        .toList(),
                    DeliverableState.MISSED,
                    by,
                    "deliverable.missed"));
  }

  /** Its post is gone from the network. Those that cannot move are passed over. */
  public void removed(Collection<UUID> ids, Actor by) {
    moveThoseThatCan(ids, DeliverableState.REMOVED, by, "deliverable.removed");
  }

  /** Its post was called off before it was out: the content waits for another one. */
  public void backToApproved(Collection<UUID> ids, Actor by) {
    foundation
        .transactions()
        .run(
            () -> {
              Set<UUID> approved =
                  approved(ids).stream().map(Submission::deliverableId).collect(Collectors.toSet());
              move(
                  dao.lock(ids).stream()
                      .filter(d -> approved.contains(d.id()))
                      .filter(d -> d.state() != DeliverableState.SUBMITTED)
                      .filter(d -> d.state() != DeliverableState.LIVE)
                      .toList(),
                  DeliverableState.APPROVED,
                  by,
                  "deliverable.unscheduled");
            });
  }

  /** What was taken for its post was another one. Those that are not live are passed over. */
  public void notLive(Collection<UUID> ids, Actor by) {
    foundation
        .transactions()
        .run(
            () ->
                move(
                    dao.lock(ids).stream().filter(d -> d.state() == DeliverableState.LIVE).toList(),
                    DeliverableState.APPROVED,
                    by,
                    "deliverable.not-live"));
  }

  private void moveThoseThatCan(
      Collection<UUID> ids, DeliverableState to, Actor by, String action) {
    foundation.transactions().run(() -> move(dao.lock(ids), to, by, action));
  }

  private void move(List<Deliverable> locked, DeliverableState to, Actor by, String action) {
    List<Deliverable> moving = locked.stream().filter(d -> d.state().canBecome(to)).toList();
    dao.moveAll(moving.stream().map(Deliverable::id).toList(), to);
    for (Deliverable d : moving) {
      foundation.audit().record(Change.of(by, action, "deliverable", d.id()).moving(d.state(), to));
    }
  }

  private List<Submission> approved(Collection<UUID> ids) {
    return dao.submissions(ids).stream()
        .filter(s -> s.decision().filter(d -> d == ReviewDecision.APPROVED).isPresent())
        .toList();
  }

  List<DeliverableView> views(List<Deliverable> rows) {
    Map<UUID, Campaign> campaign =
        campaigns.find(rows.stream().map(Deliverable::campaignId).distinct().toList());
    Map<UUID, Creator> creator =
        creators.find(rows.stream().map(Deliverable::creatorId).distinct().toList());
    return rows.stream()
        .map(
            d ->
                new DeliverableView(
                    d.id(),
                    d.offerId(),
                    d.campaignId(),
                    name(campaign.get(d.campaignId()), Campaign::name),
                    Optional.ofNullable(campaign.get(d.campaignId()))
                        .filter(of -> of.state().isEnded())
                        .isPresent(),
                    d.creatorId(),
                    name(creator.get(d.creatorId()), Creator::name),
                    d.title(),
                    d.dueOn(),
                    d.format(),
                    d.state(),
                    d.round(),
                    d.version()))
        .toList();
  }

  /** The database's foreign keys promise that nothing is missing. */
  private static <T> String name(
      @org.jspecify.annotations.Nullable T found, Function<T, String> name) {
    return Optional.ofNullable(found).map(name).orElse("");
  }
}
