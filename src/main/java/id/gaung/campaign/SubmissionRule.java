package id.gaung.campaign;

import id.gaung.kernel.FieldError;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What a campaign needs before it can be submitted (domain.md 2.2). */
// The predicates capture nothing.
@SuppressWarnings("ImmutableEnumChecker")
public enum SubmissionRule {
  PRODUCTS("productIds", c -> c.products() > 0),
  BRIEF("brief", c -> c.brief().isComplete()),
  DATES_ORDERED("endsOn", c -> !c.campaign().endsOn().isBefore(c.campaign().startsOn())),
  NOT_PAST("startsOn", c -> !c.campaign().startsOn().isBefore(c.today())),
  BUDGET("budget", c -> c.campaign().budget().isPositive());

  /** What the rules look at. */
  record Case(Campaign campaign, int products, Completeness brief, LocalDate today) {}

  private final String field;
  private final Predicate<Case> holds;

  SubmissionRule(String field, Predicate<Case> holds) {
    this.field = field;
    this.holds = holds;
  }

  boolean holds(Case subject) {
    return holds.test(subject);
  }

  static List<SubmissionRule> broken(Case subject) {
    return Arrays.stream(values()).filter(rule -> !rule.holds(subject)).toList();
  }

  FieldError error() {
    return FieldError.of(field, key());
  }

  /** The sentence that asks for it. */
  public String key() {
    return "campaign.submit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
