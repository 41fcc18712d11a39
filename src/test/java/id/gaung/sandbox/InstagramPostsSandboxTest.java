package id.gaung.sandbox;

import static id.gaung.kernel.Nets.INSTAGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Containers, posts and insights of the practice Instagram. */
class InstagramPostsSandboxTest extends InstagramPractice {

  @Test
  void a_picture_goes_from_container_to_post() throws IOException {
    String container = container("/good.jpg", "Kopi #baru");
    assertThat(status(container)).isEqualTo("IN_PROGRESS");
    refused(publish(container), 9007, 2207027);

    WORLD.clock.move(Duration.ofSeconds(2));
    assertThat(status(container)).isEqualTo("FINISHED");
    String media = published(container);
    assertThat(status(container)).isEqualTo("PUBLISHED");

    JsonNode read =
        get("/v25.0/" + media + "?fields=id,permalink,shortcode,timestamp,media_type,caption")
            .json();
    assertThat(read.path("caption").asText()).isEqualTo("Kopi #baru");
    assertThat(read.path("media_type").asText()).isEqualTo("IMAGE");
    assertThat(read.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\+0000");
    String path = URI.create(read.path("permalink").asText()).getPath();
    assertThat(path).isEqualTo("/p/" + read.path("shortcode").asText() + "/");
    Reply page = WORLD.send(WORLD.request(INSTAGRAM, path));
    assertThat(page.text()).contains("Kopi #baru", "alt=\"Cangkir\"", "Jaringan latihan");
    assertThat(WORLD.send(WORLD.request(INSTAGRAM, "/" + account.handle() + "/")).text())
        .contains("Kopi #baru");
  }

  @Test
  void pictures_instagram_would_refuse_are_refused_with_its_codes() throws IOException {
    refused(create("/missing.jpg", "x"), 9004, 2207052);
    refused(create("/page.html", "x"), 9004, 2207052);
    refused(create("/large.jpg", "x"), 36000, 2207004);
    refused(create("/picture.png", "x"), 36001, 2207005);
    refused(create("/wide.jpg", "x"), 36003, 2207009);
    refused(create("/good.jpg", "x".repeat(2201)), 36004, 2207010);
    refused(create("/good.jpg", "#a ".repeat(31)), 100, 2207040);
    refused(form("/v25.0/me/media", Map.of("caption", "no picture")), 100, 0);
  }

  @Test
  void a_carousel_waits_for_its_children() throws IOException {
    String first = item();
    String second = item();
    refused(carousel(first + "," + second), 9007, 2207027);

    WORLD.clock.move(Duration.ofSeconds(2));
    refused(carousel(first), 100, 2207028);
    String parent = carousel(first + "," + second).json().path("id").asText();
    WORLD.clock.move(Duration.ofSeconds(2));
    String media = published(parent);

    assertThat(get("/v25.0/" + media + "?fields=media_type").json().path("media_type").asText())
        .isEqualTo("CAROUSEL_ALBUM");
    refused(publish(first), 100, 2207037);
  }

  @Test
  void a_container_expires_after_a_day() throws IOException {
    String container = container("/good.jpg", "late");
    WORLD.clock.move(Duration.ofHours(24));

    assertThat(status(container)).isEqualTo("EXPIRED");
    refused(publish(container), -2, 2207020);
  }

  @Test
  void a_container_may_fail_or_be_slow() throws IOException {
    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.CONTAINER_ERROR).times(1));
    String failed = container("/good.jpg", "failed");
    WORLD.clock.move(Duration.ofSeconds(2));
    assertThat(status(failed)).isEqualTo("ERROR");

    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.SLOW_MEDIA).amount(60_000).times(1));
    String slow = container("/good.jpg", "slow");
    WORLD.clock.move(Duration.ofSeconds(61));
    assertThat(status(slow)).isEqualTo("IN_PROGRESS");
    WORLD.clock.move(Duration.ofSeconds(1));
    assertThat(status(slow)).isEqualTo("FINISHED");
  }

  @Test
  void the_daily_quota_counts_posts_and_ends_at_a_hundred() throws IOException {
    String container = container("/good.jpg", "quota");
    WORLD.clock.move(Duration.ofSeconds(2));
    published(container);

    JsonNode quota =
        get("/v25.0/" + account.remoteId() + "/content_publishing_limit?fields=quota_usage,config")
            .json()
            .path("data")
            .path(0);
    assertThat(quota.path("quota_usage").asInt()).isEqualTo(1);
    assertThat(quota.path("config").path("quota_total").asInt()).isEqualTo(100);

    // Meta leaves open what a repeated publish does; here each makes a post.
    for (int i = 1; i < 100; i++) {
      published(container);
    }
    refused(publish(container), 9, 2207042);
    assertThat(WORLD.posts.duplicates(INSTAGRAM))
        .contains(new Arrival(account.handle(), "quota", 100));
  }

  @Test
  void posts_are_listed_newest_first_within_a_time() throws IOException {
    String first = post("pertama");
    long between = WORLD.clock.instant().plusSeconds(1).getEpochSecond();
    String second = post("kedua");
    String path = "/v25.0/" + account.remoteId() + "/media?fields=id,caption";

    assertThat(ids(get(path))).isEqualTo(second + "," + first);
    assertThat(ids(get(path + "&since=" + between))).isEqualTo(second);
    assertThat(ids(get(path + "&until=" + between))).isEqualTo(first);
    Reply page = get(path + "&limit=1");
    String after = page.json().path("paging").path("cursors").path("after").asText();
    assertThat(ids(get(path + "&limit=1&after=" + after))).isEqualTo(first);
  }

  @Test
  void insights_are_empty_at_first_and_one_wrong_name_fails_all() throws IOException {
    String media = post("insights");
    String path = "/v25.0/" + media + "/insights?metric=views,reach,likes,comments,saved,shares";
    assertThat(get(path).json().path("data")).isEmpty();

    WORLD.clock.move(Duration.ofDays(3));
    Map<String, Long> values =
        StreamSupport.stream(get(path).json().path("data").spliterator(), false)
            .collect(
                Collectors.toMap(
                    metric -> metric.path("name").asText(),
                    metric -> metric.path("values").path(0).path("value").asLong()));
    assertThat(values).hasSize(6);
    assertThat(values.get("reach")).isPositive().isLessThanOrEqualTo(values.get("views"));
    assertThat(values.get("likes")).isLessThanOrEqualTo(values.get("reach"));
    refused(get(path + ",impressions"), 100, 0);
  }

  @Test
  void strangers_objects_do_not_exist() throws IOException {
    String media = post("mine");
    account = WORLD.account(INSTAGRAM);
    token = longToken(shortToken(SCOPES)).json().path("access_token").asText();

    refused(get("/v25.0/" + media + "?fields=id"), 100, 33);
    refused(get("/v25.0/" + media + "/insights?metric=views"), 100, 33);
  }

  @Test
  void a_lost_answer_leaves_the_post_and_a_published_container_behind() throws IOException {
    String container = container("/good.jpg", "hilang");
    WORLD.clock.move(Duration.ofSeconds(2));
    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.LOST_ANSWER).times(1));

    assertThatThrownBy(() -> publish(container)).isInstanceOf(IOException.class);

    assertThat(status(container)).isEqualTo("PUBLISHED");
    assertThat(ids(get("/v25.0/" + account.remoteId() + "/media"))).isNotEmpty();
  }

  @Test
  void index_lag_keeps_a_new_post_off_the_list_but_not_away() throws IOException {
    WORLD.faults.switchOn(NewFault.of(INSTAGRAM, FaultKind.INDEX_LAG).amount(30_000).times(1));
    String media = post("lambat");
    String list = "/v25.0/" + account.remoteId() + "/media";

    assertThat(ids(get(list))).isEmpty();
    assertThat(get("/v25.0/" + media).status()).isEqualTo(200);
    WORLD.clock.move(Duration.ofSeconds(30));
    assertThat(ids(get(list))).isEqualTo(media);
  }

  @Test
  void a_deleted_post_does_not_exist() throws IOException {
    String media = post("hapus");
    assertThat(WORLD.faults.deletePost(INSTAGRAM, media)).isTrue();
    refused(get("/v25.0/" + media + "?fields=id"), 100, 33);
  }

  private String item() throws IOException {
    return form(
            "/v25.0/" + account.remoteId() + "/media",
            Map.of("image_url", file("/good.jpg"), "is_carousel_item", "true"))
        .json()
        .path("id")
        .asText();
  }

  private Reply carousel(String children) throws IOException {
    return form(
        "/v25.0/" + account.remoteId() + "/media",
        Map.of("media_type", "CAROUSEL", "children", children, "caption", "rangkaian"));
  }

  private Reply publish(String container) throws IOException {
    return form(
        "/v25.0/" + account.remoteId() + "/media_publish", Map.of("creation_id", container));
  }

  private String published(String container) throws IOException {
    Reply reply = publish(container);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().path("id").asText();
  }

  private String post(String caption) throws IOException {
    String container = container("/good.jpg", caption);
    WORLD.clock.move(Duration.ofSeconds(2));
    return published(container);
  }

  private static String ids(Reply list) {
    assertThat(list.status()).as(list.text()).isEqualTo(200);
    return StreamSupport.stream(list.json().path("data").spliterator(), false)
        .map(media -> media.path("id").asText())
        .collect(Collectors.joining(","));
  }
}
