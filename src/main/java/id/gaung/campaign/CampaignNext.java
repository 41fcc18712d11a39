package id.gaung.campaign;

import java.util.List;
import java.util.Optional;

/**
 * What comes next.
 *
 * @param key of the sentence
 * @param counts that it names
 * @param act key of the button's word; empty if this reader only waits
 * @param href where the button leads, if it leads somewhere
 * @param step that the button takes, if it takes one
 */
public record CampaignNext(
    String key,
    List<? extends Number> counts,
    String act,
    Optional<String> href,
    String icon,
    Optional<CampaignStep> step) {

  static CampaignNext step(String key, CampaignStep step) {
    return new CampaignNext(
        key, List.of(0), "campaign.step." + step, Optional.empty(), step.icon(), Optional.of(step));
  }

  static CampaignNext link(String key, String act, String href) {
    return new CampaignNext(key, List.of(0), act, Optional.of(href), "pencil", Optional.empty());
  }

  public Object[] args() {
    return counts.toArray();
  }
}
