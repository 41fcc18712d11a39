package id.gaung.campaign;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The steps of campaigns. One step, one transaction, one audit row. */
public final class CampaignSteps {

  private static final Actor CALENDAR = Actor.system("campaign");

  private final CampaignDao dao;
  private final Foundation foundation;
  private final Briefs briefs;
  private final List<CampaignListener> listeners = new CopyOnWriteArrayList<>();

  CampaignSteps(Foundation foundation, Briefs briefs) {
    this.dao = foundation.jdbi().onDemand(CampaignDao.class);
    this.foundation = foundation;
    this.briefs = briefs;
  }

  /** Called by the wiring, before anything runs. */
  public void listen(CampaignListener listener) {
    listeners.add(listener);
  }

  /**
   * Takes a step.
   *
   * @throws Problem forbidden if it is not this person's step; conflict if the campaign is in
   *     another state, or if it changed since it was read; invalid if something is missing
   */
  public void take(Actor by, UUID id, CampaignStep step, StepOrder order) {
    Roles.require(by, step.role());
    if (step.isReasoned() && order.reason().isBlank()) {
      throw Problem.invalid("reason", "campaign.reason-required");
    }
    foundation.transactions().run(() -> move(by, lock(id, order), step, reason(order)));
  }

  /** What is missing before the campaign can be submitted; empty if nothing. */
  public List<SubmissionRule> missing(Campaign campaign) {
    return SubmissionRule.broken(
        new SubmissionRule.Case(
            campaign,
            dao.productIds(campaign.id()).size(),
            Completeness.of(brief(campaign.id()).sections()),
            today()));
  }

  /** Activates approved campaigns whose first day has come. */
  void activateDue() {
    dao.toActivate(today()).forEach(id -> byCalendar(id, CampaignStep.ACTIVATE));
  }

  /** Completes active campaigns whose last day is over. */
  void completeDue() {
    dao.toComplete(today()).forEach(id -> byCalendar(id, CampaignStep.COMPLETE));
  }

  private void byCalendar(UUID id, CampaignStep step) {
    foundation
        .transactions()
        .run(
            () ->
                dao.lock(id)
                    // Somebody may have been faster since the list was read.
                    .filter(campaign -> step.isFrom(campaign.state()))
                    .ifPresent(campaign -> move(CALENDAR, campaign, step, Optional.empty())));
  }

  private Campaign lock(UUID id, StepOrder order) {
    Campaign campaign = dao.lock(id).orElseThrow(Problem::notFound);
    if (order.version().filter(read -> read != campaign.version()).isPresent()) {
      throw Problem.stale();
    }
    return campaign;
  }

  private void move(Actor by, Campaign campaign, CampaignStep step, Optional<String> reason) {
    if (!step.isFrom(campaign.state())) {
      throw Problem.conflict("campaign.refused." + campaign.state());
    }
    guard(by, campaign, step);
    boolean decides = step == CampaignStep.APPROVE || step == CampaignStep.REJECT;
    int moved =
        dao.move(
            campaign.id(),
            campaign.version(),
            step.to(),
            reason,
            step == CampaignStep.SUBMIT ? by.id() : campaign.submittedBy(),
            decides ? by.id() : campaign.decidedBy(),
            foundation.clock().instant());
    if (moved == 0) {
      throw Problem.stale();
    }
    Change change =
        Change.of(by, step.action(), "campaign", campaign.id()).moving(campaign.state(), step.to());
    if (step == CampaignStep.APPROVE) {
      BriefVersion bound = briefs.bind(campaign.id());
      change = change.with("brief", bound.number()).with("sha256", bound.sha256());
    }
    foundation.audit().record(reason.isPresent() ? change.with("reason", reason.get()) : change);
    if (step == CampaignStep.CANCEL) {
      listeners.forEach(listener -> listener.cancelled(campaign.id(), by));
    }
  }

  private void guard(Actor by, Campaign campaign, CampaignStep step) {
    switch (step) {
      case SUBMIT -> {
        List<SubmissionRule> broken = missing(campaign);
        if (!broken.isEmpty()) {
          throw Problem.invalid(broken.stream().map(SubmissionRule::error).toList());
        }
      }
      case APPROVE -> {
        notOwn(by, campaign);
        notOver(campaign);
      }
      case REJECT -> notOwn(by, campaign);
      case ACTIVATE -> notOver(campaign);
      case CLOSE ->
          listeners.stream()
              .flatMap(listener -> listener.blocksClosing(campaign.id()).stream())
              .findFirst()
              .ifPresent(
                  key -> {
                    throw Problem.conflict(key);
                  });
      case PAUSE, RESUME, COMPLETE, CANCEL -> {}
    }
  }

  private void notOwn(Actor by, Campaign campaign) {
    ApprovalRule.broken(new ApprovalRule.Case(by, campaign, brief(campaign.id())))
        .ifPresent(
            rule -> {
              throw Problem.forbidden(rule.key());
            });
  }

  private void notOver(Campaign campaign) {
    if (campaign.endsOn().isBefore(today())) {
      throw Problem.conflict("campaign.period-over");
    }
  }

  private BriefVersion brief(UUID campaignId) {
    return briefs.current(campaignId).orElseThrow(Problem::notFound);
  }

  private LocalDate today() {
    return Wita.date(foundation.clock().instant());
  }

  private static Optional<String> reason(StepOrder order) {
    return Optional.of(order.reason().strip()).filter(text -> !text.isEmpty());
  }
}
