package id.gaung.ownpost;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The address of a post of a content, on its creator's own account.
 *
 * @param address as it was copied
 * @param publishedAt when the post came out, WITA; empty for just now
 */
public record GiveAddress(
    @NotBlank @Size(max = 500) String address, Optional<LocalDateTime> publishedAt) {}
