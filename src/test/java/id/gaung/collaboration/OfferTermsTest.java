package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.identity.ChangeOffice;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an offer said of the office when it was sent stays as it was said. */
@Tag("database")
class OfferTermsTest {

  private final World world = new World();
  private final Offices offices =
      new IdentityFeature(world.foundation, true, URI.create("http://localhost:8080")).offices();
  private final Actor admin = world.person("Admina", Role.ADMIN);

  private void name(String name, String adLine, int version) {
    offices.change(
        admin,
        new ChangeOffice(
            name,
            "Kota",
            "",
            "0811-0000-123",
            30,
            6,
            adLine,
            "",
            java.util.Optional.empty(),
            version));
  }

  @Test
  void a_sent_offer_keeps_what_the_office_said() {
    Offer sent = world.sentOffer(world.activeCampaign());
    OfferTerms before = world.collaboration.links().read(world.token(sent)).terms();
    assertThat(before.office()).isEqualTo(Office.DEFAULT.name());
    assertThat(before.officer()).isEqualTo("Rina");
    assertThat(before.paymentDays()).contains(14);
    assertThat(before.rightsUntil()).contains(sent.workEndsOn().plusMonths(12));
    name("Dinas Lain", "Iklan – Dinas Lain", 0);
    world.collaboration.links().accept(world.token(sent), world.acceptance(sent));
    assertThat(world.collaboration.links().read(world.token(sent)).terms()).isEqualTo(before);
  }

  @Test
  void the_ad_line_of_the_offer_is_the_first_line_of_each_draft_once() {
    Offer sent = world.sentOffer(world.activeCampaign());
    String token = world.token(sent);
    world.collaboration.links().accept(token, world.acceptance(sent));
    name("Dinas Lain", "Iklan – Dinas Lain", 0);
    Submissions submissions = world.collaboration.submissions();
    LinkedOffer linked = world.collaboration.links().read(token);
    UUID first = submissions.work(linked).get(0).deliverable().id();
    UUID second = submissions.work(linked).get(1).deliverable().id();
    String line = Office.DEFAULT.adLine();
    submissions.submit(token, first, new SubmitDraft("Renyah!", "", false), Optional.empty());
    submissions.submit(
        token,
        second,
        new SubmitDraft("IKLAN - kerja sama dengan dinas umkm\nRenyah!", "", false),
        Optional.empty());
    assertThat(submissions.work(linked, first).last().orElseThrow().caption())
        .isEqualTo(line + "\nRenyah!");
    assertThat(submissions.work(linked, second).last().orElseThrow().caption())
        .isEqualTo("IKLAN - kerja sama dengan dinas umkm\nRenyah!");
    assertThat(submissions.work(linked)).noneMatch(WorkItem::lacksDisclosure);
  }
}
