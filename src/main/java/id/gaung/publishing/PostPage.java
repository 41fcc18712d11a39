package id.gaung.publishing;

import id.gaung.catalogue.ProductSummary;
import id.gaung.collaboration.DeliverableView;
import id.gaung.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * A post with all that hangs on it.
 *
 * @param target the rendition whose form was refused
 */
public record PostPage(
    PostRow post,
    String campaignName,
    Optional<DeliverableView> deliverable,
    List<ProductSummary> products,
    String composedBy,
    List<RenditionCard> renditions,
    Form form,
    Optional<java.util.UUID> target) {

  /** Addresses of posts with its text at its time, if its form was refused for them. */
  public List<String> twinsOf(RenditionCard card) {
    return Twins.addresses(formOf(card).refusal());
  }

  public Form formOf(RenditionCard card) {
    return target.filter(card.row().id()::equals).isPresent() ? form : Form.empty();
  }
}
