package id.gaung.collaboration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a creator declines; kept. */
public record Refusal(
    @NotBlank(message = "collaboration.decline.reason-required") @Size(max = 1000) String reason) {}
