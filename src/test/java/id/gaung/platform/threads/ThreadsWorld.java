package id.gaung.platform.threads;

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
import id.gaung.platform.meta.MetaApp;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** A client of Threads before a server that answers as it is told. */
abstract class ThreadsWorld {

  static final Instant START = Instant.parse("2026-11-24T02:00:00Z");

  static final String TEXT = "Kopi Banua & teh #UMKM";

  static final String ME = "{\"id\":\"2480\",\"username\":\"gaung.balikpapan\"}";

  final ScriptedServer server = new ScriptedServer();
  final SteppedClock clock = new SteppedClock(START);
  final ThreadsClient client =
      client(ThreadsHosts.of(settings(Map.of("graph", server.address().toString()))));
  final Access access = access(START.minus(Duration.ofDays(2)));

  static NetworkSettings settings(Map<String, String> set) {
    return NetworkSettings.of(NetworkModule.of(Nets.THREADS), new HashMap<>(set));
  }

  final ThreadsClient client(ThreadsHosts hosts) {
    return new ThreadsClient(server.http, new MetaApp("app-1", "app-secret"), hosts, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  final Access access(Instant obtainedAt) {
    return new Access(
        new Account(Nets.THREADS, server.address(), "2480", "gaung.balikpapan", Map.of()),
        new Credentials(
            Map.of("access_token", "geheim-token", "obtained_at", obtainedAt.toString()),
            Optional.of(obtainedAt.plus(Duration.ofDays(48))),
            Optional.of(obtainedAt.plus(Duration.ofDays(60)))));
  }

  static Publication publication(Attachment attachment) {
    return new Publication(
        UUID.fromString("0193c0de-0000-7000-8000-000000000001"),
        START,
        TEXT,
        "id",
        attachment,
        Map.of(),
        Optional.of("1"));
  }

  static Attachment pictures(int count) {
    return new Attachment.Pictures(
        IntStream.range(0, count)
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
            .toList());
  }

  static Attachment video() {
    return new Attachment.Video(
        InputStream::nullInputStream,
        URI.create("https://gaung.example/v/1.mp4?s=1&e=2"),
        "video/mp4",
        5,
        1080,
        1920,
        Duration.ofSeconds(20),
        Optional.empty(),
        "Penjual menggoreng");
  }

  static String error(int code, int subcode) {
    return """
        {"error":{"message":"says why","type":"OAuthException","code":%d%s}}"""
        .formatted(code, subcode == 0 ? "" : ",\"error_subcode\":" + subcode);
  }

  static String state(String code) {
    return "{\"status\":\"" + code + "\",\"id\":\"c1\"}";
  }

  static String failed(String reason) {
    return "{\"status\":\"ERROR\",\"error_message\":\"" + reason + "\",\"id\":\"c1\"}";
  }

  /** As the account's list has it; replies and posts of others that were shared on too. */
  static String media(String id, String text, String type) {
    return """
        {"id":"%1$s","text":"%2$s","media_type":"%3$s","timestamp":"2026-11-24T02:00:04+0000",\
        "permalink":"https://www.threads.com/@gaung.balikpapan/post/%1$s"}"""
        .formatted(id, text, type);
  }

  static String list(String... media) {
    return "{\"data\":[" + String.join(",", List.of(media)) + "]}";
  }

  static PublishStep.Continue goesOn(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Continue.class);
    return (PublishStep.Continue) step;
  }

  static PublishStep.Failed failed(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Failed.class);
    return (PublishStep.Failed) step;
  }

  /** A checkpoint just before the container is published. */
  Checkpoint marked(Publication publication) {
    server.json(200, "{\"id\":\"c1\"}").json(200, state("FINISHED"));
    Checkpoint made = goesOn(client.publish(access, publication, Checkpoint.START)).checkpoint();
    PublishStep.Continue marked = goesOn(client.publish(access, publication, made));
    clock.step(marked.pause());
    server.taken();
    server.taken();
    return marked.checkpoint();
  }
}
