package id.gaung;

import com.microsoft.playwright.Page;
import id.gaung.demo.DemoPerson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The pages that have a drawing, by the drawing's name, in the office of practice mode. */
final class LookPages {

  /**
   * @param name of the drawing
   * @param person who reads it; empty for nobody
   * @param phone whether it is made for a phone first, by whoever has the link
   * @param list whether it lists what an office has many of
   */
  record Look(String name, Optional<DemoPerson> person, String path, boolean phone, boolean list) {}

  private final RunningGaung gaung;
  private final PhoneOffice office;

  LookPages(RunningGaung gaung) {
    this.gaung = gaung;
    this.office = new PhoneOffice(gaung);
  }

  List<Look> all() {
    UUID campaign = id("select id from campaign where state = 'ACTIVE' order by id limit 1");
    UUID planned =
        id("select id from campaign where state = 'DRAFT' order by created_at desc limit 1");
    UUID ended = id("select id from campaign where ends_on < now() order by ends_on desc limit 1");
    UUID approved =
        id(
            """
            select d.id from deliverable d where d.state = 'APPROVED' and not exists
              (select 1 from post p where p.deliverable_id = d.id)
            order by d.due_on, d.id limit 1
            """);
    UUID review = office.drafted("Sari Contoh");
    String week = gaung.gaung().report().reports().newestPath().orElseThrow();
    return List.of(
        staff("home", "/"),
        of("home-head", DemoPerson.APPROVER, "/"),
        staff("campaigns", "/campaigns", true),
        staff("campaign", "/campaigns/" + campaign),
        staff("campaign-creators", "/campaigns/" + campaign + "/creators"),
        staff("campaign-posts", "/campaigns/" + campaign + "/posts"),
        staff("campaign-new", "/campaigns/new?from=" + ended),
        staff("brief", "/campaigns/" + planned + "/brief/edit"),
        staff("invite", "/campaigns/" + campaign + "/offers/new"),
        staff("reviews", "/reviews", true),
        staff("review", "/deliverables/" + review),
        staff("calendar", "/calendar"),
        staff("posts", "/posts", true),
        staff("composer", "/posts/new?deliverable=" + approved),
        staff("composer-choose", "/posts/new"),
        staff("post", "/posts/" + post("PUBLISHED")),
        staff("post-missed", "/posts/" + post("MISSED")),
        staff("creators", "/creators", true),
        staff("products", "/products", true),
        staff("umkm", "/umkm", true),
        staff("import", "/imports/new"),
        staff("channels", "/channels", true),
        staff("search", "/search?q=amplang"),
        staff("brake", "/publishing"),
        of("settings", DemoPerson.ADMIN, "/settings"),
        new Look("people", Optional.of(DemoPerson.ADMIN), "/people", false, true),
        new Look("audit", Optional.of(DemoPerson.ADMIN), "/audit", false, true),
        of("health", DemoPerson.ADMIN, "/settings/health"),
        of("report", DemoPerson.OBSERVER, week),
        of("report-paper", DemoPerson.OBSERVER, week + "/paper"),
        staff(
            "engagement",
            "/engagement/posts/"
                + id("select id from rendition where state = 'PUBLISHED' order by id limit 1")),
        new Look("signin", Optional.empty(), "/sign-in", true, false),
        new Look(
            "offer",
            Optional.empty(),
            path(office.link(office.invited("Dinda Contoh"))),
            true,
            false),
        new Look(
            "work", Optional.empty(), path(office.accepted("Naya Contoh").address()), true, false));
  }

  /** The pages of an office in which nothing has been done yet. */
  static List<Look> ofNewOffice() {
    return List.of(staff("welcome", "/"));
  }

  /** Signs in as the person, as practice mode lets one. */
  void enter(Page page, DemoPerson person) {
    page.navigate(gaung.address() + "/practice");
    page.locator("form:has(input[value=" + person + "]) button").click();
  }

  private String path(String address) {
    return address.substring(gaung.address().toString().length());
  }

  /** The newest of a creator's that has been out, or was to be, for a day. */
  private UUID post(String state) {
    return id(
        "select r.post_id from rendition r join post p on p.id = r.post_id where r.state = '"
            + state
            + "' and p.deliverable_id is not null and r.due_at < now() - interval '1 day'"
            + " order by r.due_at desc limit 1");
  }

  /** The nil id where there is none. */
  private UUID id(String sql) {
    return gaung
        .gaung()
        .foundation()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery(sql).mapTo(UUID.class).findOne().orElse(new UUID(0, 0)));
  }

  private static Look staff(String name, String path) {
    return of(name, DemoPerson.STAFF, path);
  }

  private static Look staff(String name, String path, boolean list) {
    return new Look(name, Optional.of(DemoPerson.STAFF), path, false, list);
  }

  private static Look of(String name, DemoPerson person, String path) {
    return new Look(name, Optional.of(person), path, false, false);
  }
}
