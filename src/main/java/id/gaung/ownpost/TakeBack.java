package id.gaung.ownpost;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Take the address of a post back: it was another one's. */
public record TakeBack(@NotBlank @Size(max = 500) String reason) {}
