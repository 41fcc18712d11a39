package id.gaung.collaboration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** What staff ask the creator to change. */
public record ChangeRequest(
    @NotBlank(message = "collaboration.review.comment-required") @Size(max = 2000) String comment,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {}
