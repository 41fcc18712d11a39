package id.gaung.platform.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.Picture;
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

/** A client of LinkedIn before a server that answers as it is told. */
abstract class LinkedInWorld {

  static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  static final URI CALLBACK = URI.create("https://gaung.example/channels/oauth/linkedin/callback");
  static final String TEXT = "Amplang (Manggar) #UMKM";
  static final String URN = "urn:li:share:7398500000000000777";
  static final String NOTHING = "{\"elements\":[]}";

  final ScriptedServer server = new ScriptedServer();
  final SteppedClock clock = new SteppedClock(START);
  final LinkedInClient client = client(Map.of());
  final Access access = access(Map.of("access_token", "geheim", "refresh_token", "putar"));

  @AfterEach
  void stop() {
    server.close();
  }

  final LinkedInClient client(Map<String, String> more) {
    return new LinkedInClient(server.http, LinkedInApp.of(settings(more)), clock);
  }

  final NetworkSettings settings(Map<String, String> more) {
    Map<String, String> set =
        new HashMap<>(
            Map.of(
                "clientId",
                "id-1",
                "clientSecret",
                "rahasia",
                "web",
                server.address().toString(),
                "api",
                server.address().toString()));
    set.putAll(more);
    return NetworkSettings.of(NetworkModule.of(Nets.LINKEDIN), set);
  }

  final Access access(Map<String, String> secrets) {
    return new Access(
        new Account(
            Nets.LINKEDIN, server.address(), "5515715", "company/gaung-balikpapan", Map.of()),
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
        Optional.of("urn:li:share:7398000000000000000"));
  }

  static Picture picture(String alt) {
    return new Picture(
        () -> new ByteArrayInputStream(new byte[16]),
        URI.create("https://gaung.example/f.jpg"),
        "image/jpeg",
        16,
        800,
        800,
        alt);
  }

  static Attachment.Video video(int bytes) {
    byte[] content = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      content[i] = (byte) i;
    }
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

  /** As the page's list has it. */
  static String listed(String urn, String commentary) {
    return """
        {"id":"%s","commentary":"%s","lifecycleState":"PUBLISHED","publishedAt":1795485601000}"""
        .formatted(urn, commentary.replace("\\", "\\\\"));
  }

  static String list(String... posts) {
    return "{\"elements\":[" + String.join(",", posts) + "]}";
  }

  static PublishStep.Continue goesOn(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Continue.class);
    return (PublishStep.Continue) step;
  }

  static PublishStep.Failed failed(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Failed.class);
    return (PublishStep.Failed) step;
  }

  final Checkpoint step(Publication publication, Checkpoint from) {
    PublishStep.Continue next = goesOn(client.publish(access, publication, from));
    clock.step(next.pause());
    return next.checkpoint();
  }

  /** A checkpoint just before the post goes out. */
  final Checkpoint marked(Publication publication) {
    return step(publication, Checkpoint.START);
  }
}
