package id.gaung.campaign;

import id.gaung.kernel.Page;
import java.util.Optional;

/**
 * The list of campaigns.
 *
 * @param state the filter; empty for all
 * @param mayPlan whether the reader may plan one
 */
public record CampaignListPage(
    Page<Campaign> rows, Optional<CampaignState> state, boolean mayPlan) {

  /** The address of a page of this list, up to its number. */
  public String href() {
    return state.map(s -> "/campaigns?state=" + s + "&").orElse("/campaigns?");
  }
}
