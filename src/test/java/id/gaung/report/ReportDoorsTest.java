package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.identity.Office;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.platform.Metric;
import id.gaung.report.WeeklyReports.ReviseReport;
import id.gaung.web.Browser;
import id.gaung.web.Language;
import id.gaung.web.Viewer;
import id.gaung.web.WebServer;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The reports' pages, files and API over HTTP. */
@Tag("database")
class ReportDoorsTest {

  private static final Week W48 = Week.parse("2026-W48").orElseThrow();
  private static final AtomicReference<Role> ROLE = new AtomicReference<>(Role.STAFF);
  private static final ReportWorld WORLD = new ReportWorld();

  private static final Office OFFICE =
      new Office(
          "Dinas UMKM",
          "",
          "",
          Optional.empty(),
          14,
          12,
          "Iklan – kerja sama dengan Dinas UMKM",
          "Jalan Contoh 1\nTelepon 0542 000000",
          Optional.empty(),
          1);

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of("platform", "engagement", "report"),
          false,
          jersey -> {
            jersey.register(new SignedIn());
            new ReportFeature(WORLD.foundation).register(jersey, () -> OFFICE);
          });

  private static UUID post;
  private final Browser browser = SERVER.browser();

  @BeforeAll
  static void aWeekWithEverything() {
    UUID campaign = WORLD.campaign("Pasar Inpres", 5_000_000);
    UUID bluesky = WORLD.channel(Nets.BLUESKY);
    UUID instagram = WORLD.channel(Nets.INSTAGRAM);
    UUID kopi = WORLD.product("Kopi <Susu>", "64.71.02");
    UUID amplang = WORLD.product("Amplang", "64.71.01");
    post = WORLD.post(campaign, kopi, amplang);
    UUID a = WORLD.published(post, bluesky, "2026-11-24T10:00:00");
    UUID b = WORLD.published(post, instagram, "2026-11-24T10:00:00");
    UUID old = WORLD.published(WORLD.post(campaign), bluesky, "2026-11-17T10:00:00");
    UUID gone = WORLD.published(WORLD.post(campaign, kopi), bluesky, "2026-11-25T10:00:00");
    for (String state :
        List.of("MISSED", "FAILED", "UNCERTAIN", "RETRYING", "IN_REVIEW", "SCHEDULED")) {
      WORLD.rendition(WORLD.post(campaign), bluesky, "2026-11-26T10:00:00", state);
    }
    WORLD.run(
        "update rendition set failure_kind = 'TEXT_REJECTED' where state = 'FAILED'",
        java.util.Map.of());
    WORLD.run(
        "update rendition set held_reason = 'CHANNEL' where state in ('MISSED', 'SCHEDULED')",
        java.util.Map.of());
    WORLD.offer(campaign, 900_000, 2, List.of(post));
    WORLD.followers(bluesky, "2026-11-22T20:00:00", 95);
    WORLD.followers(bluesky, "2026-11-24T09:00:00", 100);
    WORLD.followers(bluesky, "2026-11-29T20:00:00", 118);
    WORLD.likes(a, "2026-11-29T23:30:00", 12);
    WORLD.gap(a, Metric.VIEWS, "2026-11-29T23:30:00", "NOT_OFFERED");
    WORLD.likes(b, "2026-11-29T23:30:00", 40);
    WORLD.read(b, Metric.SAVES, "2026-11-29T23:30:00", 4);
    WORLD.read(b, Metric.VIEWS, "2026-11-29T23:30:00", 900);
    WORLD.likes(old, "2026-11-22T23:30:00", 50);
    WORLD.likes(old, "2026-11-29T23:30:00", 45);
    WORLD.likes(gone, "2026-11-25T20:00:00", 3);
    WORLD.gone(gone, "2026-11-27T10:00:00");
    WORLD.run(
        """
        insert into count_change (id, network, metric, changed_on, text_id, text_en, source)
        values (gen_random_uuid(), 'INSTAGRAM', 'REACH', date '2026-11-25', 'dihitung <lain>',
          'counted otherwise', 's')
        """,
        java.util.Map.of());
    WORLD.at("2026-12-03T09:00:00");
    WORLD.reports.makeDue();
    WORLD.likes(a, "2026-11-29T23:40:00", 15);
    WORLD.reports.revise(ReportWorld.STAFF, W48, new ReviseReport(1, "Angka susulan"));
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void staff() {
    ROLE.set(Role.STAFF);
  }

  @Test
  void the_list_shows_weeks_with_their_versions() {
    String page = page("/reports");
    assertThat(page)
        .contains("Pekan 48 (23–29 Nov 2026)", "/reports/2026-W48?version=1", "Direvisi");
    assertThat(page.indexOf("2026-W48")).isLessThan(page.indexOf("2026-W47"));
  }

  @Test
  void the_page_says_everything_and_every_number_leads_to_its_rows() {
    String page = page("/reports/2026-W48");
    assertThat(page)
        .contains("Laporan pekan 48", "23–29 Nov 2026")
        .contains("30 Nov 2026, 00.00 WITA")
        .contains("4 unggahan di akun, semua berdata lengkap")
        .contains("2 <small>dari 8</small>".replace("2 <", "2</a> <"))
        .contains("Jangkauan kotor, bisa ganda")
        .contains("akunnya tidak terhubung")
        .contains("Balikpapan Tengah")
        .contains("Kopi &lt;Susu&gt;")
        .contains("† dihapus 27 Nov 2026, 10.00 WITA")
        .contains("data masih sedikit")
        .contains("Rp450.000")
        .contains("/reports/2026-W48/rows?version=2&amp;metric=VIEWS&amp;network=INSTAGRAM")
        .contains("/reports/2026-W48/rows?version=2&amp;metric=VIEWS&amp;known=false")
        .contains("/reports/2026-W47/rows?version=1&amp;metric=LIKES")
        .contains("/reports/2026-W47?version=")
        .contains("Yang berubah dari versi sebelumnya");
  }

  @Test
  void a_day_on_which_counting_changed_stands_in_the_notes_on_the_page_and_on_paper() {
    String note =
        "Instagram mengubah cara menghitung jangkauan pada 25 Nov 2026: dihitung &lt;lain&gt;.";
    assertThat(page("/reports/2026-W48?version=2")).containsOnlyOnce(note);
    assertThat(page("/reports/2026-W48/paper?version=2")).containsOnlyOnce(note);
    assertThat(page("/reports/2026-W48/earlier?version=2&metric=REACH")).contains(note);
    assertThat(page("/reports/2026-W48/earlier?version=2&metric=VIEWS")).doesNotContain(note);
    assertThat(page("/reports/2026-W47")).doesNotContain(note);
    assertThat(browser.get("/api/v1/reports/2026-W48?version=2").body())
        .contains("\"countedAnew\":[{\"changedOn\":\"2026-11-25\",\"metric\":\"REACH\"");
  }

  @Test
  void followers_lead_to_the_readings_behind_them() {
    StoredReport stored = WORLD.reports.get(W48, Optional.of(2));
    FollowerLine line =
        stored.read().followers().stream()
            .filter(l -> l.network() == Nets.BLUESKY)
            .findFirst()
            .orElseThrow();
    assertThat(line.difference()).contains(23L);
    String readings = "/reports/2026-W48/followers?version=2";
    assertThat(page("/reports/2026-W48?version=2"))
        .contains("<a href=\"" + readings + "#c" + line.channelId() + "\">");
    assertThat(page(readings)).contains(">95<", ">100<", ">118<", ">+23<", "API Bluesky");
    assertThat(browser.get("/api/v1/reports/2026-W48?version=2").body())
        .contains("\"followers\":118,\"readAt\":\"2026-11-29T12:00:00Z\"");
  }

  /** What is read later changes no stored version. */
  @Test
  void readings_are_frozen_with_the_report() {
    FollowerLine line = WORLD.reports.get(W48, Optional.of(1)).read().followers().get(0);
    WORLD.followers(line.channelId(), "2026-11-29T21:00:00", 777);
    assertThat(page("/reports/2026-W48/followers?version=1"))
        .contains(">118<")
        .doesNotContain(">777<");
  }

  @Test
  void the_plan_names_what_came_out_and_what_did_not() {
    assertThat(page("/reports/2026-W48?version=2")).contains("/reports/2026-W48/plan?version=2");
    assertThat(page("/reports/2026-W48/plan?version=2"))
        .contains(
            "2 dari 8 unggahan yang direncanakan tayang pekan ini.", "akunnya tidak terhubung")
        .contains("#p" + post(0), "#p" + post(1));
  }

  private static UUID post(int number) {
    return WORLD.reports.get(W48, Optional.of(2)).read().plan().cameOut().get(number).renditionId();
  }

  @Test
  void a_ratio_is_worked_out_from_its_rows() {
    ReportDocument report = WORLD.reports.get(W48, Optional.of(2)).read();
    for (RateLine rate : report.rates()) {
      Ratio ratio = ratio(report, Quotient.of(rate.base()));
      assertThat(ratio.parts()).hasSize(rate.posts());
      assertThat(ratio.pooled()).isEqualTo(rate.pooled());
      assertThat(ratio.mean()).isEqualTo(rate.mean());
      assertThat(ratio.median()).isEqualTo(rate.median());
    }
    assertThat(report.rates()).isNotEmpty();
    Ratio cost = ratio(report, Quotient.COST_PER_INTERACTION);
    assertThat(cost.parts()).hasSize(report.costs().perInteractionPosts());
    assertThat(cost.pooled()).isPresent().isEqualTo(report.costs().perInteraction());
    assertThat(ratio(report, Quotient.COST_PER_MILLE).pooled())
        .isPresent()
        .isEqualTo(report.costs().perMille());
    assertThat(page(RowsQuery.of(Quotient.COST_PER_INTERACTION).path(report)))
        .contains("Biaya per interaksi", "÷");
    assertThat(RowsQuery.of(Quotient.NO_RATE).rows(report)).hasSize(report.withoutRate());
  }

  private static Ratio ratio(ReportDocument report, Quotient quotient) {
    return ReportRowsPage.of(
            W48, report, RowsQuery.of(quotient), new ReportPage.Reader(true, true, true), 1)
        .ratio()
        .orElseThrow();
  }

  @Test
  void a_comparison_leads_to_the_weeks_it_was_made_with() {
    assertThat(page("/reports/2026-W48?version=2"))
        .contains("/reports/2026-W48/earlier?version=2&amp;metric=INTERACTIONS");
    assertThat(page("/reports/2026-W48/earlier?version=2&metric=INTERACTIONS"))
        .contains("/reports/2026-W47?version=", "Pekan 47");
  }

  @Test
  void posts_with_and_without_a_number_are_told_apart() {
    assertThat(page("/reports/2026-W48/rows?version=2&metric=VIEWS&known=true"))
        .contains("dari 1 unggahan di akun");
    assertThat(page("/reports/2026-W48/rows?version=2&metric=VIEWS&known=false"))
        .contains("dari 3 unggahan di akun");
  }

  /** In JSON as everywhere: what is not known has no number, not even a zero. */
  @Test
  void what_is_not_known_has_no_number_in_the_document() {
    StoredReport stored = WORLD.reports.get(W48, Optional.empty());
    assertThat(stored.document()).contains("\"complete\":false");
    assertThat(stored.document()).doesNotContain("\"complete\":false,\"correction\":0");
    ReportedPost row =
        stored.read().rows().stream()
            .filter(r -> r.cell(Measure.VIEWS).why().equals(Optional.of(Why.NOT_OFFERED)))
            .findFirst()
            .orElseThrow();
    assertThat(row.cell(Measure.VIEWS).growth()).isEmpty();
  }

  @Test
  void rows_lead_on_to_the_post_the_campaign_the_brief_the_product_and_the_network() {
    String page = page("/reports/2026-W48/rows?version=2&metric=INTERACTIONS&kecamatan=64.71.02");
    assertThat(page)
        .contains("/posts/" + post)
        .contains("/brief")
        .contains("/products/")
        .contains("/umkm/")
        .contains("https://example.org/")
        .contains("Balikpapan Barat");
    assertThat(page("/reports/2026-W48/rows?version=2&metric=nonsense&product=x&network=y"))
        .contains("Interaksi");
    assertThat(page("/reports/2026-W48/rows?version=2&metric=VIEWS&kecamatan=64.71.05"))
        .contains("Tidak ada unggahan di balik angka ini");
  }

  @Test
  void an_observer_reads_rows_without_doors_that_are_closed_to_it_or_phone_numbers() {
    ROLE.set(Role.OBSERVER);
    String page = page("/reports/2026-W48/rows?version=2&metric=INTERACTIONS");
    assertThat(page).contains("Dewi").doesNotContain("/posts/" + post, "/umkm/", "62811555");
    assertThat(page("/reports/2026-W48")).doesNotContain("/revise", "62811555");
    assertThat(browser.get("/reports/2026-W48/revise").statusCode()).isEqualTo(403);
    ROLE.set(Role.CREATOR);
    assertThat(browser.get("/reports").statusCode()).isEqualTo(403);
  }

  @Test
  void the_hash_is_computed_anew_when_somebody_asks() {
    assertThat(page("/reports/2026-W48/verify?version=1")).contains("Utuh:");
  }

  @Test
  void the_api_gives_the_document_as_stored() {
    StoredReport stored = WORLD.reports.get(W48, Optional.of(1));
    HttpResponse<String> answer = browser.get("/api/v1/reports/2026-W48?version=1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).isEqualTo(stored.document());
    assertThat(Canonical.sha256(answer.body())).isEqualTo(stored.sha256());
    assertThat(browser.get("/api/v1/reports").body())
        .contains("\"week\":\"2026-W48\"", "\"version\":2", "\"state\":\"REVISED\"");
    assertThat(browser.get("/api/v1/reports/2026-W54").statusCode()).isEqualTo(404);
    assertThat(browser.get("/api/v1/reports/2026-W40").statusCode()).isEqualTo(404);
  }

  @Test
  void the_csv_is_a_file_named_by_week_version_and_state() {
    for (String path :
        List.of("/reports/2026-W48/csv?version=2", "/api/v1/reports/2026-W48/csv?version=2")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.headers().firstValue("Content-Disposition"))
          .contains("attachment; filename=\"gaung-2026-W48-v2-revised.csv\"");
      assertThat(answer.body()).startsWith("\uFEFFminggu;").contains("2026-W48;2;revised;");
    }
  }

  @Test
  void the_paper_has_the_offices_letterhead_and_the_sentence_as_its_title() {
    String paper = page("/reports/2026-W48/paper?version=2");
    assertThat(paper)
        .contains(
            "Dinas UMKM",
            "Jalan Contoh 1\nTelepon 0542 000000",
            "<h1>Interaksi ",
            "Direvisi, versi 2",
            "2 dari 8 tayang",
            "Indeks Jain")
        .contains(WORLD.reports.get(W48, Optional.of(2)).sha256())
        .doesNotContain(" style=");
  }

  /** What a reader sees twice is the same twice, however late it is looked at. */
  @Test
  void a_post_on_two_networks_is_one_row_with_a_mark_for_each() {
    String plan = page("/reports/2026-W48/plan?version=2");
    assertThat(plan).contains("di 2 dari 2 akun", "di 1 dari 1 akun", "tidak tayang");
    assertThat(plan.split("<a class=\"title-link\" href=\"/posts/" + post, -1)).hasSize(2);
    String rows = page("/reports/2026-W48/rows?version=2&metric=INTERACTIONS&published=true");
    assertThat(rows.split("<a class=\"title-link\" href=\"/posts/" + post, -1)).hasSize(2);
  }

  @Test
  void nobody_waits_for_a_report_that_is_made() {
    assertThat(page("/reports/making?week=2026-W48"))
        .contains("selesai dibuat", "/reports/2026-W48")
        .doesNotContain("hx-get");
  }

  @Test
  void a_link_is_drawn_only_for_those_who_may_follow_it() {
    ROLE.set(Role.ADMIN);
    for (String path :
        List.of("/reports/2026-W48", "/reports/2026-W48/plan", "/reports/2026-W48/rows")) {
      assertThat(page(path)).doesNotContain("href=\"/campaigns", "href=\"/posts");
    }
    ROLE.set(Role.APPROVER);
    assertThat(page("/reports/2026-W48")).contains("href=\"/campaigns").doesNotContain("/revise");
  }

  @Test
  void a_revision_without_anything_new_is_refused_and_nothing_typed_is_lost() {
    page("/reports/2026-W48/revise");
    HttpResponse<String> answer =
        browser.post("/reports/2026-W48/revise", "version", "2", "reason", "Coba lagi saja");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("tidak ada yang perlu direvisi", "Coba lagi saja");
    assertThat(browser.post("/reports/2026-W48/revise", "version", "2", "reason", "").statusCode())
        .isEqualTo(422);
  }

  @Test
  void the_command_line_prints_the_newest_week() {
    PrintedReports printed = new ReportFeature(WORLD.foundation).printed();
    id.gaung.web.Translator t =
        id.gaung.web.Texts.load(List.of("web", "platform", "engagement", "report")).in(Language.ID);
    String text = printed.text(Optional.empty(), t, new id.gaung.web.Formats(Language.ID));
    assertThat(text)
        .startsWith("Pekan 48")
        .contains("Versi 2 (Direvisi)", "SHA-256 ")
        .doesNotContain("!");
    assertThat(printed.csv(Optional.of(W48))).startsWith("\uFEFFminggu;");
  }

  /** The page, which must have a text for each of its keys. */
  private String page(String path) {
    HttpResponse<String> answer = browser.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContainPattern("![a-z][a-zA-Z.-]+!");
    return answer.body();
  }

  private record Somebody(UUID id, String getName, Set<Role> roles, Language language)
      implements Viewer {}

  @Priority(Priorities.AUTHENTICATION)
  private static final class SignedIn implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      Viewer viewer = new Somebody(new UUID(0, 7), "Sari", Set.of(ROLE.get()), Language.ID);
      request.setSecurityContext(
          new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
              return viewer;
            }

            @Override
            public boolean isUserInRole(String name) {
              return viewer.is(Role.valueOf(name));
            }

            @Override
            public boolean isSecure() {
              return false;
            }

            @Override
            public String getAuthenticationScheme() {
              return "TEST";
            }
          });
    }
  }
}
