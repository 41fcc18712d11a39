package id.gaung.channel;

import id.gaung.kernel.Network;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Record that a network allowed the office to be served by its API.
 *
 * @param confirmedBy who said so, such as a name and an office
 * @param reference where it is written, such as the number of a letter; may be empty
 */
public record RecordPermit(
    Network network,
    @NotBlank @Size(max = 200) String confirmedBy,
    LocalDate confirmedOn,
    @Size(max = 500) String reference) {}
