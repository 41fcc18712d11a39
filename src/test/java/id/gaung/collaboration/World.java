package id.gaung.collaboration;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.campaign.BriefSection;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.CampaignFeature;
import id.gaung.campaign.CampaignStep;
import id.gaung.campaign.CampaignSteps.TakeStep;
import id.gaung.campaign.PlanCampaign;
import id.gaung.campaign.WriteBrief;
import id.gaung.catalogue.Products;
import id.gaung.catalogue.Territory;
import id.gaung.catalogue.Umkms;
import id.gaung.collaboration.DraftOffer.DeliverablePlan;
import id.gaung.collaboration.OfferLinks.AcceptOffer;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.creator.Creators;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Ids;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.media.MediaFeature;
import id.gaung.media.Photos;
import id.gaung.platform.SteppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * A city with people, a product and a creator, for the tests of campaigns and collaborations. All
 * worlds share a database, which each finds empty but for the audit log: one world at a time.
 */
public final class World {

  /** Tuesday, 24 November 2026, 10.00 WITA. */
  public static final Instant START = Instant.parse("2026-11-24T02:00:00Z");

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final TestDatabase DATABASE = TestDatabase.create();

  public final SteppedClock clock = new SteppedClock(START);
  public final Jdbi jdbi = JdbiSetup.on(DATABASE.dataSource());
  public final Ids ids = new UuidV7Ids();
  public final Foundation foundation;
  public final Actor staff;
  public final Actor approver;
  public final Actor both;
  public final UUID product;
  public final UUID creator;
  public final MediaFeature media;
  public final Photos photos;
  public final Products products;
  public final Creators creators;
  public final CampaignFeature campaign;
  public final CollaborationFeature collaboration;

  /** One network of 300 characters, on which nothing is out. */
  public static final SocialSide SOCIAL =
      new SocialSide() {
        @Override
        public List<Room> rooms(String caption) {
          return List.of(new Room("bluesky", "Bluesky", caption.length(), 300));
        }

        @Override
        public List<VideoLimits> videos() {
          return List.of(
              new VideoLimits(
                  "bluesky",
                  "Bluesky",
                  Duration.ZERO,
                  Duration.ofMinutes(3),
                  300_000_000,
                  0.01,
                  10,
                  1920,
                  List.of("video/mp4", "video/quicktime")));
        }

        @Override
        public Map<UUID, List<Posted>> posted(Collection<UUID> deliverableIds) {
          return Map.of();
        }
      };

