package id.gaung.publishing;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A found post with its account.
 *
 * @param campaign its name; empty while it is linked to none
 * @param deliverableId the content it was made of, where it is on its creator's own account
 */
public record FoundPost(
    UUID id,
    UUID channelId,
    Network network,
    String account,
    String text,
    Instant publishedAt,
    Instant foundAt,
    Optional<String> remoteUrl,
    Optional<UUID> campaignId,
    Optional<String> campaign,
    Optional<UUID> deliverableId,
    Optional<Instant> removedAt,
    int version) {

  /** How it begins; empty if it has no text. */
  public String beginning() {
    String line = text.replaceAll("\\s+", " ").strip();
    int most = 120;
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most)).stripTrailing() + "…";
  }
}
