package id.gaung.platform.x;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A client of X before a server that answers as it is told. */
abstract class XWorld {

  static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  static final URI CALLBACK = URI.create("https://gaung.example/channels/oauth/x/callback");
  static final String TEXT = "Amplang Manggar #UMKM";
  static final String ID = "1900000000000000777";
  static final String MADE = "{\"data\":{\"id\":\"" + ID + "\",\"text\":\"x\"}}";
  static final String DUPLICATE =
      "{\"detail\":\"You are not allowed to create a Tweet with duplicate content.\","
          + "\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403}";
  static final String NOTHING = "{\"meta\":{\"result_count\":0}}";

  final ScriptedServer server = new ScriptedServer();
  final SteppedClock clock = new SteppedClock(START);
  final XClient client = client(Map.of());
  final Access access = access(Map.of("access_token", "geheim", "refresh_token", "putar"));

  @AfterEach
  void stop() {
    server.close();
  }

  final XClient client(Map<String, String> more) {
    return new XClient(server.http, XApp.of(settings(more)), clock);
  }

  final NetworkSettings settings(Map<String, String> more) {
    Map<String, String> set =
        new HashMap<>(
            Map.of(
                "clientId", "id-1", "clientSecret", "rahasia", "api", server.address().toString()));
    set.putAll(more);
    return NetworkSettings.of(NetworkModule.of(Nets.X), set);
  }

  final Access access(Map<String, String> secrets) {
    return new Access(
        new Account(Nets.X, server.address(), "14", "gaung_bpp", Map.of()),
        new Credentials(secrets, Optional.empty(), Optional.empty()));
  }

  static Publication publication(String text) {
    return publication(text, Attachment.NONE);
  }

  static Publication publication(String text, Attachment attachment) {
    return new Publication(
        UUID.fromString("0193c0de-0000-7000-8000-000000000001"),
        START,
        text,
        "id",
        attachment,
        Map.of(),
        Optional.of("1"));
  }

  static Attachment.Video video(int bytes) {
    byte[] content = new byte[bytes];
    return new Attachment.Video(
        () -> new ByteArrayInputStream(content),
        URI.create("https://gaung.example/v.mp4"),
        "video/mp4",
        bytes,
        1080,
        1920,
        Duration.ofSeconds(12),
        Optional.empty(),
        "");
  }

  /** As the account's list has it. */
  static String listed(String id, String text, String more) {
    return """
        {"id":"%s","text":"%s","created_at":"2026-11-24T02:00:01.000Z"%s}"""
        .formatted(id, text, more.isEmpty() ? "" : "," + more);
  }

  static String list(String... posts) {
    return "{\"data\":["
        + String.join(",", posts)
        + "],\"meta\":{\"result_count\":"
        + posts.length
        + "}}";
  }

  static PublishStep.Continue goesOn(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Continue.class);
    return (PublishStep.Continue) step;
  }

  static PublishStep.Failed failed(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Failed.class);
    return (PublishStep.Failed) step;
  }

  /** A checkpoint just before the post goes out. */
  final Checkpoint marked(Publication publication) {
    return goesOn(client.publish(access, publication, Checkpoint.START)).checkpoint();
  }
}
