package id.gaung.publishing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Do something to a rendition, and say why. */
public record WithdrawRendition(@NotBlank @Size(max = 300) String reason, int version) {}
