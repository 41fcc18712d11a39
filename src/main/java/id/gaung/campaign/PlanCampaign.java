package id.gaung.campaign;

import id.gaung.kernel.InOrder;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What staff plan. A draft may still lack products and money; submitting it asks for them.
 *
 * @param productIds all products of the campaign; empty leaves them as they are
 * @param version of the campaign that was read; compulsory when changing one
 */
@InOrder(first = "startsOn", last = "endsOn", message = "campaign.dates.backwards")
public record PlanCampaign(
    @NotBlank @Size(max = 120) String name,
    @NotBlank @Size(max = 2000) String goal,
    @NotNull LocalDate startsOn,
    @NotNull LocalDate endsOn,
    @NotNull Rupiah budget,
    Optional<@Positive Integer> targetPosts,
    Optional<@Positive Long> targetViews,
    Optional<@Positive Long> targetInteractions,
    Optional<@Size(max = 200) List<@NotNull UUID>> productIds,
    Optional<Integer> version) {

  /** The same as it is kept. */
  PlanCampaign cleaned() {
    return new PlanCampaign(
        Typed.name(name),
        goal.strip(),
        startsOn,
        endsOn,
        budget,
        targetPosts,
        targetViews,
        targetInteractions,
        productIds,
        version);
  }

  void check() {
    if (endsOn.isBefore(startsOn)) {
      throw Problem.invalid("endsOn", "campaign.dates.backwards");
    }
    if (budget.amount() < 0) {
      throw Problem.invalid("budget", "field.positiveorzero");
    }
  }

  /** The plan of a campaign, to edit it. */
  static PlanCampaign of(Campaign campaign) {
    return new PlanCampaign(
        campaign.name(),
        campaign.goal(),
        campaign.startsOn(),
        campaign.endsOn(),
        campaign.budget(),
        campaign.targetPosts(),
        campaign.targetViews(),
        campaign.targetInteractions(),
        Optional.empty(),
        Optional.of(campaign.version()));
  }
}
