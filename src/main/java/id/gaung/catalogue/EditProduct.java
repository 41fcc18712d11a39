package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;

/**
 * A product as it should be.
 *
 * @param photoId none takes the photo away
 * @param version of the row that was read
 */
public record EditProduct(
    @NotBlank @Size(max = 150) String name,
    @NotBlank @Size(max = 60) String category,
    @Size(max = 2000) String description,
    Rupiah price,
    Optional<UUID> photoId,
    int version) {

  static EditProduct of(Product product) {
    return new EditProduct(
        product.name(),
        product.category(),
        product.description(),
        product.price(),
        product.photoId(),
        product.version());
  }
}
