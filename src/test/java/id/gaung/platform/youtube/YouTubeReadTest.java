package id.gaung.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Credentials;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.Listing;
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of videos and channels, with a login and without. */
class YouTubeReadTest extends YouTubeWorld {

  private static final RemotePost POST = new RemotePost(VIDEO, Optional.empty());

  private final Account entered =
      new Account(Nets.YOUTUBE, server.address(), "promosikota", "PromosiKota", Map.of());

  private Reading reading(String video) {
    server.json(200, "{\"items\":[" + video + "]}");
    return client.read(access, List.of(POST)).get(POST);
  }

  private Figure likes(String value) {
    Reading reading =
        reading(
            "{\"id\":\"%s\",\"statistics\":{\"viewCount\":\"1\",\"likeCount\":%s}}"
                .formatted(VIDEO, value));
    return ((Reading.Measured) reading).figures().get(Metric.LIKES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"0\"'|0|",
        "'\"56\"'|56|",
        "56|56|",
        "'\"007\"'|7|",
        "null||HIDDEN",
        "'\"-1\"'||NOT_OFFERED",
        "-1||NOT_OFFERED",
        "'\"1.234\"'||NOT_OFFERED",
        "'\"1,2 rb\"'||NOT_OFFERED",
        "'\"\"'||NOT_OFFERED",
        "1.5||NOT_OFFERED",
        "'\"99999999999999999999\"'||NOT_OFFERED",
        "'\"999999999999999999\"'||NOT_OFFERED",
        "'{}'||NOT_OFFERED",
        "true||NOT_OFFERED",
      })
  void a_count_is_a_text_of_digits_or_a_number_and_nothing_else(String value, Long known, Gap gap) {
    assertThat(likes(value)).isEqualTo(known == null ? Figure.missing(gap) : Figure.of(known));
  }

  /**
   * Met as KeyError of likes that are hidden and comments that are off: YouTube-Agent.bundle 15.
   */
  @Test
  void an_absent_count_is_hidden_and_never_zero() {
    Reading.Measured read =
        (Reading.Measured)
            reading("{\"id\":\"%s\",\"statistics\":{\"viewCount\":\"12\"}}".formatted(VIDEO));
    assertThat(read.figures())
        .containsEntry(Metric.VIEWS, Figure.of(12))
        .containsEntry(Metric.LIKES, Figure.missing(Gap.HIDDEN))
        .containsEntry(Metric.COMMENTS, Figure.missing(Gap.HIDDEN))
        .containsEntry(Metric.SHARES, Figure.missing(Gap.NOT_OFFERED))
        .containsOnlyKeys(Metric.values());
  }

  /** Met for days: edwardslabs/CloudBot 111. Not the owner hides it then. */
  @Test
  void a_video_without_any_statistics_is_read_again_later() {
    Reading.Measured read =
        (Reading.Measured) reading("{\"id\":\"%s\",\"status\":{}}".formatted(VIDEO));
    assertThat(read.figures()).containsEntry(Metric.VIEWS, Figure.missing(Gap.NOT_YET));
  }

