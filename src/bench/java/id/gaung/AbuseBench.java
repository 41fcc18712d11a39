package id.gaung;

import id.gaung.campaign.BriefSection;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.CampaignFeature;
import id.gaung.campaign.CampaignStep;
import id.gaung.campaign.CampaignSteps.TakeStep;
import id.gaung.campaign.PlanCampaign;
import id.gaung.campaign.WriteBrief;
import id.gaung.catalogue.Products.CreateProduct;
import id.gaung.catalogue.Umkms.CreateUmkm;
import id.gaung.collaboration.DraftOffer;
import id.gaung.collaboration.DraftOffer.DeliverablePlan;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.creator.CreatorKind;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.db.Database;
import id.gaung.identity.NewApiToken;
import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.Person;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxConfig;
import id.gaung.sandbox.SandboxServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What nobody should send: many thousand requests to every door, by strangers, by whoever has the
 * link of an offer, and by staff, while a post falls due every second. No answer may be a server
 * error, no post late, and the process keeps within its memory.
 */
final class AbuseBench {

  private static final int SENDERS = 8;
  private static final int LATE_AFTER_S = 10;

  private final BenchWorld world;
  private final AbuseDoors doors;
  private final int requests;
  private final int seed;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicLong slowestMs = new AtomicLong();

  private AbuseBench(BenchWorld world, AbuseDoors doors, int requests, int seed) {
    this.world = world;
    this.doors = doors;
    this.requests = requests;
    this.seed = seed;
  }

  static void run(Bench.Options options) throws Exception {
    Clock clock = Clock.systemUTC();
    Path folder = Files.createTempDirectory("gaung-bench-abuse");
    int port = FreePort.next();
    int admin = FreePort.next();
    try (BenchDatabase outside = BenchDatabase.open("networks")) {
      SandboxAccounts accounts = new SandboxAccounts(outside.database().jdbi(), clock);
      accounts.ensureUsual();
      SandboxServers servers =
          new SandboxServers(
              SandboxConfig.onFreePorts().withoutLimits(), outside.database().jdbi(), clock);
      servers.start();
      BenchOffice office = new BenchOffice(folder.resolve("data"), servers, accounts, clock);
      Path config = BenchConfig.write(folder, port, admin, office.platforms());
      List<BenchWorld.Target> channels =
          office.prepare((gaung, world) -> CrashTargets.make(office, gaung, world, 1_000));
      Child child = Child.ofJar(config, folder, admin, Map.of());
      child.start();
      try (Database beside = office.beside()) {
        Gaung gaung = office.gaung(beside);
        BenchWorld world = new BenchWorld(gaung);
        Person staff = staff(gaung, world);
        Actor by = Actor.person(staff.id(), staff.name(), staff.roles());
        URI link = gaung.identity().signInLinks().create(world.admin(), staff.id()).address();
        AbuseDoors doors =
            AbuseDoors.of(
                port,
                BenchVisitor.signIn(port, link),
                gaung.identity().tokens().create(by, new NewApiToken("bench")).value(),
                offerLink(gaung, by, world.admin()));
        new AbuseBench(world, doors, options.number("requests", 20_000), options.number("seed", 7))
            .measure(channels);
        Bench.figure("abuse", "rss_max_mb", MemoryBench.memory(child, "VmHWM"));
      } finally {
        child.stop();
        servers.stop();
      }
    }
  }

  private static Person staff(Gaung gaung, BenchWorld world) {
    return gaung
        .identity()
        .people()
        .create(
            world.admin(),
            new CreatePerson(
                "staf@bench.example", "Staf", List.of(Role.ADMIN, Role.STAFF, Role.APPROVER)));
  }

