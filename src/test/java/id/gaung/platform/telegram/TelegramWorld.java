package id.gaung.platform.telegram;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A channel, its bot, and a server that gives the answers queued. */
abstract class TelegramWorld {

  static final String TOKEN = "123456789:AAExampleOfAToken_of-35-characters0";
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  final ScriptedServer server = new ScriptedServer();
  final SteppedClock clock = new SteppedClock(NOW);
  final TelegramClient client =
      new TelegramClient(server.http, clock, server.address(), URI.create("https://t.me"));
  final Access access = access("acme_news");

  @AfterEach
  void close() {
    server.close();
  }

  Access access(String handle) {
    return new Access(
        new Account(Nets.TELEGRAM, server.address(), "-1001234567890", handle, Map.of()),
        new Credentials(Map.of("token", TOKEN), Optional.empty(), Optional.empty()));
  }

  static Publication publication(String text, int pictures) {
    return new Publication(
        new UUID(7, 8),
        NOW,
        text,
        "id",
        new Attachment.Pictures(Collections.nCopies(pictures, picture())),
        Map.of(),
        Optional.empty());
  }

  static Publication film(Optional<Picture> cover) {
    return new Publication(
        new UUID(7, 8),
        NOW,
        "Amplang",
        "id",
        new Attachment.Video(
            () -> new ByteArrayInputStream(new byte[64]),
            URI.create("https://gaung.example/v.mp4"),
            "video/mp4",
            64,
            0,
            0,
            Duration.ofMillis(400),
            cover,
            "Penjual"),
        Map.of(),
        Optional.empty());
  }

  static Picture picture() {
    return new Picture(
        () -> new ByteArrayInputStream(new byte[16]),
        URI.create("https://gaung.example/m/foto.jpg"),
        "image/jpeg",
        16,
        800,
        800,
        "Sepiring amplang");
  }

  /** The step that sends, from the mark before it. */
  PublishStep sent(Publication publication) {
    return client.publish(access, publication, marked(publication));
  }

  Checkpoint marked(Publication publication) {
    return ((PublishStep.Continue) client.publish(access, publication, Checkpoint.START))
        .checkpoint();
  }

  static String messages(List<Integer> ids) {
    return "{\"ok\":true,\"result\":"
        + ids.stream().map(id -> "{\"message_id\":" + id + "}").toList()
        + "}";
  }
}
