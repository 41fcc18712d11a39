package id.gaung.channel;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.time.LocalDate;

/** That a network allowed the office what its terms do not give everybody, as it was recorded. */
public record RecordedPermit(
    Network network,
    String confirmedBy,
    LocalDate confirmedOn,
    String reference,
    Instant recordedAt) {}
