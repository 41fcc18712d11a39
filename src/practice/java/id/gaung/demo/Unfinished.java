package id.gaung.demo;

import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.CampaignStep;
import id.gaung.campaign.CampaignSteps.TakeStep;
import id.gaung.campaign.PlanCampaign;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is still open today, so that every role finds something to do. */
final class Unfinished {

  private final DemoOffice office;
  private final DemoActors people;
  private final DemoStage stage;

  Unfinished(DemoOffice office, DemoActors people, DemoStage stage) {
    this.office = office;
    this.people = people;
    this.stage = stage;
  }

  void tell(StoryTime time, Instant now) {
    time.at(now.minus(Duration.ofHours(30)), () -> submitted(Wita.date(now)));
    time.at(now.minus(Duration.ofHours(28)), () -> draft(Wita.date(now)));
  }

  /** Waits for the head of division. */
  private void submitted(LocalDate today) {
    PlannedCampaign plan =
        new PlannedCampaign(
            "Lempok dan Rotan untuk Tahun Baru",
            "Mengangkat oleh-oleh dan kriya Balikpapan Selatan dan Barat menjelang tahun baru.",
            0,
            3,
            11_000_000,
            List.of("Lempok durian 200 g", "Keranjang rotan kecil"),
            List.of(),
            List.of());
    UUID id = create(plan, today.plusDays(14), today.plusDays(35));
    BriefVersion read = office.campaign().briefs().current(id).orElseThrow();
    office.campaign().briefs().save(people.staff(), id, BriefWords.of(plan, read));
    office.campaign().steps().take(people.staff(), id, CampaignStep.SUBMIT, TakeStep.none());
  }

  /** Waits for the rest of its brief. */
  private void draft(LocalDate today) {
    PlannedCampaign plan =
        new PlannedCampaign(
            "Kopi Kota Minyak",
            "Memperkenalkan kedai kopi UMKM di Balikpapan Kota.",
            0,
            3,
            6_000_000,
            List.of("Kopi susu gula aren 250 ml"),
            List.of(),
            List.of());
    UUID id = create(plan, today.plusDays(21), today.plusDays(42));
    BriefVersion read = office.campaign().briefs().current(id).orElseThrow();
    office.campaign().briefs().save(people.staff(), id, BriefWords.begun(plan, read));
  }

  private UUID create(PlannedCampaign plan, LocalDate from, LocalDate to) {
    return office
        .campaign()
        .campaigns()
        .create(
            people.staff(),
            new PlanCampaign(
                plan.name(),
                plan.goal(),
                from,
                to,
                new Rupiah(plan.budget()),
                Optional.of(12),
                Optional.of(15_000L),
                Optional.of(2_000L),
                Optional.of(plan.products().stream().map(p -> stage.product(p).id()).toList()),
                Optional.empty()));
  }
}
