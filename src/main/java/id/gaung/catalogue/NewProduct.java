package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;

/** A product to be entered. */
public record NewProduct(
    UUID umkmId,
    @NotBlank @Size(max = 150) String name,
    @NotBlank @Size(max = 60) String category,
    @Size(max = 2000) String description,
    Rupiah price,
    Optional<UUID> photoId) {}
