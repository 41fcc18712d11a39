package id.gaung.campaign;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A version of a campaign's brief.
 *
 * @param number 1, 2, 3…
 * @param sections texts by {@link BriefSection#key()}
 * @param textFormat the form of the text
 * @param text the very text that is agreed to, kept as it was hashed
 * @param sha256 over the text, in hexadecimal
 * @param bound approved: never rewritten
 * @param createdBy who wrote it last
 */
public record BriefVersion(
    UUID id,
    UUID campaignId,
    int number,
    Map<String, String> sections,
    int textFormat,
    String text,
    String sha256,
    boolean bound,
    UUID createdBy,
    Instant createdAt) {

  /** Whether the text that was kept still has the hash that was agreed to. */
  public boolean holds() {
    return BriefText.sha256(text).equals(sha256);
  }
}
