package id.gaung.campaign;

import id.gaung.catalogue.ProductSummary;
import id.gaung.kernel.Page;
import id.gaung.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Choosing the products of a campaign.
 *
 * @param linked those it has
 * @param found what the search found
 */
public record ProductsPage(
    Campaign campaign,
    Form form,
    List<ProductSummary> linked,
    Page<ProductSummary> found,
    String search) {

  /** What was found and is not linked yet, as choices. */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    for (ProductSummary product : found.rows()) {
      if (linked.stream().noneMatch(l -> l.id().equals(product.id()))) {
        options.put(
            product.id().toString(),
            product.name() + " · " + product.umkmName() + " · " + product.kecamatanName());
      }
    }
    return options;
  }

  /** The address of a page of what was found, up to its number. */
  public String href() {
    return "/campaigns/"
        + campaign.id()
        + "/products?q="
        + URLEncoder.encode(search, StandardCharsets.UTF_8)
        + "&";
  }
}
