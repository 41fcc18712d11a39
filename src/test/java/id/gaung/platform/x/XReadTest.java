package id.gaung.platform.x;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.AccountProfile;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts, as X writes them and as it should not. */
class XReadTest extends XWorld {

  private static final RemotePost POST = new RemotePost(ID, Optional.empty());

  private Map<Metric, Figure> counts(String metrics) {
    server.json(200, "{\"data\":[{\"id\":\"%s\",\"public_metrics\":%s}]}".formatted(ID, metrics));
    return client
        .read(access, List.of(POST))
        .getOrDefault(POST, new Reading.Absent())
        .match(Reading.Measured::figures, absent -> Map.of(), failed -> Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"31\"", "3.5", "[]", "99999999999999999999"})
  void what_is_no_count_is_not_stored(String like) {
    Map<Metric, Figure> counts =
        counts("{\"like_count\":%s,\"reply_count\":2,\"impression_count\":7}".formatted(like));

    assertThat(counts.get(Metric.LIKES)).isEqualTo(Figure.missing(Gap.NOT_OFFERED));
    assertThat(counts.get(Metric.COMMENTS)).isEqualTo(Figure.of(2));
    assertThat(counts.get(Metric.VIEWS)).isEqualTo(Figure.of(7));
  }

  /** Other programs broke on counts that X left out. */
  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "[]", "7", "{\"like_count\":null}"})
  void counts_that_are_left_out_are_missing_and_not_zero(String metrics) {
    Map<Metric, Figure> counts = counts(metrics);

    assertThat(counts.get(Metric.LIKES)).isEqualTo(Figure.missing(Gap.NOT_YET));
    assertThat(counts.get(Metric.SHARES)).isEqualTo(Figure.missing(Gap.NOT_YET));
    assertThat(counts.get(Metric.REACH)).isEqualTo(Figure.missing(Gap.NOT_OFFERED));
  }

  @Test
  void a_name_that_is_there_without_a_value_does_not_hide_the_other() {
    assertThat(
            counts("{\"repost_count\":null,\"retweet_count\":4,\"quote_count\":1}")
                .get(Metric.SHARES))
        .isEqualTo(Figure.of(5));
  }

  @Test
  void a_batch_asks_once_for_all_and_an_id_that_is_none_spoils_nothing() {
    RemotePost gone = new RemotePost("111", Optional.empty());
    RemotePost hidden = new RemotePost("222", Optional.empty());
    RemotePost unnamed = new RemotePost("at://x", Optional.empty());
    server.json(
        200,
        """
        {"data":[{"id":"%s","public_metrics":{"like_count":1}}],"errors":[
         {"resource_id":"111","type":"https://api.x.com/2/problems/resource-not-found"},
         {"value":"222","type":"https://api.twitter.com/2/problems/not-authorized-for-resource"},
         {"resource_id":"%s","type":"https://api.twitter.com/2/problems/not-authorized-for-field"}]}
        """
            .formatted(ID, ID));

    Map<RemotePost, Reading> read = client.read(access, List.of(POST, gone, hidden, unnamed));

    assertThat(server.taken().getTarget())
        .isEqualTo("/2/tweets?ids=" + ID + "%2C111%2C222&tweet.fields=public_metrics");
    assertThat(server.arrived()).isEqualTo(1);
    assertThat(read.get(POST)).isInstanceOf(Reading.Measured.class);
    assertThat(read.get(gone)).isEqualTo(new Reading.Absent());
    assertThat(read.get(hidden))
        .isInstanceOfSatisfying(
            Reading.Measured.class,
            m -> assertThat(m.figures().values()).containsOnly(Figure.missing(Gap.HIDDEN)));
    assertThat(read.get(unnamed)).isInstanceOf(Reading.Failed.class);
  }

  @Test
  void the_name_of_the_query_can_be_set() {
    server.json(200, "{}");
    client(Map.of("postFields", "post.fields")).presence(access, POST);
    assertThat(server.taken().getTarget()).endsWith("&post.fields=public_metrics");
    server.json(200, NOTHING);
    client(Map.of("postFields", "post.fields")).list(access, START, Optional.empty());
    assertThat(server.taken().getTarget())
        .contains("post.fields=created_at%2Centities%2Cpublic_metrics%2Creferenced_posts");
  }

  @Test
  void a_post_that_counts_nothing_yet_stands() {
    server.json(200, "{\"data\":[{\"id\":\"" + ID + "\"}]}");
    assertThat(client.presence(access, POST)).isEqualTo(Presence.PRESENT);
  }

  @Test
  void an_account_under_another_name_is_known_by_its_id() {
    server.json(
        200,
        "{\"data\":{\"id\":\"14\",\"username\":\"gaung_kota\",\"public_metrics\":{"
            + "\"followers_count\":940}}}");
    assertThat(client.profile(access))
        .isEqualTo(new AccountProfile(Figure.of(940), Optional.of("gaung_kota")));
    server.json(200, "{\"data\":{\"id\":\"15\",\"username\":\"lain\"}}");
    assertThat(client.profile(access).handle()).isEmpty();
  }
}
