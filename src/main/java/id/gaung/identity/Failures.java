package id.gaung.identity;

import java.time.Instant;
import java.util.Optional;

/** Failed sign-ins of one key within the window. */
public record Failures(long count, Optional<Instant> oldest) {}
