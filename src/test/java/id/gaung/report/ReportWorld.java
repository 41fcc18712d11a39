package id.gaung.report;

import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.kernel.TestClock;
import id.gaung.platform.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A database with a little of every feature in it, written past the features. */
final class ReportWorld {

  static final Actor STAFF = Actor.person(new UUID(0, 7), "Sari", Set.of(Role.STAFF));

  final TestDatabase database = TestDatabase.create();
  final Jdbi jdbi = JdbiSetup.on(database.dataSource());
  final TestClock clock = TestClock.at("2026-11-01T00:00:00Z");
  final Foundation foundation;
  final WeeklyReports reports;
  private final UUID person = UUID.randomUUID();
  private int count;

  ReportWorld() {
    Transactions transactions = new Transactions(jdbi);
    Audit audit = new Audit(jdbi, transactions, clock);
    foundation = new Foundation(jdbi, transactions, audit, new UuidV7Ids(), clock);
    reports = new WeeklyReports(foundation);
    run(
        "insert into person (id, email, name, created_at) values (:id, 'sari@example.org', 'Sari',"
            + " now())",
        Map.of("id", person));
  }

  void run(String sql, Map<String, ?> values) {
    jdbi.useHandle(handle -> handle.createUpdate(sql).bindMap(values).execute());
  }

  /** Moves the clock to a time in WITA. */
  void at(String time) {
    clock.move(Duration.between(clock.instant(), wita(time)));
  }

  static Instant wita(String time) {
    return OffsetDateTime.parse(time + "+08:00").toInstant();
  }

