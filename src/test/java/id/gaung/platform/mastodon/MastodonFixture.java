package id.gaung.platform.mastodon;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Credentials;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** An account, a publication, statuses as servers write them. */
final class MastodonFixture {

  static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  static final String TEXT = "Kopi Banua kini di Martapura https://ex.am/kopi?x=1 #UMKM";
  static final String HTML =
      "<p>Kopi Banua kini di Martapura <a href=\\\"https://ex.am/kopi?x=1\\\" rel=\\\"nofollow\\\">"
          + "<span class=\\\"invisible\\\">https://</span><span class=\\\"ellipsis\\\">ex.am/kopi"
          + "</span><span class=\\\"invisible\\\">?x=1</span></a> <a"
          + " href=\\\"https://social.example/tags/UMKM\\\" class=\\\"mention hashtag\\\""
          + " rel=\\\"tag\\\">#<span>UMKM</span></a></p>";

  /** The id of what the account published just before. */
  static final String KNOWN = "1";

  private MastodonFixture() {}

  static Access access(URI server) {
    return new Access(
        new Account(Nets.MASTODON, server, "7", "brand@social.example", Map.of()),
        new Credentials(
            Map.of("access_token", "geheim-token"), Optional.empty(), Optional.empty()));
  }

  static Publication publication(String text, int pictures) {
    return new Publication(
        UUID.fromString("0193c0de-0000-7000-8000-000000000001"),
        START,
        text,
        "id",
        IntStream.range(0, pictures).mapToObj(MastodonFixture::picture).toList(),
        Optional.of(KNOWN));
  }

  /** The same, when nobody knows what the account published last. */
  static Publication withoutMark(Publication p) {
    return new Publication(p.id(), p.firstAttemptAt(), p.text(), p.language(), p.pictures());
  }

  private static Picture picture(int index) {
    byte[] bytes = {1, 2, 3};
    return new Picture(
        () -> new ByteArrayInputStream(bytes),
        URI.create("https://gaung.example/p/" + index),
        "image/jpeg",
        bytes.length,
        800,
        800,
        "Gambar " + index);
  }

  static String status(String id, Instant createdAt, String html) {
    return """
        {"id":"%s","created_at":"%s","account":{"id":"7"},"url":"https://social.example/@brand/%s",
         "content":"%s","media_attachments":[],"reblog":null,
         "favourites_count":5,"reblogs_count":3,"replies_count":2}"""
        .formatted(id, createdAt, id, html);
  }

  static String boost(String id, Instant createdAt, String html) {
    return """
        {"id":"%s","created_at":"%s","account":{"id":"7"},"content":"%s","media_attachments":[],
         "reblog":%s}"""
        .formatted(id, createdAt, html, status("900", createdAt, html));
  }

  static String list(List<String> statuses) {
    return "[" + String.join(",", statuses) + "]";
  }
}
