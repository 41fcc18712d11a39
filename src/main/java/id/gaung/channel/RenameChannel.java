package id.gaung.channel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Another name for a channel. */
public record RenameChannel(@NotBlank @Size(max = 80) String label, int version) {}
