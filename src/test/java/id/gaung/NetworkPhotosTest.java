package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import id.gaung.web.SignedInAs;
import id.gaung.web.WebServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A photo over the API as it goes out to each network, by the rules of the real clients. */
@Tag("database")
class NetworkPhotosTest {

  private static final World WORLD = new World();
  private static final PublishingFeature PUBLISHING = publishing();
  private static final SignedInAs SIGNED_IN = new SignedInAs();

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of("media"),
          false,
          jersey -> {
            jersey.register(SIGNED_IN);
            WORLD.media.register(jersey, PUBLISHING::pictureFit);
          });

  private static PublishingFeature publishing() {
    URI url = URI.create("http://localhost:8080");
    ChannelFeature channels =
        new ChannelFeature(
            WORLD.foundation,
            new IdentityFeature(WORLD.foundation, true, URI.create("http://localhost")).people(),
            new Sealing(new byte[32]),
            Clients.of(PlatformSettings.DEFAULT, WORLD.foundation.clock()).platforms(),
            url);
    return new PublishingFeature(
        WORLD.foundation,
        channels,
        WORLD.campaign.campaigns(),
        WORLD.products,
        WORLD.collaboration.deliverables(),
        WORLD.media,
        new IdentityFeature(WORLD.foundation, true, url).people(),
        PublishingRules.of(Duration.ofHours(1), 4),
        "test");
  }

  private final HttpClient http = HttpClient.newHttpClient();

  /** A photo that no quality makes small: every pixel is another. */
  private static UUID noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", bytes);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return WORLD
        .photos
        .store(WORLD.staff, new ByteArrayInputStream(bytes.toByteArray()), "foto.jpg")
        .id();
  }

  private HttpResponse<byte[]> get(UUID photo, String fit, String... headers) throws Exception {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(SERVER.uri("/api/v1/photos/" + photo + "/" + fit));
    if (headers.length > 0) {
      asked.headers(headers);
    }
    return http.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private BufferedImage picture(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow())
        .isEqualTo(answer.body().length);
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  /** What publishing would send, byte for byte. */
  private static byte[] published(UUID photo, String network) throws IOException {
    try (InputStream in =
        WORLD
            .photos
            .fit(photo, PUBLISHING.pictureFit(network, Optional.empty()).orElseThrow())
            .open()) {
      return in.readAllBytes();
    }
  }

  @Test
  void bluesky_gets_at_most_two_million_bytes() throws Exception {
    SIGNED_IN.person(WORLD.staff);
    UUID photo = noise(2400, 1800);
    HttpResponse<byte[]> answer = get(photo, "bluesky");
    assertThat(picture(answer).getWidth()).isLessThanOrEqualTo(2400);
    assertThat(answer.body().length).isLessThanOrEqualTo(2_000_000);
    assertThat(answer.body()).isEqualTo(published(photo, "bluesky"));
  }

  @Test
  void instagram_gets_its_ratio_and_its_width() throws Exception {
    SIGNED_IN.person(WORLD.staff);
    for (UUID photo : List.of(noise(200, 800), noise(2000, 300))) {
      HttpResponse<byte[]> answer = get(photo, "instagram");
      BufferedImage picture = picture(answer);
      assertThat(picture.getWidth()).isBetween(320, 1440);
      assertThat((double) picture.getWidth() / picture.getHeight()).isBetween(0.79, 1.92);
      assertThat(answer.body().length).isLessThanOrEqualTo(8 * 1024 * 1024);
      assertThat(answer.body()).isEqualTo(published(photo, "instagram"));
    }
  }

  @Test
  void mastodon_gets_what_the_servers_own_limits_say() throws Exception {
    SIGNED_IN.person(WORLD.staff);
    UUID photo = noise(900, 700);
    byte[] anywhere = get(photo, "mastodon").body();
    assertThat(anywhere).isEqualTo(published(photo, "mastodon"));
    UUID small = channel(Nets.MASTODON, "{\"image_size_limit\":\"100000\"}");
    HttpResponse<byte[]> answer = get(photo, "mastodon?channel=" + small);
    picture(answer);
    assertThat(answer.body().length).isLessThanOrEqualTo(100_000).isLessThan(anywhere.length);
    assertThat(get(photo, "mastodon").body()).as("of the one account").isEqualTo(answer.body());
    assertThat(get(photo, "bluesky?channel=" + small).statusCode()).isEqualTo(404);
    assertThat(get(photo, "mastodon?channel=nonsense").statusCode()).isIn(400, 404);
  }

  private static UUID channel(Network network, String traits) {
    UUID id = UUID.randomUUID();
    WORLD.jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into channel (id, network, server, remote_id, handle, traits, label,
                      state, connected_at)
                    values (:id, :network, 'https://kota.example', :id, 'kota', :traits::json,
                      'Kota', 'CONNECTED', now())
                    """)
                .bindMap(Map.of("id", id, "network", network.name(), "traits", traits))
                .execute());
    return id;
  }

  @Test
  void what_was_read_is_kept_a_day_and_asked_about_by_its_tag() throws Exception {
    SIGNED_IN.person(WORLD.staff);
    UUID photo = noise(100, 80);
    HttpResponse<byte[]> first = get(photo, "bluesky");
    assertThat(first.headers().firstValue("Cache-Control")).contains("private, max-age=86400");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = get(photo, "bluesky", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void another_name_or_photo_is_not_found_and_only_who_sees_drafts_may_look() throws Exception {
    UUID photo = noise(60, 60);
    SIGNED_IN.person(WORLD.staff);
    for (String fit : List.of("myspace", "BLUESKY", "bluesky2", "original")) {
      HttpResponse<byte[]> answer = get(photo, fit);
      assertThat(answer.statusCode()).as(fit).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
    }
    assertThat(get(UUID.randomUUID(), "bluesky").statusCode()).isEqualTo(404);
    for (Role role : Role.values()) {
      SIGNED_IN.person(WORLD.person("Somebody", role));
      for (String fit : List.of("thumb", "bluesky", "mastodon", "instagram")) {
        boolean may = role == Role.STAFF || role == Role.APPROVER;
        assertThat(get(photo, fit).statusCode()).as(role + " " + fit).isEqualTo(may ? 200 : 403);
      }
    }
    SIGNED_IN.nobody();
    assertThat(get(photo, "bluesky").statusCode()).isEqualTo(401);
  }
}