  public World() {
    jdbi.useHandle(
        h -> {
          // Tables that are append-only refuse it; a test begins with empty ones.
          h.execute("set session_replication_role = replica");
          h.execute("truncate person, umkm, creator, photo, channel cascade");
          h.execute("set session_replication_role = origin");
          // The switch names who moved it, so it went with the people; it is always there.
          h.execute(
              "insert into publishing_switch (stopped) values (false) on conflict do nothing");
        });
    Transactions transactions = new Transactions(jdbi);
    foundation =
        new Foundation(jdbi, transactions, new Audit(jdbi, transactions, clock), ids, clock);
    staff = person("Rina", Role.STAFF);
    approver = person("Pak Hadi", Role.APPROVER);
    both = person("Bu Yuni", Role.STAFF, Role.APPROVER);
    product = product();
    creator = creator("Dewi Kuliner", "6281200000101");
    try {
      media =
          new MediaFeature(
              foundation,
              Files.createTempDirectory(
                  Files.createDirectories(Path.of("target", "test-media")), "world"),
              URI.create("http://localhost:8080"),
              new byte[32]);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    photos = media.photos();
    products = new Products(foundation, new Umkms(foundation, new Territory(jdbi)), photos);
    creators = new Creators(foundation, Map::of, photos);
    campaign = new CampaignFeature(foundation, products);
    collaboration =
        new CollaborationFeature(
            foundation,
            new IdentityFeature(foundation, true, URI.create("http://localhost:8080")),
            campaign,
            products,
            creators,
            media,
            URI.create("https://gaung.test/"),
            "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public Actor person(String name, Role... roles) {
    UUID id = ids.next();
    jdbi.useHandle(
        h ->
            h.execute(
                "insert into person (id, email, name, created_at) values (?, ?, ?, now())",
                id,
                id + "@contoh.test",
                name));
    return Actor.person(id, name, Set.of(roles));
  }

  private UUID product() {
    UUID umkm = ids.next();
    UUID id = ids.next();
    jdbi.useHandle(
        h -> {
          h.execute(
              "insert into umkm (id, name, kecamatan_code, created_at, updated_at)"
                  + " values (?, 'Amplang Bu Siti', '64.71.01', now(), now())",
              umkm);
          h.execute(
              "insert into product (id, umkm_id, name, name_key, category, description,"
                  + " price_rupiah, created_at, updated_at) values (?, ?, 'Amplang', 'amplang',"
                  + " 'kuliner', 'Renyah', 25000, now(), now())",
              id,
              umkm);
        });
    return id;
  }

  /** Gives a person of the world their roles in the database, too. */
  public Actor entered(Actor person) {
    jdbi.useHandle(
        h ->
            person
                .roles()
                .forEach(
                    role ->
                        h.execute(
                            "insert into person_role (person_id, role) values (?, ?)",
                            person.id().orElseThrow(),
                            role.name())));
    return person;
  }

  public UUID creator(String name, String whatsapp) {
    UUID id = ids.next();
    jdbi.useHandle(
        h ->
            h.execute(
                "insert into creator (id, name, kind, whatsapp, created_at, updated_at)"
                    + " values (?, ?, 'CREATOR', ?, now(), now())",
                id,
                name,
                whatsapp));
    return id;
  }

  public PlanCampaign plan() {
    return new PlanCampaign(
        "Amplang untuk semua",
        "500 orang membaca",
        TODAY.plusDays(1),
        TODAY.plusDays(15),
        new Rupiah(5_000_000),
        Optional.of(4),
        Optional.empty(),
        Optional.of(200L),
        Optional.of(List.of(product)),
        Optional.empty());
  }

  public Map<String, String> wholeBrief() {
    Map<String, String> sections = new HashMap<>();
    Arrays.stream(BriefSection.values())
        .filter(BriefSection::isCompulsory)
        .forEach(section -> sections.put(section.key(), "Isi " + section.key()));
    sections.put("contact", "Rina, 0812-0000-0000, jam kerja");
    return sections;
  }

  /** A text for the brief by somebody who has read its newest version. */
  public WriteBrief brief(UUID campaignId, Map<String, String> sections) {
    BriefVersion read = campaign.briefs().current(campaignId).orElseThrow();
    return new WriteBrief(sections, Optional.of(read.sha256()));
  }

  /** A draft with everything that submitting asks for. */
  public UUID completeDraft() {
    UUID id = campaign.campaigns().create(staff, plan());
    campaign.briefs().save(staff, id, brief(id, wholeBrief()));
    return id;
  }

  public void take(Actor by, UUID id, CampaignStep step) {
    campaign
        .steps()
        .take(by, id, step, new TakeStep(step.isReasoned() ? "Alasan" : "", Optional.empty()));
  }

  public UUID approvedCampaign() {
    UUID id = completeDraft();
    take(staff, id, CampaignStep.SUBMIT);
    take(approver, id, CampaignStep.APPROVE);
    return id;
  }

  public UUID activeCampaign() {
    UUID id = approvedCampaign();
    take(staff, id, CampaignStep.ACTIVATE);
    return id;
  }

  public DraftOffer offer() {
    return new DraftOffer(
        creator,
        new Rupiah(750_000),
        "Kami suka gaya Anda",
        Optional.empty(),
        TODAY.plusDays(14),
        List.of(
            new DeliverablePlan("Video pendek", TODAY.plusDays(7)),
            new DeliverablePlan("Foto", TODAY.plusDays(9))),
        Optional.empty());
  }

  /** An offer of an active campaign that was sent; its token. */
  public Offer sentOffer(UUID campaignId) {
    UUID id = collaboration.offers().draft(staff, campaignId, offer());
    collaboration.offers().send(staff, id, TakeOfferStep.plain());
    return collaboration.offers().get(id);
  }

  public String token(Offer offer) {
    return collaboration.links().token(collaboration.offers().get(offer.id()));
  }

  public AcceptOffer acceptance(Offer offer) {
    String sha = campaign.briefs().version(offer.briefVersionId()).orElseThrow().sha256();
    return new AcceptOffer("Dewi Lestari", true, true, true, sha);
  }

  /** An offer that was accepted. */
  public Offer acceptedOffer() {
    Offer offer = sentOffer(activeCampaign());
    collaboration.links().accept(token(offer), acceptance(offer));
    return collaboration.offers().get(offer.id());
  }

  public List<String> actions(String type, UUID id) {
    return foundation.audit().about(type, id).stream().map(e -> e.action()).toList();
  }
}
