package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a person's command does to renditions, one of them or several of a post at once. Joins the
 * caller's transaction, in which the caller has locked them and seen that their states allow it;
 * what gives them a time also wants the lock of their channels, see {@link Twins#lock}. Each
 * rendition that changes has its audit row.
 */
final class RenditionActs {

  /** As dates are typed, in both languages. */
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Duration grace;
  private final Foundation foundation;
  private final RenditionDao dao;
  private final RenditionCommands steps;
  private final Twins twins;
  private final Campaigns campaigns;
  private final Deliverables deliverables;
  private final PostEnds ends;
  private final Licences licences;
  private final PlanHistory history;
  private final Contributions contributions;

  RenditionActs(
      Foundation foundation,
      RenditionDao dao,
      RenditionCommands steps,
      Twins twins,
      Campaigns campaigns,
      Deliverables deliverables,
      PostEnds ends,
      Licences licences,
      Duration grace) {
    this.grace = grace;
    this.foundation = foundation;
    this.dao = dao;
    this.steps = steps;
    this.twins = twins;
    this.campaigns = campaigns;
    this.deliverables = deliverables;
    this.ends = ends;
    this.licences = licences;
    this.history = new PlanHistory(foundation);
    this.contributions = new Contributions(foundation);
  }

  /**
   * Holds the campaign until the caller's transaction ends. Called before any lock on what belongs
   * to it, by whatever lets a post go out.
   *
   * @throws Problem conflict if the campaign is over, so that nothing of it goes out any more
   */
  void open(UUID campaignId) {
    if (CampaignGate.of(campaigns.hold(campaignId).state()) == CampaignGate.OVER) {
      throw Problem.conflict("publishing.campaign-over");
    }
  }

  /** Whether one in this state can be called off; of an uncertain one it is settled first. */
  static boolean isCancellable(RenditionState state) {
    return state != RenditionState.UNCERTAIN && state.canBecome(RenditionState.CANCELLED);
  }

  void cancel(Actor by, List<RenditionRow> rows, String why) {
    String reason = why.strip();
    dao.endAll(ids(rows), RenditionState.CANCELLED, Optional.of(reason));
    rows.forEach(
        row -> steps.record(steps.moved(by, row, RenditionState.CANCELLED).with("reason", reason)));
    ends.calledOff(rows.stream().map(row -> PostEnds.Ended.of(row, reason)).toList(), by);
  }

  /** Posts that are due when the campaign's last day is over would be called off by its end. */
  static FieldError afterItsCampaign(String field, Campaign campaign) {
    return FieldError.of(field, "publishing.due-after-campaign", DAY.format(campaign.endsOn()));
  }

  /** Another time. What was missed or failed is scheduled again by it. */
  void move(Actor by, List<RenditionRow> rows, Instant due, boolean confirmTwin) {
    Campaign campaign = campaigns.get(rows.get(0).campaignId());
    if (campaign.isOver(Wita.date(due))) {
      throw Problem.invalid(List.of(afterItsCampaign("dueAt", campaign)));
    }
    plan(by, rows, due, confirmTwin);
    for (RenditionRow row : rows) {
      if (row.state().canBecome(RenditionState.SCHEDULED)
          && row.state() != RenditionState.IN_REVIEW) {
        dao.schedule(row.id(), due, due, Optional.empty());
        history.moved(by, row, due);
        scheduledAgain(by, row, due);
      } else {
        moved(by, row, due);
      }
    }
  }

  /**
   * At once, within a second or so. What was missed or failed stays due when it was: it comes out
   * late.
   */
  void publishNow(Actor by, List<RenditionRow> rows, boolean confirmTwin) {
    Instant now = foundation.clock().instant();
    plan(by, rows, now, confirmTwin);
    for (RenditionRow row : rows) {
      if (row.state().isRetriable()) {
        dao.schedule(row.id(), row.dueAt(), now, Optional.of(now));
        history.retried(by, row.id());
        scheduledAgain(by, row, row.dueAt());
      } else {
        moved(by, row, now);
      }
    }
  }

  /** A time is a contribution like any other. */
  private void plan(Actor by, List<RenditionRow> rows, Instant at, boolean confirmTwin) {
    licences.refuseEnded(rows, row -> at);
    rows.forEach(
        row -> contributions.record(by, Contributions.Kind.POST, row.postId(), row.version() + 1));
    twins.ask(rows.stream().map(row -> Twins.Planned.of(row, at)).toList(), confirmTwin);
  }

  private void moved(Actor by, RenditionRow row, Instant to) {
    dao.move(row.id(), to);
    history.moved(by, row, to);
    steps.record(
        Change.of(by, "rendition.moved", "rendition", row.id())
            .with("from", row.dueAt())
            .with("to", to));
  }

  private void scheduledAgain(Actor by, RenditionRow row, Instant due) {
    steps.record(steps.moved(by, row, RenditionState.SCHEDULED).with("dueAt", due));
    row.deliverableId().ifPresent(d -> deliverables.scheduled(Set.of(d), by));
  }

  /**
   * Lets posts of the office's own go out: at their time, or at once if that passed while they
   * waited to be looked at, within the grace that lateness has everywhere.
   *
   * @throws Problem forbidden for somebody who wrote something of it, conflict if a time passed
   *     longer ago
   */
  void approve(Actor by, List<RenditionRow> rows) {
    refuseOwn(by, rows);
    Instant now = foundation.clock().instant();
    if (rows.stream().anyMatch(row -> row.dueAt().plus(grace).isBefore(now))) {
      throw Problem.conflict("publishing.refused.due-past");
    }
    licences.refuseEnded(rows, RenditionRow::dueAt);
    for (RenditionRow row : rows) {
      boolean late = row.dueAt().isBefore(now);
      dao.schedule(
          row.id(),
          row.dueAt(),
          late ? now : row.dueAt(),
          late ? Optional.of(now) : Optional.empty());
      steps.record(steps.moved(by, row, RenditionState.SCHEDULED));
    }
    history.approved(by, rows);
  }

  /** Sends posts of the office's own back to be written again. */
  void sendBack(Actor by, List<RenditionRow> rows, String why) {
    refuseOwn(by, rows);
    String reason = why.strip();
    dao.endAll(ids(rows), RenditionState.DRAFT, Optional.of(reason));
    rows.forEach(
        row -> steps.record(steps.moved(by, row, RenditionState.DRAFT).with("reason", reason)));
  }

  private void refuseOwn(Actor by, List<RenditionRow> rows) {
    Set<UUID> posts = rows.stream().map(RenditionRow::postId).collect(Collectors.toSet());
    posts.forEach(post -> contributions.refuseOwn(by, post, Contributions.Kind.POST));
  }

  private static List<UUID> ids(List<RenditionRow> rows) {
    return rows.stream().map(RenditionRow::id).toList();
  }
}
