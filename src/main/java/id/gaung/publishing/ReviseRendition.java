package id.gaung.publishing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Write a text again that was sent back. */
public record ReviseRendition(@NotBlank @Size(max = 5000) String text, int version) {}
