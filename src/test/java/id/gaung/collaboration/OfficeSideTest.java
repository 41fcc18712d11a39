package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.Submissions.SubmitDraft;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What the office's own pages say to the office. */
class OfficeSideTest extends DoorsFixture {

  @Test
  void a_draft_that_came_in_time_waits_for_the_office_and_is_never_called_late() {
    SIGNED_IN.person(world.staff);
    Offer offer = world.acceptedOffer();
    UUID work = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    world
        .collaboration
        .submissions()
        .submit(world.token(offer), work, new SubmitDraft("Enak!", "", false), Optional.empty());
    world.clock.step(Duration.ofDays(2));
    for (String place : new String[] {"/reviews", "/deliverables/" + work}) {
      assertThat(browser.get(place).body())
          .as(place)
          .contains("Menunggu ditinjau")
          .doesNotContainIgnoringCase("terlambat");
    }
    assertThat(browser.get("/reviews").body()).contains("sejak 2 hari lalu");
  }

  @Test
  void everything_wrong_with_a_plan_is_said_at_once() {
    SIGNED_IN.person(world.staff);
    HttpResponse<String> refused =
        browser.post(
            "/campaigns",
            "name",
            "",
            "goal",
            "",
            "startsOn",
            "2026-12-05",
            "endsOn",
            "2026-12-01",
            "budget",
            "sejuta");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select(".err").eachAttr("id"))
        .contains("e-name", "e-goal", "e-endsOn", "e-budget");
  }
}