  @Test
  void fifty_videos_are_one_call_and_each_has_its_own_counts() {
    List<RemotePost> posts =
        IntStream.range(0, 50)
            .mapToObj(i -> new RemotePost("video0000%02d".formatted(i), Optional.empty()))
            .toList();
    server.json(
        200,
        """
        {"items":[{"id":"video000049","statistics":{"viewCount":"9"}},{"id":"strange"},
        {"id":"video000000","statistics":{"viewCount":"1"}}]}""");
    Map<RemotePost, Reading> read = client.read(access, posts);
    assertThat(read).hasSize(50);
    assertThat(((Reading.Measured) read.get(posts.get(49))).figures())
        .containsEntry(Metric.VIEWS, Figure.of(9));
    assertThat(read.get(posts.get(1))).isInstanceOf(Reading.Absent.class);
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void without_a_key_nothing_is_read_in_nobodys_name() {
    assertThat(client.openly(entered)).isEmpty();
    Access nobody = new Access(entered, Credentials.NONE);
    assertThat(client.read(nobody, List.of(POST)).get(POST))
        .isInstanceOfSatisfying(
            Reading.Failed.class, failed -> assertThat(failed.failure().passes()).isFalse());
    assertThat(client.presence(nobody, POST)).isEqualTo(Presence.UNKNOWN);
    assertThat(client.followers(nobody)).isEqualTo(Figure.missing(Gap.REFUSED));
    assertThat(server.arrived()).isZero();
  }

  @Test
  void with_a_key_counts_are_read_without_a_login() {
    YouTubeClient open = client("k1");
    Access nobody = open.openly(entered).orElseThrow();
    server.json(
        200, "{\"items\":[{\"id\":\"%s\",\"statistics\":{\"viewCount\":\"3\"}}]}".formatted(VIDEO));
    assertThat(open.read(nobody, List.of(POST)).get(POST)).isInstanceOf(Reading.Measured.class);
    RecordedRequest request = server.taken();
    assertThat(request.getTarget()).contains("key=k1");
    assertThat(request.getHeaders().get("Authorization")).isNull();
  }

  /** An address of a video names no channel: only YouTube tells whose it is. */
  @Test
  void a_video_of_another_channel_stands_elsewhere() {
    String shown = "{\"items\":[{\"id\":\"%s\",\"snippet\":{\"channelId\":\"%s\"}}]}";
    server.json(200, shown.formatted(VIDEO, "UC" + "x".repeat(22)));
    assertThat(client.presence(access, POST)).isEqualTo(Presence.ELSEWHERE);
    server.json(200, shown.formatted(VIDEO, CHANNEL));
    assertThat(client.presence(access, POST)).isEqualTo(Presence.PRESENT);
    server.json(200, shown.formatted(VIDEO, ""));
    assertThat(client.presence(access, POST)).isEqualTo(Presence.PRESENT);
  }

  /** To strangers a private video is as if it were gone. */
  @Test
  void only_the_owner_tells_gone_from_private() {
    YouTubeClient open = client("k1");
    Access nobody = open.openly(entered).orElseThrow();
    server.json(200, "{\"items\":[]}");
    assertThat(open.read(nobody, List.of(POST)).get(POST)).isInstanceOf(Reading.Absent.class);
    server.json(200, "{\"items\":[]}");
    assertThat(open.presence(nobody, POST)).isEqualTo(Presence.UNKNOWN);
    server.json(200, "{\"items\":[]}");
    assertThat(open.presence(access, POST)).isEqualTo(Presence.GONE);
  }

  @ParameterizedTest
  @CsvSource({"400, badRequest", "403, accessNotConfigured", "403, forbidden", "401, authError"})
  void a_key_that_is_refused_ends_no_reading(int status, String reason) {
    YouTubeClient open = client("k1");
    refused(status, reason);
    Reading reading = open.read(open.openly(entered).orElseThrow(), List.of(POST)).get(POST);
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Failed.class, failed -> assertThat(failed.failure().passes()).isTrue());
    assertThat(reading.toString()).doesNotContain("k1");
  }

  @Test
  void an_entered_channel_is_found_by_its_name_or_its_id() {
    YouTubeClient open = client("k1");
    String channel =
        """
        {"items":[{"id":"%s","snippet":{"customUrl":"@promosikota"},\
        "statistics":{"subscriberCount":"6430","hiddenSubscriberCount":false}}]}"""
            .formatted(CHANNEL);
    server.json(200, channel);
    AccountProfile profile = open.profile(open.openly(entered).orElseThrow());
    assertThat(profile.followers()).isEqualTo(Figure.of(6430));
    assertThat(profile.handle()).contains("promosikota");
    assertThat(server.taken().getTarget()).contains("forHandle=%40PromosiKota");
    server.json(200, channel);
    open.profile(new Access(account, Credentials.NONE));
    assertThat(server.taken().getTarget()).contains("id=" + CHANNEL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"items\":[{\"statistics\":{\"subscriberCount\":\"0\",\"hiddenSubscriberCount\":true}}]}'|HIDDEN",
        "'{\"items\":[{\"statistics\":{}}]}'|NOT_YET",
        "'{\"pageInfo\":{\"totalResults\":0}}'|REFUSED",
        "'{\"items\":\"x\"}'|NOT_YET",
      })
  void subscribers_that_are_not_told_are_not_zero(String answer, Gap gap) {
    server.json(200, answer);
    assertThat(client.followers(access)).isEqualTo(Figure.missing(gap));
  }

  @Test
  void what_is_older_than_asked_for_is_not_counted_and_no_page_behind_it_read() {
    server.json(200, "{\"items\":[" + listed(VIDEO, TITLE, TEXT) + "],\"nextPageToken\":\"P2\"}");
    Listing.Page page =
        (Listing.Page) client.list(access, START.plus(Duration.ofDays(1)), Optional.empty());
    assertThat(page.next()).isEmpty();
    assertThat(page.posts()).isEmpty();
    assertThat(server.arrived()).isEqualTo(1);
  }
}
