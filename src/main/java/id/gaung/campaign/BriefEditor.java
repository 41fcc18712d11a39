package id.gaung.campaign;

import id.gaung.catalogue.ProductSummary;
import id.gaung.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writing the brief.
 *
 * @param filled whether something in the form is not saved yet because it was filled in
 * @param earlier other campaigns whose briefs can fill this one
 * @param adLine with which each caption begins
 */
public record BriefEditor(
    Campaign campaign,
    BriefVersion current,
    Form form,
    boolean filled,
    List<ProductSummary> products,
    List<Briefs.Earlier> earlier,
    String adLine) {

  /** Whether the campaign can be submitted from here. */
  public boolean maySubmit() {
    return campaign.state() == CampaignState.DRAFT;
  }

  /** As the form has them now. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (BriefSection section : BriefSection.values()) {
      texts.put(section.key(), form.value(field(section)));
    }
    return texts;
  }

  public Completeness completeness() {
    return Completeness.of(texts());
  }

  public List<BriefSection> missing() {
    return completeness().missing();
  }

  /** How long a creator reads the whole brief, in minutes, at 200 words a minute. */
  public long minutes() {
    long words =
        texts().values().stream()
            .mapToLong(text -> text.isBlank() ? 0 : text.strip().split("\\s+").length)
            .sum();
    return Math.max(1, Math.round(words / 200.0));
  }

  public long partsDone() {
    return java.util.Arrays.stream(BriefPart.values())
        .filter(part -> part.missing(texts()).isEmpty())
        .count();
  }

  public String field(BriefSection section) {
    return "sections." + section.key();
  }

  /** The lines of a section, for the preview. */
  public List<String> lines(BriefSection section) {
    return form.value(field(section))
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(BriefSection.MAX_KEY_MESSAGES)
        .toList();
  }

  public Optional<UUID> photo() {
    return products.stream().flatMap(product -> product.photoId().stream()).findFirst();
  }
}
