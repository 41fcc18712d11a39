package id.gaung.platform.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Deleting;
import id.gaung.platform.Figure;
import id.gaung.platform.Listing;
import id.gaung.platform.Metric;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading counts in batches, deleting, listing. */
class FacebookReadTest extends FacebookWorld {

  private static final String NODE =
      """
      {"id":"x","permalink_url":"https://www.facebook.com/1/posts/1","shares":{"count":1},
       "comments":{"summary":{"total_count":2}},"reactions":{"summary":{"total_count":3}}}""";

  private static final RemotePost POST = new RemotePost(PAGE + "_1", Optional.empty());

  private static String entry(String body) {
    return "{\"code\":200,\"body\":\""
        + body.replace("\"", "\\\"").replace("\n", "").replace("\\\\", "\\")
        + "\"}";
  }

  private static String insights(String... values) {
    return entry(
        IntStream.range(0, values.length / 2)
            .mapToObj(
                i ->
                    "{\"name\":\""
                        + values[2 * i]
                        + "\",\"values\":[{\"value\":"
                        + values[2 * i + 1]
                        + "}]}")
            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
  }

  private Reading read() {
    return client.read(access, List.of(POST)).get(POST);
  }

  private static Map<Metric, Figure> figures(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Measured.class);
    return ((Reading.Measured) reading).figures();
  }

  @Test
  void fifty_posts_take_two_calls_and_each_answer_is_its_own_posts() {
    List<RemotePost> posts =
        IntStream.range(0, 50)
            .mapToObj(i -> new RemotePost(PAGE + "_" + i, Optional.empty()))
            .toList();
    List<String> nodes =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    i == 7
                        ? "null"
                        : i == 8
                            ? "{\"code\":400,\"body\":"
                                + "\"{\\\"error\\\":{\\\"code\\\":100,\\\"error_subcode\\\":33}}\"}"
                            : entry(NODE.replace(":3}", ":" + i + "}")))
            .toList();
    List<String> views =
        IntStream.range(0, 48).mapToObj(i -> insights("post_media_view", "5")).toList();
    server.json(200, nodes.toString()).json(200, views.toString());

    Map<RemotePost, Reading> read = client.read(access, posts);

