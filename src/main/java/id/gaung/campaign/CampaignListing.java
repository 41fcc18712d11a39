package id.gaung.campaign;

import id.gaung.catalogue.ProductSummary;
import id.gaung.kernel.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The list of campaigns.
 *
 * @param state the filter; empty for all
 * @param counts how many are in each state, of all
 * @param standings of the campaigns on this page
 * @param pictures products of each campaign on this page, some of them
 * @param mayPicture whether the reader may open pictures
 */
public record CampaignListing(
    Page<Campaign> rows,
    Optional<CampaignState> state,
    String search,
    Map<CampaignState, Long> counts,
    Map<UUID, CampaignOverview.Standing> standings,
    Map<UUID, List<ProductSummary>> pictures,
    LocalDate today,
    boolean mayPlan,
    boolean mayPicture) {

  /** The address of this list in another state, up to its page. */
  public String href(Optional<CampaignState> other) {
    String asked = search.isEmpty() ? "" : "q=" + encoded() + "&";
    return "/campaigns?" + asked + other.map(s -> "state=" + s + "&").orElse("");
  }

  /** The address of a page of this list, up to its number. */
  public String href() {
    return href(state);
  }

  /** Whether a chip stands for the state: states without a campaign have none. */
  public long count(CampaignState of) {
    return counts.getOrDefault(of, 0L);
  }

  public CampaignOverview.Standing standing(Campaign campaign) {
    return Optional.ofNullable(standings.get(campaign.id())).orElseThrow();
  }

  private String encoded() {
    return URLEncoder.encode(search, StandardCharsets.UTF_8);
  }

  public boolean isFiltered() {
    return state.isPresent() || !search.isEmpty();
  }

  /** How much of what was planned is live, in percent; without a target, of the posts. */
  public int percent(Campaign campaign) {
    long live = standing(campaign).live();
    long of = campaign.targetPosts().map(Integer::longValue).orElse(standing(campaign).posts());
    return of == 0 ? 0 : (int) Math.min(100, live * 100 / of);
  }
}