  /** The token of an offer that was sent. */
  private static String offerLink(Gaung gaung, Actor staff, Actor admin) {
    LocalDate today = LocalDate.now(Wita.ZONE);
    Actor other = Actor.person(admin.id().orElseThrow(), "Bench", Set.of(Role.APPROVER));
    UUID umkm =
        gaung
            .catalogue()
            .umkms()
            .create(
                staff, new CreateUmkm("Amplang", "", "64.71.01", Optional.empty(), "", List.of()))
            .id();
    UUID product =
        gaung
            .catalogue()
            .products()
            .create(
                staff,
                new CreateProduct(
                    umkm, "Amplang", "kuliner", "Renyah", new Rupiah(25_000), Optional.empty()))
            .id();
    CampaignFeature campaign = gaung.campaign();
    UUID id =
        campaign
            .campaigns()
            .create(
                staff,
                new PlanCampaign(
                    "Amplang",
                    "500 orang membaca",
                    today.plusDays(1),
                    today.plusDays(15),
                    new Rupiah(5_000_000),
                    Optional.of(4),
                    Optional.empty(),
                    Optional.of(200L),
                    Optional.of(List.of(product)),
                    Optional.empty()));
    Map<String, String> brief = new HashMap<>();
    for (BriefSection section : BriefSection.values()) {
      brief.put(section.key(), "Rina, 0812-0000-0000, jam kerja");
    }
    Optional<String> read = campaign.briefs().current(id).map(BriefVersion::sha256);
    campaign.briefs().save(staff, id, new WriteBrief(brief, read));
    campaign.steps().take(staff, id, CampaignStep.SUBMIT, TakeStep.none());
    campaign.steps().take(other, id, CampaignStep.APPROVE, TakeStep.none());
    campaign.steps().take(staff, id, CampaignStep.ACTIVATE, TakeStep.none());
    UUID creator =
        gaung
            .creator()
            .creators()
            .create(
                staff,
                new CreateCreator(
                    "Dewi", CreatorKind.CREATOR, "6281200000101", "", Optional.empty(), ""))
            .id();
    DraftOffer draft =
        new DraftOffer(
            creator,
            new Rupiah(750_000),
            "",
            Optional.empty(),
            today.plusDays(14),
            List.of(new DeliverablePlan("Foto", today.plusDays(7))),
            Optional.empty());
    UUID offer = gaung.collaboration().offers().draft(staff, id, draft);
    gaung.collaboration().offers().send(staff, offer, TakeOfferStep.plain());
    return gaung.collaboration().links().token(gaung.collaboration().offers().get(offer));
  }

  private void measure(List<BenchWorld.Target> channels) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    for (int i = 0; i < SENDERS; i++) {
      senders.execute(this::sendAll);
    }
    senders.shutdown();
    int posts = 0;
    do {
      BenchWorld.Target channel = channels.get(posts++ % channels.size());
      world.schedule(List.of(channel), 1, Clock.systemUTC().instant().plusSeconds(3));
    } while (!senders.awaitTermination(1, TimeUnit.SECONDS));
    TimeUnit.SECONDS.sleep(LATE_AFTER_S + 5);
    System.err.printf(
        "%d requests (seed %d) to %d doors, %d without an answer; %d posts%n",
        requests, seed, doors.size(), unanswered.get(), posts);
    Bench.figure("abuse", "server_errors", errors.get());
    Bench.figure("abuse", "late_posts", world.late(LATE_AFTER_S));
    Bench.figure("abuse", "slowest_ms", slowestMs.get());
  }

  private void sendAll() {
    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
      HttpRequest request = doors.request(31L * seed + i);
      long begun = System.nanoTime();
      try {
        HttpResponse<byte[]> answer = doors.send(request);
        boolean busy =
            answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
        if (answer.statusCode() >= 500 && !busy) {
          errors.incrementAndGet();
          System.err.printf(
              "%d: %s %s answered %d%n", i, request.method(), request.uri(), answer.statusCode());
        }
      } catch (java.net.http.HttpTimeoutException never) {
        errors.incrementAndGet();
        System.err.printf("%d: %s %s never answered%n", i, request.method(), request.uri());
      } catch (IOException closed) {
        // Whoever sends too much is not listened to until the end.
        unanswered.incrementAndGet();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      }
      slowestMs.accumulateAndGet((System.nanoTime() - begun) / 1_000_000, Math::max);
    }
  }
}
