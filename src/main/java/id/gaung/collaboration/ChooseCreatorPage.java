package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.creator.Creator;
import id.gaung.kernel.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Choosing whom to invite. */
public record ChooseCreatorPage(Campaign campaign, Page<Creator> found, String search) {

  /** The address of a page of what was found, up to its number. */
  public String href() {
    return "/campaigns/"
        + campaign.id()
        + "/offers/new?q="
        + URLEncoder.encode(search, StandardCharsets.UTF_8)
        + "&";
  }
}
