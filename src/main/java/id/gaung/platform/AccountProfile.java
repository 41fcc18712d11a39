package id.gaung.platform;

import java.util.Optional;

/**
 * An account as its network shows it now.
 *
 * @param handle as people write it, without a leading {@code @}; empty if the network did not tell
 */
public record AccountProfile(Figure followers, Optional<String> handle) {}