  UUID campaign(String name, long budget) {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into campaign (id, name, goal, starts_on, ends_on, budget_rupiah, state, created_by,
          created_at, updated_at)
        values (:id, :name, 'Dikenal', date '2026-11-01', date '2026-12-31', :budget, 'ACTIVE',
          :person, now(), now())
        """,
        Map.of("id", id, "name", name, "budget", budget, "person", person));
    return id;
  }

  UUID channel(Network network) {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into channel (id, network, server, remote_id, handle, traits, label, state,
          connected_at)
        values (:id, :network, 'example.org', :remote, 'kota', '{}', :label, 'CONNECTED',
          timestamptz '2026-10-01 00:00:00Z')
        """,
        Map.of(
            "id",
            id,
            "network",
            network.name(),
            "remote",
            id.toString(),
            "label",
            "Kota di " + network.label()));
    return id;
  }

  UUID product(String name, String kecamatan) {
    UUID umkm = UUID.randomUUID();
    run(
        """
        insert into umkm (id, name, kecamatan_code, whatsapp, created_at, updated_at)
        values (:id, :name, :kecamatan, '628115550000', timestamptz '2026-10-01 00:00:00Z', now())
        """,
        Map.of("id", umkm, "name", "UMKM " + name, "kecamatan", kecamatan));
    UUID id = UUID.randomUUID();
    run(
        """
        insert into product (id, umkm_id, name, name_key, category, description, price_rupiah,
          created_at, updated_at)
        values (:id, :umkm, :name, :name, 'kuliner', '', 15000, now(), now())
        """,
        Map.of("id", id, "umkm", umkm, "name", name));
    return id;
  }

  UUID post(UUID campaign, UUID... products) {
    UUID id = UUID.randomUUID();
    run(
        "insert into post (id, campaign_id, created_at) values (:id, :campaign, now())",
        Map.of("id", id, "campaign", campaign));
    for (UUID product : products) {
      run(
          "insert into post_product (post_id, product_id) values (:post, :product)",
          Map.of("post", id, "product", product));
    }
    return id;
  }

  /** A rendition that has come out. */
  UUID published(UUID post, UUID channel, String at) {
    UUID id = rendition(post, channel, at, "PUBLISHED");
    run(
        """
        update rendition set published_at = due_at, remote_id = cast(id as text),
          remote_url = 'https://example.org/' || id
        where id = :id
        """,
        Map.of("id", id));
    run(
        """
        insert into watch (rendition_id, channel_id, published_at, remote_id)
        select id, channel_id, published_at, remote_id from rendition where id = :id
        """,
        Map.of("id", id));
    return id;
  }

  UUID rendition(UUID post, UUID channel, String due, String state) {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into rendition (id, post_id, channel_id, text, due_at, next_at, state, created_at)
        values (:id, :post, :channel, :text, :due, :due, :state, :due)
        """,
        Map.of(
            "id",
            id,
            "post",
            post,
            "channel",
            channel,
            "text",
            "=Ayo ke pasar " + ++count,
            "due",
            wita(due),
            "state",
            state));
    Instant planned = clock.instant().isBefore(wita(due)) ? clock.instant() : wita(due);
    run(
        """
        insert into rendition_plan (rendition_id, at, kind, due_to, by_name)
        values (:id, :at, 'PLANNED', :due, 'Sari')
        """,
        Map.of("id", id, "at", planned, "due", wita(due)));
    return id;
  }

  /** Something became of the plan, as publishing writes it. */
  void event(UUID rendition, String kind, String at) {
    run(
        """
        insert into rendition_plan (rendition_id, at, kind, by_name)
        values (:id, :at, :kind, 'Sari')
        """,
        Map.of("id", rendition, "kind", kind, "at", wita(at)));
  }

  /** A person gave it another time. */
  void moved(UUID rendition, String at, String to) {
    run(
        """
        insert into rendition_plan (rendition_id, at, kind, due_from, due_to, by_name)
        select id, :at, 'MOVED', due_at, :to, 'Sari' from rendition where id = :id
        """,
        Map.of("id", rendition, "at", wita(at), "to", wita(to)));
    run(
        "update rendition set due_at = :to where id = :id",
        Map.of("id", rendition, "to", wita(to)));
  }

  /** It came out, at last. */
  void out(UUID rendition, String at) {
    run(
        """
        update rendition set state = 'PUBLISHED', published_at = :at, remote_id = cast(id as text),
          ended_at = null
        where id = :id
        """,
        Map.of("id", rendition, "at", wita(at)));
    run(
        """
        insert into watch (rendition_id, channel_id, published_at, remote_id)
        select id, channel_id, published_at, remote_id from rendition where id = :id
        """,
        Map.of("id", rendition));
  }

  /** As publishing does it. */
  void cancel(UUID rendition) {
    foundation
        .transactions()
        .run(
            () -> {
              run(
                  """
                  update rendition set state = 'CANCELLED', ended_at = :now where id = :id
                  """,
                  Map.of("id", rendition, "now", clock.instant()));
              run(
                  """
                  insert into rendition_plan (rendition_id, at, kind, by_name)
                  values (:id, :now, 'CANCELLED', 'Sari')
                  """,
                  Map.of("id", rendition, "now", clock.instant()));
              foundation
                  .audit()
                  .record(Change.of(STAFF, "rendition.cancelled", "rendition", rendition));
            });
  }

  void read(UUID rendition, Metric metric, String at, long value) {
    run(
        """
        insert into snapshot (rendition_id, metric, value, observed_at, source)
        values (:id, :metric, :value, :at, 'API')
        """,
        Map.of("id", rendition, "metric", metric.name(), "value", value, "at", wita(at)));
  }

  void gap(UUID rendition, Metric metric, String at, String gap) {
    run(
        """
        insert into snapshot (rendition_id, metric, gap, observed_at, source)
        values (:id, :metric, :gap, :at, 'API')
        """,
        Map.of("id", rendition, "metric", metric.name(), "gap", gap, "at", wita(at)));
  }

  /** Likes, and no comments or shares. */
  void likes(UUID rendition, String at, long value) {
    read(rendition, Metric.LIKES, at, value);
    read(rendition, Metric.COMMENTS, at, 0);
    read(rendition, Metric.SHARES, at, 0);
  }

  void followers(UUID channel, String at, long value) {
    run(
        "insert into follower_snapshot (channel_id, value, observed_at) values (:id, :value, :at)",
        Map.of("id", channel, "value", value, "at", wita(at)));
  }

  void gone(UUID rendition, String at) {
    run("update rendition set state = 'REMOVED' where id = :id", Map.of("id", rendition));
    run(
        """
        update watch set absent_since = :at, ended_at = :at, end_reason = 'POST_GONE'
        where rendition_id = :id
        """,
        Map.of("id", rendition, "at", wita(at)));
  }

  /** An accepted offer with a number of deliverables; the first become the posts. */
  void offer(UUID campaign, long fee, int deliverables, List<UUID> posts) {
    UUID creator = UUID.randomUUID();
    run(
        """
        insert into creator (id, name, kind, whatsapp, created_at, updated_at)
        values (:id, 'Dewi', 'CREATOR', '6281155501' || :n, now(), now())
        """,
        Map.of("id", creator, "n", 10 + ++count));
    UUID brief = UUID.randomUUID();
    run(
        """
        insert into brief_version (id, campaign_id, number, sections, sha256, created_by, created_at)
        values (:id, :campaign, 1, '{}', '', :person, now())
        """,
        Map.of("id", brief, "campaign", campaign, "person", person));
    UUID offer = UUID.randomUUID();
    run(
        """
        insert into offer (id, campaign_id, brief_version_id, creator_id, state, fee_rupiah,
          respond_by, work_ends_on, created_by, created_at)
        values (:id, :campaign, :brief, :creator, 'ACCEPTED', :fee, now(), date '2026-12-01',
          :person, now())
        """,
        Map.of(
            "id",
            offer,
            "campaign",
            campaign,
            "brief",
            brief,
            "creator",
            creator,
            "fee",
            fee,
            "person",
            person));
    for (int i = 0; i < deliverables; i++) {
      UUID id = UUID.randomUUID();
      run(
          """
          insert into deliverable (id, offer_id, number, title, due_on, state)
          values (:id, :offer, :number, 'Konten', date '2026-11-25', 'LIVE')
          """,
          Map.of("id", id, "offer", offer, "number", i + 1));
      if (i < posts.size()) {
        run(
            "update post set deliverable_id = :deliverable where id = :id",
            Map.of("id", posts.get(i), "deliverable", id));
      }
    }
  }

  void close() {
    database.close();
  }
}
