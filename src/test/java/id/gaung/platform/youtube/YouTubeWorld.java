package id.gaung.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;

/** A client of YouTube before a server that answers as it is told. */
abstract class YouTubeWorld {

  static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  static final String CHANNEL = "UCabcdefghijklmnopqrstuv";
  static final String VIDEO = "AbC123xyz_0";
  static final String TEXT = "Amplang & kopi #UMKM\nManggar";
  static final String TITLE = "Amplang Manggar";
  static final String UPLOAD = "/upload/youtube/v3/videos";

  final ScriptedServer server = new ScriptedServer();
  final SteppedClock clock = new SteppedClock(START);
  final Account account =
      new Account(Nets.YOUTUBE, server.address(), CHANNEL, "promosikota", Map.of());
  final Access access =
      new Access(
          account,
          new Credentials(
              Map.of("access_token", "ya29.geheim", "refresh_token", "1//geheim"),
              Optional.empty(),
              Optional.empty()));
  final YouTubeClient client = client("");

  YouTubeClient client(String apiKey) {
    URI at = server.address();
    return new YouTubeClient(
        server.http,
        new YouTubeConfig(
            "c1", "geheim", apiKey, at, at, at, at, URI.create("https://www.youtube.com")),
        clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Publication publication(long bytes, Map<PostOption, String> options) {
    return new Publication(
        UUID.fromString("0193c0de-0000-7000-8000-000000000001"),
        START,
        TEXT,
        "id",
        video(bytes),
        options,
        Optional.of("old00000000"));
  }

  static Publication publication(long bytes) {
    return publication(bytes, Map.of(PostOption.TITLE, TITLE));
  }

  /** Of zeros alone, which nobody holds at once. */
  private static Attachment.Video video(long bytes) {
    return new Attachment.Video(
        () -> zeros(bytes),
        URI.create("https://gaung.example/v"),
        "video/mp4",
        bytes,
        1080,
        1920,
        Duration.ofSeconds(20),
        Optional.empty(),
        "");
  }

  private static InputStream zeros(long bytes) {
    return new InputStream() {
      private long left = bytes;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }
    };
  }

  ScriptedServer session() {
    return server.json(
        200, "", "Location", server.address() + UPLOAD + "?uploadType=resumable&upload_id=S1");
  }

  /** As many bytes as are there, as the session says it. */
  ScriptedServer there(long bytes) {
    return bytes == 0
        ? server.json(308, "")
        : server.json(308, "", "Range", "bytes=0-" + (bytes - 1));
  }

  ScriptedServer made() {
    return server.json(
        200, "{\"id\":\"" + VIDEO + "\",\"status\":{\"uploadStatus\":\"uploaded\"}}");
  }

  ScriptedServer processed() {
    return server.json(
        200,
        """
        {"items":[{"id":"%s","status":{"uploadStatus":"processed","privacyStatus":"public"}}]}"""
            .formatted(VIDEO));
  }

  static String error(int status, String reason) {
    return """
        {"error":{"code":%d,"message":"says <a href=\\"/x\\">why</a>","errors":[{"reason":"%s"}]}}"""
        .formatted(status, reason);
  }

  ScriptedServer refused(int status, String reason) {
    return server.json(status, error(status, reason));
  }

  Checkpoint next(Publication publication, Checkpoint from) {
    PublishStep step = client.publish(access, publication, from);
    assertThat(step).isInstanceOf(PublishStep.Continue.class);
    return ((PublishStep.Continue) step).checkpoint();
  }

  /** With a session, of which nothing was sent. */
  Checkpoint begun(Publication publication) {
    session();
    Checkpoint begun = next(publication, Checkpoint.START);
    server.taken();
    return begun;
  }

  /** With the last piece about to be sent. */
  Checkpoint ending(Publication publication) {
    Checkpoint begun = begun(publication);
    there(0);
    Checkpoint ending = next(publication, begun);
    server.taken();
    return ending;
  }

  static String range(RecordedRequest request) {
    return String.valueOf(request.getHeaders().get("Content-Range"));
  }

  /** An upload in the channel's list. */
  static String listed(String id, String title, String text) {
    return """
        {"snippet":{"title":"%s","description":"%s"},\
        "contentDetails":{"videoId":"%s","videoPublishedAt":"2026-11-24T02:00:05Z"}}"""
        .formatted(title, text.replace("\n", "\\n"), id);
  }

  static String list(String... items) {
    return "{\"items\":[" + String.join(",", items) + "]}";
  }

  /** What is known of the account's other posts. */
  record Known(Set<String> held, List<OpenPost> open) implements ChannelPosts {
    @Override
    public Set<String> outBefore(Collection<String> remoteIds) {
      return Set.of();
    }

    @Override
    public Set<String> held(Collection<String> marks) {
      return marks.stream().filter(held::contains).collect(Collectors.toSet());
    }
  }
}
