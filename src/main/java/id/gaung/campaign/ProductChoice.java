package id.gaung.campaign;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Products to add to a campaign, and one to take away. */
public record ProductChoice(@Size(max = 200) List<@NotNull UUID> add, Optional<UUID> remove) {}
