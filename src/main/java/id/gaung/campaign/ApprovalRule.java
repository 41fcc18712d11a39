package id.gaung.campaign;

import id.gaung.kernel.Actor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Nobody decides on their own work, whatever their roles. */
// The predicates capture nothing.
@SuppressWarnings("ImmutableEnumChecker")
enum ApprovalRule {
  NOT_ITS_MAKER(c -> !c.by().isPerson(c.campaign().createdBy())),
  NOT_ITS_SUBMITTER(c -> c.campaign().submittedBy().filter(c.by()::isPerson).isEmpty()),
  NOT_ITS_BRIEF_AUTHOR(c -> !c.by().isPerson(c.brief().createdBy()));

  /** What the rules look at. */
  record Case(Actor by, Campaign campaign, BriefVersion brief) {}

  private final Predicate<Case> holds;

  ApprovalRule(Predicate<Case> holds) {
    this.holds = holds;
  }

  static Optional<ApprovalRule> broken(Case subject) {
    return Arrays.stream(values()).filter(rule -> !rule.holds.test(subject)).findFirst();
  }

  String key() {
    return "campaign.approve." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
