package id.gaung.report;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A report as files. */
final class ReportFiles {

  private ReportFiles() {}

  /** Named by week, version and state, so that a file on a desk says what it is. */
  static Response csv(StoredReport report) {
    String name =
        "gaung-%s-v%d-%s.csv"
            .formatted(
                report.week(), report.version(), report.state().name().toLowerCase(Locale.ROOT));
    return Response.ok(ReportCsv.of(report).getBytes(StandardCharsets.UTF_8))
        .type("text/csv; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
        .build();
  }

  /** The document byte for byte as it was stored and hashed. */
  static Response json(StoredReport report) {
    return Response.ok(report.document().getBytes(StandardCharsets.UTF_8))
        .type("application/json")
        .tag(report.sha256())
        .header("X-Report-Version", report.version())
        .header("X-Report-Sha256", report.sha256())
        .build();
  }
}
