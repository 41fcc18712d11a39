package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.collaboration.DraftOffer.DeliverablePlan;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What the terms of an offer must keep. */
// The predicates capture nothing.
@SuppressWarnings("ImmutableEnumChecker")
enum OfferRule {
  RESPOND_IN_FUTURE("respondBy", c -> c.draft().respondBy(c.now()).isAfter(c.now())),
  RESPOND_BEFORE_WORK_ENDS(
      "respondBy",
      c -> c.draft().respondBy(c.now()).isBefore(Wita.startOf(c.draft().workEndsOn().plusDays(1)))),
  WORK_ENDS_IN_CAMPAIGN_OR_LATER(
      "workEndsOn", c -> !c.draft().workEndsOn().isBefore(c.campaign().startsOn())),
  WORK_NOT_OVER("workEndsOn", c -> !c.draft().workEndsOn().isBefore(c.today())),
  FEE_NOT_NEGATIVE("fee", c -> c.draft().fee().amount() >= 0),
  SOMETHING_TO_DELIVER("deliverables", c -> !c.draft().deliverables().isEmpty()),
  NOT_TOO_MANY("deliverables", c -> c.draft().deliverables().size() <= DraftOffer.MAX_DELIVERABLES);

  /** What the rules look at. */
  record Case(DraftOffer draft, Campaign campaign, Instant now) {
    LocalDate today() {
      return Wita.date(now);
    }
  }

  private final String field;
  private final Predicate<Case> holds;

  OfferRule(String field, Predicate<Case> holds) {
    this.field = field;
    this.holds = holds;
  }

  static List<FieldError> broken(Case subject) {
    List<FieldError> errors = new ArrayList<>();
    for (OfferRule rule : values()) {
      if (!rule.holds.test(subject)) {
        errors.add(FieldError.of(rule.field, rule.key()));
      }
    }
    List<DeliverablePlan> plans = subject.draft().deliverables();
    for (int i = 0; i < plans.size(); i++) {
      errors.addAll(broken("deliverables[" + i + "].", plans.get(i), subject));
    }
    return errors;
  }

  private static List<FieldError> broken(String at, DeliverablePlan plan, Case subject) {
    List<FieldError> errors = new ArrayList<>();
    if (plan.title().isBlank()) {
      errors.add(FieldError.of(at + "title", "field.notblank"));
    } else if (plan.title().length() > 200) {
      errors.add(FieldError.of(at + "title", "field.size", "1", "200"));
    }
    if (plan.dueOn().isBefore(subject.today())) {
      errors.add(FieldError.of(at + "dueOn", "collaboration.rule.due-past"));
    } else if (plan.dueOn().isAfter(subject.draft().workEndsOn())) {
      errors.add(FieldError.of(at + "dueOn", "collaboration.rule.due-after-work"));
    }
    return errors;
  }

  String key() {
    return "collaboration.rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
