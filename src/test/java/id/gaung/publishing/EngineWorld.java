package id.gaung.publishing;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.campaign.CampaignFeature;
import id.gaung.campaign.CampaignState;
import id.gaung.catalogue.CatalogueFeature;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.CollaborationFeature;
import id.gaung.collaboration.Deliverables;
import id.gaung.creator.CreatorFeature;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Ids;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.media.MediaFeature;
import id.gaung.platform.SteppedClock;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A database with a campaign, channels on a network in this process, and engines as needed. */
final class EngineWorld {

  private static final URI URL = URI.create("https://gaung.test");

  static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

  final SteppedClock clock = new SteppedClock(NOON);
  final FakePlatform network = new FakePlatform(Nets.BLUESKY);
  final Foundation foundation;
  final Jdbi jdbi;
  final Ids ids = new UuidV7Ids();
  final ChannelFeature channels;
  final CampaignFeature campaigns;
  final Deliverables deliverables;
  final UUID admin = ids.next();
  final UUID campaign = ids.next();
  final List<PublishedRendition> news = new CopyOnWriteArrayList<>();
  final Actor by = Actor.person(admin, "Ayu", Set.of(Role.ADMIN, Role.STAFF));

  /** Where the engines get their pictures. */
  volatile MediaSource pictures = (chosen, network, rules) -> ReadyMedia.pictures(List.of());

  private int lives;

  /** Opening a connection for each statement would cost more than everything else. */
  private static DataSource pooled(TestDatabase database) {
    var pool = new org.apache.tomcat.jdbc.pool.DataSource();
    pool.setUrl(database.jdbcUrl());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setDriverClassName("org.postgresql.Driver");
    pool.setInitialSize(1);
    pool.setMinIdle(1);
    pool.setMaxActive(40);
    return pool;
  }

  EngineWorld(TestDatabase database) {
    jdbi = JdbiSetup.on(pooled(database));
    Transactions transactions = new Transactions(jdbi);
    foundation =
        new Foundation(jdbi, transactions, new Audit(jdbi, transactions, clock), ids, clock);
    channels =
        new ChannelFeature(
            foundation,
            new IdentityFeature(foundation, true, URI.create("http://localhost")).people(),
            new Sealing(
                "0123456789abcdef0123456789abcdef"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            List.of(network),
            URL);
    MediaFeature media = new MediaFeature(foundation, folder(), URL, new byte[32]);
    CatalogueFeature catalogue = new CatalogueFeature(foundation, media.photos());
    campaigns = new CampaignFeature(foundation, catalogue.products());
    deliverables =
        new CollaborationFeature(
                foundation,
                new IdentityFeature(foundation, true, URL),
                campaigns,
                catalogue.products(),
                new CreatorFeature(foundation, Map::of, media.photos()).creators(),
                media,
                URL,
                new byte[32])
            .deliverables();
    jdbi.useHandle(
        h -> {
          h.execute(
              "insert into person (id, email, name, created_at) values (?, ?, 'Ayu', now())",
              admin,
              admin + "@contoh.go.id");
          h.execute(
              """
              insert into campaign (id, name, goal, starts_on, ends_on, budget_rupiah, state,
                created_by, created_at, updated_at)
              values (?, 'Kopi', 'g', '2026-11-01', '2026-12-01', 0, 'ACTIVE', ?, now(), now())
              """,
              campaign,
              admin);
        });
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target", "test-media")), "engine");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whatever led it there. */
  void campaignBecomes(CampaignState state) {
    jdbi.useHandle(
        h -> h.execute("update campaign set state = ? where id = ?", state.name(), campaign));
  }

  UUID channel(String handle) {
    return channels
        .connections()
        .connect(
            by,
            new ConnectChannel(
                Nets.BLUESKY, Map.of("handle", handle, "secret", "s3cret-" + handle), ""))
        .channelId()
        .orElseThrow();
  }

  PublishingRules rules() {
    return PublishingRules.of(Duration.ofMinutes(60), 16);
  }

  PublishingEngine engine(String node) {
    return engine(node, rules(), journal -> journal);
  }

  PublishingEngine engine(
      String node, PublishingRules rules, java.util.function.UnaryOperator<AttemptJournal> around) {
    LeaseOwner owner = new LeaseOwner(node, "life" + ++lives);
    return Engines.build(
        foundation,
        owner,
        rules,
        channels.channels().accounts(),
        channels.platforms(),
        new EngineSurroundings(
            campaigns.campaigns(),
            deliverables,
            (chosen, network, asked) -> pictures.ready(chosen, network, asked),
            List.of(news::addAll)),
        around);
  }

  UUID scheduled(UUID channel, Instant due) {
    return scheduled(channel, due, 1).get(0);
  }

  List<UUID> scheduled(UUID channel, Instant due, int count) {
    List<UUID> made = new ArrayList<>();
    jdbi.useTransaction(
        h -> {
          var posts =
              h.prepareBatch(
                  "insert into post (id, campaign_id, created_at) values (:id, :campaign, :at)");
          var renditions =
              h.prepareBatch(
                  """
                  insert into rendition (id, post_id, channel_id, text, due_at, next_at, state,
                    created_at)
                  values (:id, :post, :channel, 'Kopi Manggar #umkm', :due, :due, 'SCHEDULED', :at)
                  """);
          for (int i = 0; i < count; i++) {
            UUID post = ids.next();
            UUID rendition = ids.next();
            posts.bind("id", post).bind("campaign", campaign).bind("at", NOON).add();
            renditions
                .bind("id", rendition)
                .bind("post", post)
                .bind("channel", channel)
                .bind("due", due)
                .bind("at", NOON)
                .add();
            made.add(rendition);
          }
          posts.execute();
          renditions.execute();
        });
    return made;
  }

  RenditionState state(UUID rendition) {
    return RenditionState.valueOf(text(rendition, "state"));
  }

  String text(UUID rendition, String column) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select coalesce(" + column + "::text, '') from rendition where id = :id")
                .bind("id", rendition)
                .mapTo(String.class)
                .one());
  }

  long count(String sql) {
    return jdbi.withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  List<String> attempts(UUID rendition) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select kind || ' ' || coalesce(outcome, 'OPEN') from publish_attempt
                    where rendition_id = :id order by number
                    """)
                .bind("id", rendition)
                .mapTo(String.class)
                .list());
  }

  void stopped(boolean stopped) {
    jdbi.useHandle(h -> h.execute("update publishing_switch set stopped = ?", stopped));
  }
}
