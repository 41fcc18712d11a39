package id.gaung.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * An OAuth authorization code.
 *
 * @param challenge the PKCE S256 challenge; empty if none was given
 */
public record PracticeCode(
    String code,
    long appId,
    long accountId,
    String redirectUri,
    String scopes,
    String challenge,
    Instant expiresAt,
    Optional<Instant> usedAt) {}
