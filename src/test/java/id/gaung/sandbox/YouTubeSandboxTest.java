package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.demo.NetworkPerson;
import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.Connecting;
import id.gaung.platform.Deleting;
import id.gaung.platform.Figure;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PostOption;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Revoking;
import id.gaung.platform.SocialPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Practice YouTube answers as the Data API's pages say. */
@Tag("database")
class YouTubeSandboxTest {

  private static final ContractWorld WORLD = new ContractWorld();
  private static final NetworkModule MODULE = NetworkModule.of(Nets.YOUTUBE);
  private static final int GRAIN = 256 * 1024;

  private final Access access = WORLD.connected(MODULE);
  private final String token = access.credentials().secrets().getOrDefault("access_token", "");

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      return WORLD.practice.send(request);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return WORLD.practice.request(Nets.YOUTUBE, path, Optional.of(token));
  }

  private Reply begin(String title, long bytes) {
    return send(
        request("/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status")
            .header("Content-Type", "application/json")
            .header("X-Upload-Content-Length", Long.toString(bytes))
            .POST(
                BodyPublishers.ofString(
                    """
                    {"snippet":{"title":"%s"},"status":{"publicStatsViewable":false}}"""
                        .formatted(title))));
  }

  private HttpRequest.Builder session(Reply begun) {
    URI at = URI.create(begun.header("Location"));
    return request(at.getPath() + "?" + at.getQuery());
  }

  private Reply put(Reply begun, String range, byte[] bytes) {
    return send(
        session(begun)
            .header("Content-Range", range)
            .header("Content-Type", "video/mp4")
            .PUT(BodyPublishers.ofByteArray(bytes)));
  }

  private static byte[] video(int bytes) {
    byte[] video = new byte[bytes];
    byte[] head = "....ftypisom".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, video, 0, Math.min(bytes, head.length));
    return video;
  }

  private static String reason(Reply reply) {
    return reply.json().path("error").path("errors").path(0).path("reason").asText();
  }

  @Test
  void an_upload_goes_in_pieces_says_how_far_it_is_and_makes_one_video() {
    int all = GRAIN + 10;
    Reply begun = begin("Satu", all);
    assertThat(begun.status()).isEqualTo(200);
    Reply nothing = put(begun, "bytes */" + all, new byte[0]);
    assertThat(nothing.status()).isEqualTo(308);
    assertThat(nothing.header("Range")).isEmpty();
    assertThat(put(begun, "bytes 0-99/" + all, video(100)).status()).as("no grain").isEqualTo(400);
    Reply piece = put(begun, "bytes 0-" + (GRAIN - 1) + "/" + all, video(GRAIN));
    assertThat(piece.status()).isEqualTo(308);
    assertThat(piece.header("Range")).isEqualTo("bytes=0-" + (GRAIN - 1));
    assertThat(put(begun, "bytes 5-14/" + all, new byte[10]).status()).isEqualTo(400);
    Reply whole = put(begun, "bytes " + GRAIN + "-" + (all - 1) + "/" + all, new byte[10]);
    assertThat(whole.status()).isEqualTo(200);
    String id = whole.json().path("id").asText();
    assertThat(put(begun, "bytes */" + all, new byte[0]).json().path("id").asText()).isEqualTo(id);
  }

  @Test
  void what_a_video_hides_is_left_out_and_counts_are_texts() {
    Reply begun = begin("Dua", 20);
    String id = put(begun, "bytes 0-19/20", video(20)).json().path("id").asText();
    WORLD.practice.clock.move(Duration.ofMinutes(30));
    JsonNode counts =
        send(request("/youtube/v3/videos?part=statistics&id=" + id + ",nothing0000").GET())
            .json()
            .path("items");
    assertThat(counts).hasSize(1);
    assertThat(counts.path(0).path("statistics").path("viewCount").isTextual()).isTrue();
    assertThat(counts.path(0).path("statistics").has("likeCount")).isFalse();
  }

  @Test
  void titles_and_tokens_are_refused_in_googles_shape() {
    assertThat(reason(begin("a<b", 20))).isEqualTo("invalidTitle");
    assertThat(reason(send(WORLD.practice.request(Nets.YOUTUBE, "/youtube/v3/videos?id=x").GET())))
        .isEqualTo("authError");
    assertThat(reason(send(request("/youtube/v3/videos?id=nothing0000").DELETE())))
        .isEqualTo("videoNotFound");
  }

  @Test
  void the_hundredth_upload_of_a_day_is_the_last_until_midnight_in_california() {
    PracticeWorld practice = WORLD.practice;
    practice.restart();
    for (int i = 0; i < YouTubeQuota.UPLOADS; i++) {
      assertThat(begin("Jatah", 20).status()).isEqualTo(200);
    }
    Reply refused = begin("Jatah", 20);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(reason(refused)).isEqualTo("quotaExceeded");
    practice.restart();
  }

  /** A second grant of the same person ends with the first. */
  @Test
  void giving_one_token_back_ends_all_of_them() {
    SocialPlatform client = WORLD.client(MODULE);
    PracticeAccount own =
        WORLD.practice.accounts.list(MODULE).stream()
            .filter(one -> one.remoteId().equals(access.account().remoteId()))
            .findFirst()
            .orElseThrow();
    var begun = (Connecting.Redirect) client.connect(Map.of(), ContractWorld.CALLBACK, "s");
    String code = new NetworkPerson().allow(begun.authorize(), own.handle()).get("code");
    Access again =
        ((Connecting.Connected) client.complete(begun.pending(), code, ContractWorld.CALLBACK))
            .access();

    assertThat(client.revokeReplaced(access)).isEqualTo(Revoking.NOT_OFFERED);
    assertThat(client.followers(again)).isInstanceOf(Figure.Known.class);
    assertThat(client.revoke(access)).isEqualTo(Revoking.REVOKED);
    assertThat(client.followers(again)).isInstanceOf(Figure.Missing.class);
  }

  @Test
  void with_the_key_anybody_reads_what_is_public() {
    SocialPlatform owner = WORLD.client(MODULE);
    Publication publication =
        WORLD.publication(
            WORLD.attachment(Optional.of(Attachment.Kind.VIDEO)),
            Map.of(PostOption.TITLE, "Amplang"));
    RemotePost post = WORLD.drive(owner, access, publication, Checkpoint.START).published().post();
    WORLD.practice.clock.move(Duration.ofMinutes(30));
    Map<String, String> settings =
        new HashMap<>(PracticeServer.of(MODULE).settings(WORLD.practice.uri(MODULE)));
    settings.put("apiKey", YouTubeServer.API_KEY);
    ListedHosts hosts = new ListedHosts(Set.of("127.0.0.1", "localhost"));
    SocialPlatform open =
        MODULE.client(
            new ClientSetup(
                NetworkSettings.of(MODULE, settings),
                new PlatformHttp(hosts, PlatformHttp.Timeouts.STANDARD),
                hosts,
                WORLD.practice.clock));
    Access nobody = open.openly(access.account()).orElseThrow();

    Reading read = open.read(nobody, List.of(post)).getOrDefault(post, new Reading.Absent());
    assertThat(read)
        .isInstanceOfSatisfying(
            Reading.Measured.class,
            measured ->
                assertThat(measured.figures().get(Metric.LIKES)).isInstanceOf(Figure.Known.class));
    assertThat(open.followers(nobody)).isInstanceOf(Figure.Known.class);
    assertThat(owner.delete(access, post)).isInstanceOf(Deleting.Gone.class);
    assertThat(open.presence(nobody, post)).isEqualTo(Presence.UNKNOWN);
    assertThat(owner.presence(access, post)).isEqualTo(Presence.GONE);
  }
}
