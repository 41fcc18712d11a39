package id.gaung.home;

import id.gaung.home.AuditPages.AuditLine;
import id.gaung.kernel.Role;
import id.gaung.kernel.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a row of the log is about: how it is marked, filtered, and where its subject is read. */
public enum AuditKind {
  CAMPAIGN("campaign"),
  INVITATION("send"),
  CONTENT("pencil"),
  PUBLISHING("calendar"),
  ACCOUNTS("link"),
  PEOPLE("user"),
  CATALOGUE("store"),
  REPORT("report"),
  OFFICE("settings"),
  OTHER("file");

  private static final List<String> GOOD = List.of(".approved", ".accepted", ".live");
  private static final List<String> BAD =
      List.of(".missed", ".removed", ".failed", ".stopped", ".needs-reconnecting", ".cancelled");

  private final String icon;

  AuditKind(String icon) {
    this.icon = icon;
  }

  public String icon() {
    return icon;
  }

  /** The subjects' codes in the log. */
  List<String> subjects() {
    return switch (this) {
      case CAMPAIGN -> List.of("campaign");
      case INVITATION -> List.of("offer");
      case CONTENT -> List.of("deliverable", "photo");
      case PUBLISHING -> List.of("post", "rendition", "publishing");
      case ACCOUNTS -> List.of("channel");
      case PEOPLE -> List.of("person", "api-token");
      case CATALOGUE -> List.of("umkm", "product", "import", "creator");
      case REPORT -> List.of("weekly_report");
      case OFFICE -> List.of("office");
      case OTHER -> List.of();
    };
  }

  public static AuditKind of(AuditLine line) {
    return Arrays.stream(values())
        .filter(kind -> kind.subjects().contains(line.subjectType()))
        .findFirst()
        .orElse(OTHER);
  }

  /** By its name in an address; empty if there is none. */
  static Optional<AuditKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** How the row is to be taken. */
  public static Tone tone(AuditLine line) {
    if (GOOD.stream().anyMatch(line.action()::endsWith)) {
      return Tone.GOOD;
    }
    return BAD.stream().anyMatch(line.action()::endsWith) ? Tone.BAD : Tone.PLAIN;
  }

  /** Where the subject is read, if the reader may open that page. */
  public static Optional<String> address(AuditLine line, Set<Role> roles) {
    boolean staff = roles.contains(Role.STAFF);
    boolean office = staff || roles.contains(Role.APPROVER);
    return switch (line.subjectType()) {
      case "person" -> line.subjectId().map(id -> "/people/" + id);
      case "umkm" -> line.subjectId().filter(id -> staff).map(id -> "/umkm/" + id);
      case "product" -> line.subjectId().filter(id -> staff).map(id -> "/products/" + id);
      case "channel" -> Optional.of("/channels");
      case "office" -> Optional.of("/settings");
      case "publishing" -> Optional.of("/publishing");
      case "import" -> line.subjectId().filter(id -> staff).map(id -> "/imports/" + id);
      case "post" -> line.subjectId().filter(id -> office).map(id -> "/posts/" + id);
      case "weekly_report" -> week(line).map(week -> "/reports/" + week);
      case "campaign" -> line.subjectId().filter(id -> office).map(id -> "/campaigns/" + id);
      case "offer" -> line.subjectId().filter(id -> staff).map(id -> "/offers/" + id);
      case "deliverable" -> line.subjectId().filter(id -> staff).map(id -> "/deliverables/" + id);
      case "creator" -> line.subjectId().filter(id -> staff).map(id -> "/creators/" + id);
      case "rendition" -> line.subjectId().filter(id -> office).map(id -> "/renditions/" + id);
      default -> Optional.empty();
    };
  }

  private static Optional<String> week(AuditLine line) {
    return Optional.ofNullable(line.details().get("week")).filter(w -> w.matches("\\d{4}-W\\d{2}"));
  }
}
