package id.gaung.report;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a week's report as it lies in the archive, never to change.
 *
 * @param document canonical JSON
 * @param sha256 of the document, as it was stored
 */
public record StoredReport(
    UUID id,
    String week,
    int version,
    ReportState state,
    Instant cutAt,
    Instant madeAt,
    String document,
    String sha256) {

  static StoredReport of(UUID id, ReportDocument document) {
    String text = Canonical.write(document);
    return new StoredReport(
        id,
        document.week(),
        document.version(),
        document.state(),
        document.cutAt(),
        document.madeAt(),
        text,
        Canonical.sha256(text));
  }

  public ReportDocument read() {
    return Canonical.read(document);
  }

  /** The document's hash, computed anew. */
  public String actualSha256() {
    return Canonical.sha256(document);
  }
}
