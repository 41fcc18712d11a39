package id.gaung.catalogue;

import id.gaung.kernel.Problem;
import id.gaung.web.Form;
import java.util.Optional;

/**
 * A product to be entered or changed.
 *
 * @param product the one that is changed, as it is now
 */
public record ProductFormPage(Form form, Umkm umkm, Optional<Product> product) {

  public String action() {
    return product.map(p -> "/products/" + p.id()).orElse("/products");
  }

  public String back() {
    return product.map(p -> "/products/" + p.id()).orElse("/umkm/" + umkm.id());
  }

  /** Somebody was faster: what they saved is shown beside what was typed. */
  public boolean isStale() {
    return form.refusal().filter(Problem::isStale).isPresent();
  }
}
