package id.gaung.report;

import id.gaung.kernel.Tone;
import java.time.Instant;
import java.util.List;
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

  /** What a version of a week's report is. */
  public enum ReportState {
    /** Made on Monday 08:00 WITA; late data may still change it. */
    PROVISIONAL,
    /** Made on Thursday 08:00 WITA. */
    FINAL,
    /** Made later by a person, with the list of what differs. */
    REVISED;

    /** How it is to be taken. */
    public Tone tone() {
      return switch (this) {
        case PROVISIONAL -> Tone.WAIT;
        case FINAL, REVISED -> Tone.GOOD;
      };
    }
  }

  /** A version of a report without its document, for lists. */
  public record ReportLine(
      String week, int version, ReportState state, Instant cutAt, Instant madeAt, String sha256) {}

  /**
   * A week that has reports.
   *
   * @param versions newest first
   */
  public record WeekLine(String week, List<ReportLine> versions) {

    public WeekLine {
      versions = List.copyOf(versions);
    }
  }
}
