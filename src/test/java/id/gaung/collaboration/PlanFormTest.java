package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.Campaign;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the form of a new campaign begins with. */
class PlanFormTest extends DoorsFixture {

  @Test
  void a_plan_begins_with_an_earlier_one_but_not_with_its_name_and_days() {
    SIGNED_IN.person(world.staff);
    UUID earlier = world.activeCampaign();
    Campaign campaign = world.campaign.campaigns().get(earlier);
    assertThat(browser.get("/campaigns/new").body())
        .contains("href=\"/campaigns/new?from=" + earlier + "\"");
    Document form = Jsoup.parse(browser.get("/campaigns/new?from=" + earlier).body());
    assertThat(form.select("#f-name").val()).as("two of one name are taken for one").isEmpty();
    assertThat(form.select("#f-goal").val()).isEqualTo(campaign.goal());
    assertThat(form.select("#f-startsOn").val()).as("next Monday").isEqualTo("30/11/2026");
    assertThat(form.select("#f-endsOn").val()).as("six weeks").isEqualTo("10/01/2027");
    assertThat(form.select("input[name=version]").val()).isEmpty();
    assertThat(browser.get("/campaigns/new?from=" + new UUID(0, 1)).statusCode()).isEqualTo(404);
  }

  @Test
  void what_earlier_campaigns_aimed_at_stands_below_the_targets() {
    SIGNED_IN.person(world.staff);
    // What another test planned is no earlier campaign here.
    world.jdbi.useHandle(h -> h.execute("update campaign set state = 'CANCELLED'"));
    UUID first = world.activeCampaign();
    UUID second = world.activeCampaign();
    aim(first, 20, 4_000);
    aim(second, 30, 9_000);
    UUID planned = world.campaign.campaigns().create(world.staff, world.plan());
    aim(planned, 1, 1);
    Document form = Jsoup.parse(browser.get("/campaigns/new").body());
    assertThat(form.select("#h-targetPosts").text()).isEqualTo("Biasanya 20–30");
    assertThat(form.select("#h-targetViews").text()).isEqualTo("Biasanya 4.000–9.000");
    assertThat(form.select("section:has(#n3) p.hint").text()).contains("dari 2 kampanye terakhir");
  }

  private void aim(UUID campaign, int posts, long views) {
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update campaign set target_posts = ?, target_views = ? where id = ?",
                posts,
                views,
                campaign));
  }
}
