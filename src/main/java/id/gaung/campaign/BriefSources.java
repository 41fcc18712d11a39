package id.gaung.campaign;

import id.gaung.catalogue.ProductSummary;
import id.gaung.kernel.Problem;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a brief can begin with: the campaign's own data, the house's usual wording, or an earlier
 * brief. Always Indonesian, which creators read.
 */
final class BriefSources {

  static final String CAMPAIGN = "campaign";
  static final String TEMPLATE = "template";

  private final Translator words = Texts.load(List.of("campaign")).in(Language.ID);
  private final Formats formats = new Formats(Language.ID);
  private final Briefs briefs;

  BriefSources(Briefs briefs) {
    this.briefs = briefs;
  }

  /**
   * @param from {@link #CAMPAIGN}, {@link #TEMPLATE} or the id of another campaign
   * @throws Problem not found
   */
  Map<String, String> texts(String from, Campaign campaign, List<ProductSummary> products) {
    if (from.equals(CAMPAIGN)) {
      return ofCampaign(campaign, products);
    }
    if (from.equals(TEMPLATE)) {
      Map<String, String> texts = new LinkedHashMap<>(template());
      texts.putAll(ofCampaign(campaign, products));
      return texts;
    }
    return earlier(from).map(BriefVersion::sections).orElseThrow(Problem::notFound);
  }

  private Optional<BriefVersion> earlier(String from) {
    try {
      return briefs.current(UUID.fromString(from));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private Map<String, String> ofCampaign(Campaign campaign, List<ProductSummary> products) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(BriefSection.SUMMARY.key(), campaign.goal());
    if (!products.isEmpty()) {
      texts.put(
          BriefSection.PRODUCTS.key(),
          products.stream()
              .map(
                  p ->
                      words.get(
                          "campaign.brief.from.product",
                          p.name(),
                          p.umkmName(),
                          p.kecamatanName(),
                          formats.rupiah(p.price())))
              .collect(Collectors.joining("\n")));
    }
    texts.put(
        BriefSection.SCHEDULE.key(),
        words.get(
            "campaign.brief.from.schedule",
            formats.longDate(campaign.startsOn()),
            formats.longDate(campaign.endsOn())));
    return texts;
  }

  /** The sections for which the house has a usual wording. */
  private Map<String, String> template() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (BriefSection section : BriefSection.values()) {
      String key = "campaign.brief.template." + section.key();
      if (words.has(key)) {
        texts.put(section.key(), words.get(key));
      }
    }
    return texts;
  }
}