    assertThat(read.keySet()).containsExactlyElementsOf(posts);
    assertThat(read.get(posts.get(7))).isInstanceOf(Reading.Failed.class);
    assertThat(read.get(posts.get(8))).isInstanceOf(Reading.Absent.class);
    assertThat(figures(read.get(posts.get(49)))).containsEntry(Metric.LIKES, Figure.of(49));
    assertThat(server.arrived()).isEqualTo(2);
  }

  private static final String TOLD =
      NODE.substring(0, NODE.length() - 1)
          + ",\"insights\":{\"data\":[{\"name\":\"post_media_view\",\"values\":[{\"value\":5}]}]}}";

  @Test
  void insights_that_come_with_a_post_take_no_call_of_their_own() {
    RemotePost without = new RemotePost(PAGE + "_2", Optional.empty());
    server
        .json(200, "[" + entry(TOLD) + "," + entry(TOLD) + "]")
        .json(200, "[" + entry(TOLD) + "," + entry(NODE) + "]")
        .json(200, "[" + insights("post_media_view", "7") + "]");

    Map<RemotePost, Reading> whole = client.read(access, List.of(POST, without));
    assertThat(server.arrived()).isEqualTo(1);
    assertThat(figures(whole.get(POST)))
        .containsEntry(Metric.VIEWS, Figure.of(5))
        .containsEntry(Metric.LIKES, Figure.of(3))
        .containsEntry(Metric.REACH, Figure.missing(Figure.Gap.NOT_YET));

    Map<RemotePost, Reading> part = client.read(access, List.of(POST, without));
    assertThat(server.arrived()).as("only of the post that came without").isEqualTo(3);
    assertThat(figures(part.get(POST))).containsEntry(Metric.VIEWS, Figure.of(5));
    assertThat(figures(part.get(without))).containsEntry(Metric.VIEWS, Figure.of(7));
    assertThat(server.takenBody()).contains("insights.metric%28post_media_view");
    server.taken();
    assertThat(server.takenBody()).contains("_2%2Finsights").doesNotContain("_1%2Finsights");
  }

  @Test
  void insights_that_may_not_be_had_with_a_post_leave_it_its_own_counts() {
    String refused = "{\"code\":403,\"body\":\"{\\\"error\\\":{\\\"code\\\":10}}\"}";
    server
        .json(200, "[" + refused + "]")
        .json(200, "[" + entry(NODE) + "]")
        .json(200, "[" + refused + "]");
    assertThat(figures(read()))
        .containsEntry(Metric.VIEWS, Figure.missing(Figure.Gap.REFUSED))
        .containsEntry(Metric.LIKES, Figure.of(3));
  }

  @Test
  void shares_that_neither_account_tells_are_missing_and_no_zero() {
    String bare = entry(NODE.replace("\"shares\":{\"count\":1},", ""));
    server.json(200, "[" + bare + "]").json(200, "[" + insights("post_media_view", "5") + "]");
    assertThat(figures(read()).get(Metric.SHARES)).isInstanceOf(Figure.Missing.class);
  }

  @Test
  void a_metric_that_was_refused_is_not_asked_for_again() {
    String invalid = "{\"code\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":100}}\"}";
    String good = insights("post_media_view", "5");
    server
        .json(200, "[" + entry(NODE) + "]")
        .json(200, "[" + invalid + "]")
        .json(200, "[" + String.join(",", good, invalid, good) + "]")
        .json(200, "[" + good + "]")
        .json(200, "[" + entry(NODE) + "]")
        .json(200, "[" + good + "]");

    read();
    read();

    assertThat(server.arrived()).isEqualTo(6);
    for (int i = 0; i < 5; i++) {
      server.taken();
    }
    assertThat(server.takenBody())
        .contains("post_media_view", "post_activity_by_action_type")
        .doesNotContain("post_total_media_view_unique");
  }

  @Test
  void a_post_that_refuses_every_metric_says_nothing_of_their_names() {
    String invalid = "{\"code\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":100}}\"}";
    server
        .json(200, "[" + entry(NODE) + "]")
        .json(200, "[" + invalid + "]")
        .json(200, "[" + String.join(",", invalid, invalid, invalid) + "]");
    assertThat(figures(read()))
        .containsEntry(Metric.VIEWS, Figure.missing(Figure.Gap.REFUSED))
        .containsEntry(Metric.LIKES, Figure.of(3));
  }

  @Test
  void counts_that_cannot_be_are_missing() {
    server
        .json(200, "[" + entry(NODE.replace(":3}", ":-1}").replace(":2}", ":\\\"viele\\\"}")) + "]")
        .json(200, "[" + insights("post_media_view", "-5") + "]");
    Map<Metric, Figure> figures = figures(read());
    for (Metric metric : List.of(Metric.LIKES, Metric.COMMENTS, Metric.VIEWS)) {
      assertThat(figures.get(metric)).as(metric.name()).isInstanceOf(Figure.Missing.class);
    }
  }

  @Test
  void a_budget_that_is_nearly_used_ends_the_reading_and_is_told() {
    server.json(
        200,
        "[" + entry(NODE) + "]",
        "X-Business-Use-Case-Usage",
        "{\"1\":[{\"type\":\"pages\",\"call_count\":97}]}");
    Reading reading = read();
    assertThat(reading.spent()).isPresent();
    assertThat(figures(reading)).containsEntry(Metric.LIKES, Figure.of(3));
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void deleting_tells_gone_from_forbidden_and_from_unknown() {
    server.json(200, "{\"success\":true}");
    assertThat(client.delete(access, POST)).isEqualTo(new Deleting.Gone());
    server.json(400, error(100, 33)).json(400, error(100, 33)).json(200, "{\"id\":\"1\"}");
    assertThat(client.delete(access, POST)).as("gone before").isEqualTo(new Deleting.Gone());
    server.json(400, error(100, 33)).json(200, "{\"id\":\"1020304050_1\"}");
    assertThat(client.delete(access, POST)).as("it stands").isInstanceOf(Deleting.Failed.class);
    server.json(400, error(200, 0));
    assertThat(client.delete(access, POST)).isInstanceOf(Deleting.Failed.class);
    server.json(500, error(2, 0));
    assertThat(client.delete(access, POST)).isInstanceOf(Deleting.Unknown.class);
    server.hangUp();
    assertThat(client.delete(access, POST)).isInstanceOf(Deleting.Unknown.class);
  }

  @Test
  void a_full_page_that_names_no_other_is_the_last() {
    String full =
        IntStream.range(0, 100)
            .mapToObj(i -> post(String.valueOf(i), "Satu", "app-1"))
            .collect(Collectors.joining(","));
    server.json(200, "{\"data\":[" + full + "],\"paging\":{\"cursors\":{\"after\":\"QVFI\"}}}");
    Listing.Page page = (Listing.Page) client.list(access, START, Optional.empty());
    assertThat(page.posts()).hasSize(100);
    assertThat(page.next()).isEmpty();
  }

  @Test
  void a_list_goes_on_with_the_cursor_while_there_is_more() {
    server
        .json(
            200,
            "{\"data\":["
                + post("9", "Satu", "app-1")
                + ",{\"id\":\"1_2\"}],\"paging\":{\"cursors\":{\"after\":\"QVFI\"},\"next\":\"x\"}}")
        .json(200, "{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"QVFI\"}}}")
        .json(400, error(190, 492));

    Listing.Page first = (Listing.Page) client.list(access, START, Optional.empty());
    Listing.Page last = (Listing.Page) client.list(access, START, first.next());

    assertThat(first.posts()).as("what tells no time is left out").hasSize(1);
    assertThat(first.posts().get(0).text()).isEqualTo("Satu");
    assertThat(last.next()).isEmpty();
    assertThat(client.list(access, START, Optional.empty())).isInstanceOf(Listing.Failed.class);
    assertThat(server.taken().getTarget())
        .contains("/v25.0/1020304050/published_posts?", "since=1795485600", "limit=100");
    assertThat(server.taken().getTarget()).contains("after=QVFI");
  }
}
