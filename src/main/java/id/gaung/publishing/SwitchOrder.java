package id.gaung.publishing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Stop all publishing, or let it go on. */
public record SwitchOrder(@NotBlank @Size(max = 300) String reason) {}
