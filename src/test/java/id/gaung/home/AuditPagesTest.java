package id.gaung.home;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.campaign.CampaignState;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.home.AuditPages.AuditLine;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.kernel.TestClock;
import id.gaung.web.Form;
import id.gaung.web.Rendering;
import id.gaung.web.TestViewer;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class AuditPagesTest {

  private static final Rendering RENDERING = new Rendering("web", "home", "identity", "campaign");
  private static final Actor RINA = Actor.person(new UUID(0, 1), "Rina", Set.of(Role.STAFF));
  private static final Viewer ADMIN =
      new TestViewer(Actor.person(new UUID(0, 2), "Admin", Set.of(Role.ADMIN)));

  private final TestDatabase database = TestDatabase.create();
  private final Jdbi jdbi = JdbiSetup.on(database.dataSource());
  private final Transactions transactions = new Transactions(jdbi);
  private final TestClock clock = TestClock.at("2026-11-24T01:30:00Z");
  private final Audit audit = new Audit(jdbi, transactions, clock);
  private final Map<UUID, String> people = Map.of(new UUID(0, 1), "Rina", new UUID(0, 2), "Admin");
  private final AuditPages pages =
      new AuditPages(audit, jdbi.onDemand(AuditSubjectDao.class), () -> people, clock);

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void each_row_says_in_words_who_did_what_when_and_with_which_details() {
    UUID campaign = new UUID(7, 7);
    record(
        Change.of(RINA, "campaign.rejected", "campaign", campaign)
            .moving(CampaignState.SUBMITTED, CampaignState.DRAFT)
            .with("reason", "Anggaran <terlalu> besar"));
    assertThat(RENDERING.of(pages.list(ADMIN, 1)))
        .contains(
            "mengembalikan kampanye",
            "“Anggaran",
            "Rina",
            "24 Nov 2026, 09.30 WITA",
            campaign.toString())
        .containsPattern("muted\">campaign\\.rejected<")
        .contains("Menunggu persetujuan", "Rencana", "Alasan", "Anggaran &lt;terlalu&gt; besar");
  }

  /** A creator's own post is a rendition and its post under one id. */
  @Test
  void what_has_one_id_twice_has_one_name() {
    UUID id = new UUID(9, 9);
    jdbi.useHandle(
        h -> {
          h.execute(
              "insert into channel (id, network, server, remote_id, handle, traits, label, state,"
                  + " connected_at) values (?, 'TIKTOK', 'https://t.test', '1', 'rara', '{}',"
                  + " 'Rara', 'CONNECTED', now())",
              new UUID(9, 8));
          h.execute(
              "insert into found_post (id, channel_id, remote_id, text, published_at, found_at,"
                  + " opening, settled) values (?, ?, '77', 'Kopi enak', now(), now(), false, true)",
              id,
              new UUID(9, 8));
        });
    record(Change.of(RINA, "rendition.addressed", "rendition", id));
    assertThat(RENDERING.of(pages.list(ADMIN, 1))).contains("Kopi enak");
  }

  @Test
  void rows_are_found_by_kind_by_person_and_by_days_of_balikpapan() {
    record(Change.of(RINA, "campaign.rejected", "campaign", new UUID(7, 7)));
    record(Change.of(ADMIN.actor(), "office.changed", "office", new UUID(8, 8)));
    assertThat(shown("CAMPAIGN", "", "", "")).contains("mengembalikan").doesNotContain("<b>Admin");
    assertThat(shown("", new UUID(0, 2).toString(), "", ""))
        .contains("<b>Admin")
        .doesNotContain("mengembalikan");
    // Written at 09.30 WITA on the 24th.
    assertThat(shown("", "", "24/11/2026", "24/11/2026")).contains("mengembalikan", "<b>Admin");
    assertThat(shown("", "", "25/11/2026", "")).doesNotContain("mengembalikan");
    assertThat(shown("", "", "", "2026-11-23")).doesNotContain("mengembalikan");
    assertThat(shown("CAMPAIGN", new UUID(0, 2).toString(), "", ""))
        .doesNotContain("mengembalikan", "<b>Admin");
  }

  @Test
  void a_day_that_cannot_be_read_is_named_at_its_field_and_the_other_filters_stay() {
    record(Change.of(RINA, "campaign.rejected", "campaign", new UUID(7, 7)));
    record(Change.of(ADMIN.actor(), "office.changed", "office", new UUID(8, 8)));
    assertThat(shown("CAMPAIGN", "", "31/02/2026", "besok"))
        .contains(
            "value=\"31/02/2026\"",
            "id=\"e-from\">Tanggal ini tidak ada di kalender",
            "id=\"e-until\">Tanggal tidak dapat dibaca")
        .containsPattern("aria-invalid=\"true\"")
        .contains("mengembalikan")
        .doesNotContain("<b>Admin");
    // As people type them in other fields.
    assertThat(shown("", "", "24 Nov 2026", "24-11-26"))
        .contains("mengembalikan")
        .doesNotContain("aria-invalid");
  }

  private String shown(String kind, String by, String from, String until) {
    return RENDERING.of(pages.list(ADMIN, 1, kind, by, from, until));
  }

  @Test
  void roles_are_named_and_a_code_of_an_unknown_kind_is_shown_as_it_is() {
    record(Change.of(RINA, "person.changed", "person", new UUID(8, 8)).with("to", "ADMIN STAFF"));
    record(Change.of(RINA, "thing.broken", "thing", new UUID(9, 9)).with("odd", "VALUE"));
    assertThat(RENDERING.of(pages.list(ADMIN, 1)))
        .contains("Staf promosi", "/people/" + new UUID(8, 8))
        .contains("thing.broken", "odd", "VALUE");
  }

  @Test
  void reasons_and_ways_are_in_words_too() {
    record(Change.of(RINA, "person.signed-in", "person", new UUID(8, 8)).with("by", "LINK"));
    record(
        Change.of(RINA, "channel.needs-reconnecting", "channel", new UUID(8, 9))
            .with("why", "TOKEN_EXPIRED"));
    assertThat(RENDERING.of(pages.list(ADMIN, 1)))
        .contains("tautan masuk", "izin akun kedaluwarsa")
        .doesNotContain(">LINK<", "TOKEN_EXPIRED");
  }

  @Test
  void a_code_without_words_stands_once() {
    record(Change.of(RINA, "thing.broken", "thing", new UUID(9, 9)));
    assertThat(RENDERING.of(pages.list(ADMIN, 1)).split("thing\\.broken", -1)).hasSize(2);
  }

  @Test
  void the_log_is_paged_newest_first() {
    for (int i = 1; i <= 30; i++) {
      record(Change.of(RINA, "campaign.changed", "campaign", new UUID(0, i)));
    }
    AuditPages.Listing first = (AuditPages.Listing) pages.list(ADMIN, 1).page();
    assertThat(first.lines().rows()).hasSize(25);
    assertThat(first.lines().rows().get(0).seq()).isEqualTo(30);
    AuditPages.Listing second = (AuditPages.Listing) pages.list(ADMIN, 2).page();
    assertThat(second.lines().rows())
        .extracting(AuditLine::seq)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(RENDERING.of(pages.list(ADMIN, 1))).contains("/audit?page=2");
    assertThat(RENDERING.of(pages.list(ADMIN, 9))).contains("card empty");
  }

  @Test
  void checking_the_chain_says_that_it_is_whole_or_where_it_breaks() {
    for (int i = 1; i <= 3; i++) {
      record(Change.of(RINA, "campaign.changed", "campaign", new UUID(0, i)));
    }
    assertThat(verified()).contains("Rantai utuh: 3 baris", "Utuh, diperiksa 09.30");
    jdbi.useHandle(
        handle -> {
          handle.execute("alter table audit_event disable trigger all");
          handle.execute("update audit_event set actor_name = 'Orang lain' where seq = 2");
        });
    assertThat(verified()).contains("Rantai putus pada baris 2", "1 baris sebelumnya");
  }

  @Test
  void what_a_row_is_about_is_named_and_linked_for_who_may_open_it() {
    record(Change.of(RINA, "product.changed", "product", new UUID(8, 1)).with("name", "Amplang"));
    record(Change.of(RINA, "person.changed", "person", new UUID(0, 2)).with("fields", "name"));
    assertThat(RENDERING.of(pages.list(ADMIN, 1)))
        .contains("mengubah produk Amplang.")
        .doesNotContain("/products/")
        .contains(">Admin</a>.", "Hari ini, Selasa 24 November<");
    Viewer both =
        new TestViewer(Actor.person(new UUID(0, 3), "Dua", Set.of(Role.ADMIN, Role.STAFF)));
    assertThat(RENDERING.of(pages.list(both, 1)))
        .contains("<a href=\"/products/" + new UUID(8, 1) + "\">Amplang</a>.");
  }

  @Test
  void a_row_that_its_sentence_tells_whole_has_nothing_to_unfold() {
    record(Change.of(RINA, "person.signed-in", "person", new UUID(0, 1)).with("by", "PASSWORD"));
    assertThat(RENDERING.of(pages.list(ADMIN, 1)))
        .contains("masuk lewat kata sandi.")
        .doesNotContain("<details class=\"fold\"");
  }

  @Test
  void a_creator_is_told_from_the_office_in_brackets() {
    record(
        Change.of(
            Actor.creatorByLink(new UUID(0, 9), "Naya Contoh"),
            "offer.accepted",
            "offer",
            new UUID(8, 3)));
    assertThat(RENDERING.of(pages.list(ADMIN, 1)))
        .contains("<b>Naya Contoh</b> (kreator) menerima undangan ");
  }

  @Test
  void the_last_seven_days_are_shown_until_somebody_asks_for_others() {
    record(Change.of(RINA, "campaign.rejected", "campaign", new UUID(7, 7)));
    clock.move(java.time.Duration.ofDays(7));
    assertThat(RENDERING.of(pages.list(ADMIN, 1)))
        .contains("value=\"25/11/2026\"", "value=\"01/12/2026\"")
        .doesNotContain("mengembalikan");
    assertThat(shown("", "", "", "")).contains("mengembalikan");
  }

  private String verified() {
    View view = pages.verify(ADMIN, Form.empty());
    return RENDERING.of(view);
  }

  private void record(Change change) {
    transactions.run(() -> audit.record(change));
  }
}
