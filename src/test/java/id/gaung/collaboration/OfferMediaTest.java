package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.collaboration.Submissions.SentPhoto;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.kernel.Problem;
import id.gaung.web.Browser;
import id.gaung.web.WebServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that a creator sends in parts by the link. */
@Tag("database")
class OfferMediaTest {

  private final World world = new World();
  private WebServer server;
  private Browser browser;
  private String token;
  private UUID work;

  @BeforeEach
  void start() throws Exception {
    server =
        WebServer.with(
            List.of("campaign", "collaboration", "phone", "media"),
            false,
            jersey -> {
              world.collaboration.register(jersey, World.SOCIAL);
              world.collaboration.register(jersey, world.media.uploadDoor());
            });
    server.start();
    browser = server.browser();
    Offer offer = world.acceptedOffer();
    token = world.token(offer);
    work = world.collaboration.offers().deliverables(offer.id()).get(0).id();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private String door(String link, UUID id) {
    return "/api/v1/offer-links/" + link + "/deliverables/" + id + "/media";
  }

  private HttpResponse<String> begin(String door, long length) {
    return browser.send(
        "POST",
        door,
        BodyPublishers.noBody(),
        "Tus-Resumable",
        "1.0.0",
        "Upload-Length",
        Long.toString(length));
  }

  private HttpResponse<String> send(String upload, int offset, byte[] part) {
    return browser.send(
        "PATCH",
        upload,
        BodyPublishers.ofByteArray(part),
        "Tus-Resumable",
        "1.0.0",
        "Upload-Offset",
        Integer.toString(offset),
        "Content-Type",
        "application/offset+octet-stream");
  }

  private static byte[] photo() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  @Test
  void a_file_in_parts_gets_the_name_by_which_a_draft_sends_it() throws IOException {
    byte[] photo = photo();
    HttpResponse<String> made = begin(door(token, work), photo.length);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String upload = made.headers().firstValue("Location").orElseThrow();
    assertThat(send(upload, 0, Arrays.copyOf(photo, 20)).statusCode()).isEqualTo(204);
    HttpResponse<String> last = send(upload, 20, Arrays.copyOfRange(photo, 20, photo.length));
    String name = last.headers().firstValue(OfferMediaResource.NAME).orElseThrow();
    WorkItem item =
        world.collaboration.submissions().work(world.collaboration.links().read(token), work);
    assertThat(world.collaboration.submissions().upload(item, name)).isPresent();
  }

  private String taken(byte[] file) {
    String upload =
        begin(door(token, work), file.length).headers().firstValue("Location").orElseThrow();
    return send(upload, 0, file).headers().firstValue(OfferMediaResource.NAME).orElseThrow();
  }

  @Test
  void a_draft_shows_a_video_or_photos() throws IOException {
    byte[] film;
    try (InputStream file = OfferMediaTest.class.getResourceAsStream("/media/kedai.mp4")) {
      film = Objects.requireNonNull(file).readAllBytes();
    }
    SentPhoto video = new SentPhoto(taken(film), "Cangkir terisi");
    SentPhoto photo = new SentPhoto(taken(photo()), "Meja");
    Submissions submissions = world.collaboration.submissions();
    SubmitDraft both = new SubmitDraft("Kedai pagi", "", false, List.of(video, photo));
    assertThatThrownBy(() -> submissions.submit(token, work, both, Optional.empty()))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.errors().get(0).key()).isEqualTo("collaboration.video-alone"));
    SubmitDraft alone = new SubmitDraft("Kedai pagi", "", false, List.of(video));
    submissions.submit(token, work, alone, Optional.empty());
    WorkItem item = submissions.work(world.collaboration.links().read(token), work);
    Submission draft = item.last().orElseThrow();
    assertThat(draft.video().orElseThrow().altText()).isEqualTo("Cangkir terisi");
    assertThat(draft.photos()).isEmpty();
    assertThat(world.media.library().uses(draft.photoIds())).hasSize(1);
    assertThat(submissions.films(item, List.of(video.upload(), photo.upload())))
        .containsExactly(video.upload());
  }

  @Test
  void a_wrong_link_and_another_creators_content_take_nothing() {
    assertThat(begin(door("wrong", work), 10).statusCode()).isEqualTo(404);
    assertThat(begin(door(token, UUID.randomUUID()), 10).statusCode()).isEqualTo(404);
  }

  @Test
  void for_one_content_only_some_files_are_taken() {
    int taken = 0;
    HttpResponse<String> answer = begin(door(token, work), 10);
    for (; answer.statusCode() == 201; answer = begin(door(token, work), 10)) {
      taken++;
    }
    assertThat(taken).isEqualTo(8);
    assertThat(answer.statusCode()).isEqualTo(429);
  }
}
