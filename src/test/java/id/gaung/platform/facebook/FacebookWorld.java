package id.gaung.platform.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import java.io.ByteArrayInputStream;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** A client of Facebook before a server that answers as it is told. */
abstract class FacebookWorld {

  static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  static final String PAGE = "1020304050";
  static final String TEXT = "Amplang & kopi #UMKM\nManggar";

  final ScriptedServer server = new ScriptedServer();
  final SteppedClock clock = new SteppedClock(START);
  final FacebookConfig config =
      new FacebookConfig(
          "app-1",
          "app-secret",
          URI.create("https://www.facebook.com"),
          server.address(),
          server.address(),
          "v25.0",
          List.of("pages_read_user_content", "business_management", "pages_manage_engagement"));
  final FacebookClient client = new FacebookClient(server.http, config, clock);
  final Access access =
      new Access(
          new Account(Nets.FACEBOOK, server.address(), PAGE, "promosi.kota", Map.of()),
          new Credentials(
              Map.of("access_token", "geheim-token"), Optional.empty(), Optional.empty()));

  @AfterEach
  void stop() {
    server.close();
  }

  static Publication publication(Attachment attachment, Optional<String> newest) {
    return new Publication(
        UUID.fromString("0193c0de-0000-7000-8000-000000000001"),
        START,
        TEXT,
        "id",
        attachment,
        Map.of(),
        newest);
  }

  static Attachment pictures(int count) {
    return new Attachment.Pictures(
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Picture(
                        () -> new ByteArrayInputStream(new byte[8]),
                        URI.create("https://gaung.example/p/" + i),
                        "image/png",
                        8,
                        1080,
                        1080,
                        "Gambar " + i))
            .toList());
  }

  /** Of so many bytes, each one its own number. */
  static Attachment.Video video(int bytes, int width, int height) {
    byte[] content = new byte[bytes];
    IntStream.range(0, bytes).forEach(i -> content[i] = (byte) ('a' + i % 26));
    return new Attachment.Video(
        () -> new ByteArrayInputStream(content),
        URI.create("https://gaung.example/v"),
        "video/mp4",
        bytes,
        width,
        height,
        Duration.ofSeconds(20),
        Optional.empty(),
        "");
  }

  static String error(int code, int subcode) {
    return """
        {"error":{"message":"says why","type":"OAuthException","code":%d,"error_subcode":%d}}"""
        .formatted(code, subcode);
  }

  static String post(String id, String text, String app) {
    return """
        {"id":"%s_%s","message":%s,"created_time":"2026-11-24T02:00:05+0000",\
        "permalink_url":"https://www.facebook.com/%s/posts/%s","application":{"id":"%s"}}"""
        .formatted(PAGE, id, quoted(text), PAGE, id, app);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\n", "\\n") + "\"";
  }

  static String listed(String... posts) {
    return "{\"data\":[" + String.join(",", posts) + "]}";
  }

  static PublishStep.Continue goesOn(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Continue.class);
    return (PublishStep.Continue) step;
  }

  Checkpoint next(Publication publication, Checkpoint from) {
    return goesOn(client.publish(access, publication, from)).checkpoint();
  }

  /**
   * What Gaung knows of the Page's other posts.
   *
   * @param held ids and addresses that belong to them
   */
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
