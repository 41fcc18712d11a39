package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import id.gaung.platform.meta.MetaApp;
import id.gaung.platform.meta.MetaApp.MetaHosts;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** A client of Instagram before a server that answers as it is told. */
abstract class InstagramWorld {

  static final Instant START = Instant.parse("2026-11-24T02:00:00Z");

  static final String CAPTION = "Kopi Banua & teh #UMKM\nMartapura";
  static final String ME =
      "{\"user_id\":\"17841400000000001\",\"id\":\"99\",\"username\":\"promosi\"}";
  final ScriptedServer server = new ScriptedServer();
  final SteppedClock clock = new SteppedClock(START);

  final InstagramConfig config = config(new MetaApp("app-1", "app-secret"), new MetaApp("", ""));
  final InstagramClient client = new InstagramClient(server.http, config, clock);
  final Access access = access(START.minus(Duration.ofDays(2)));

  @AfterEach
  void stop() {
    server.close();
  }

  Access access(Instant obtainedAt) {
    return new Access(
        new Account(Nets.INSTAGRAM, server.address(), "17841", "promosi", Map.of()),
        new Credentials(
            Map.of("access_token", "geheim-token", "obtained_at", obtainedAt.toString()),
            Optional.of(obtainedAt.plus(Duration.ofDays(50))),
            Optional.of(obtainedAt.plus(Duration.ofDays(60)))));
  }

  /** With its own login, with Facebook's, or with both, as their keys are set. */
  final InstagramConfig config(MetaApp own, MetaApp byPage) {
    return config(server, own, byPage);
  }

  static InstagramConfig config(ScriptedServer server, MetaApp own, MetaApp byPage) {
    return new InstagramConfig(
        own,
        URI.create("https://www.instagram.com"),
        server.address(),
        server.address(),
        "v25.0",
        new MetaHosts(byPage, URI.create("https://www.facebook.com"), server.address(), "v25.0"),
        List.of("instagram_manage_contents", "instagram_branded_content_creator"),
        List.of("instagram_business_manage_comments"));
  }

  static Publication publication(int pictures) {
    return new Publication(
        UUID.fromString("0193c0de-0000-7000-8000-000000000001"),
        START,
        CAPTION,
        "id",
        IntStream.range(0, pictures)
            .mapToObj(
                i ->
                    new Picture(
                        InputStream::nullInputStream,
                        URI.create("https://gaung.example/p/" + i + "?s=1&e=2"),
                        "image/jpeg",
                        1000,
                        1080,
                        1080,
                        "Gambar " + i))
            .toList(),
        Optional.of("1"));
  }

  static String error(int code, int subcode) {
    return """
        {"error":{"message":"says why","type":"OAuthException","code":%d%s}}"""
        .formatted(code, subcode == 0 ? "" : ",\"error_subcode\":" + subcode);
  }

  static String state(String code) {
    return "{\"status_code\":\"" + code + "\",\"status\":\"" + code + "\",\"id\":\"c1\"}";
  }

  static PublishStep.Continue goesOn(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Continue.class);
    return (PublishStep.Continue) step;
  }

  Checkpoint created(Publication publication) {
    server.json(200, "{\"id\":\"c1\"}");
    return goesOn(client.publish(access, publication, Checkpoint.START)).checkpoint();
  }

  /** A checkpoint just before the container is published. */
  Checkpoint marked(Publication publication) {
    Checkpoint created = created(publication);
    server.json(200, state("FINISHED"));
    Checkpoint marked = goesOn(client.publish(access, publication, created)).checkpoint();
    server.taken();
    server.taken();
    return marked;
  }
}
