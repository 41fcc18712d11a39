package id.gaung.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.platform.SteppedClock;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class PhotosTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final Fit INSTAGRAM =
      Fit.of("instagram", 8_000_000, List.of("image/jpeg"), 0.8, 1.91, 320, 1440);
  private static final Fit BLUESKY =
      Fit.of("bluesky", 2_000_000, List.of("image/jpeg", "image/png"), 0.01, 100, 1, 2000);
  private static final Actor STAFF = Actor.system("test");

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T04:00:00Z"));
  private Foundation on;
  private Photos photos;
  private PhotoLinks links;

  @BeforeEach
  void wire() {
    on = TestFoundation.on(DATABASE, clock);
    MediaFeature media =
        new MediaFeature(on, folder, URI.create("https://gaung.example/"), new byte[32]);
    photos = media.photos();
    links = media.links();
  }

  private Photo store(byte[] bytes) {
    return photos.store(STAFF, new ByteArrayInputStream(bytes), "foto.jpg");
  }

  private Path file(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private String refusal(byte[] bytes) {
    Problem refused = catchThrowableOfType(Problem.class, () -> store(bytes));
    assertThat(refused).as("should have been refused").isNotNull();
    assertThat(refused.errors()).hasSize(1);
    assertThat(refused.errors().get(0).field()).isEqualTo("photo");
    return refused.errors().get(0).key();
  }

  @Test
  void a_photo_from_a_phone_is_turned_upright_and_loses_all_metadata() throws IOException {
    Photo photo = store(TestPhotos.jpegWithExif(400, 200, 6));

    assertThat(photo.width()).isEqualTo(200);
    assertThat(photo.height()).isEqualTo(400);
    assertThat(photo.mimeType()).isEqualTo("image/jpeg");
    // Turned clockwise, what was left is on top.
    BufferedImage kept = TestPhotos.decoded(file(photo.sha256()));
    assertThat(isRed(kept, 100, 50)).isTrue();
    assertThat(isBlue(kept, 100, 350)).isTrue();
    String bytes =
        new String(Files.readAllBytes(file(photo.sha256())), StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("Exif").doesNotContain("2026:11:24");
    assertThat(photo.bytes()).isEqualTo(Files.size(file(photo.sha256())));
  }

  @Test
  void the_test_photo_does_carry_a_place_before_it_is_cleaned() {
    String before = new String(TestPhotos.jpegWithExif(40, 20, 6), StandardCharsets.ISO_8859_1);
    assertThat(before).contains("Exif").contains("2026:11:24");
  }

  @Test
  void what_can_be_seen_through_stays_so_when_kept_and_is_white_in_a_jpeg() {
    BufferedImage clear = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
    Photo photo = store(TestPhotos.encoded(clear, "png"));
    assertThat(photo.mimeType()).isEqualTo("image/png");
    assertThat(TestPhotos.decoded(file(photo.sha256())).getColorModel().hasAlpha()).isTrue();

    FittedPhoto fitted = photos.fit(photo.id(), Fit.SCREEN);
    assertThat(fitted.mimeType()).isEqualTo("image/jpeg");
    Color middle =
        new Color(
            TestPhotos.decoded(fitted.path()).getRGB(fitted.width() / 2, fitted.height() / 2));
    assertThat(middle).isEqualTo(Color.WHITE);
  }

  @Test
  void grey_keeps_its_brightness() {
    BufferedImage grey = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 2500; i++) {
      grey.getRaster().setSample(i % 50, i / 50, 0, 100);
    }
    Photo photo = store(TestPhotos.encoded(grey, "png"));
    Color kept = new Color(TestPhotos.decoded(file(photo.sha256())).getRGB(25, 25));
    assertThat(kept).isEqualTo(new Color(100, 100, 100));
  }

  @Test
  void webp_and_four_ink_jpeg_are_taken() {
    assertThat(store(TestPhotos.WEBP).width()).isEqualTo(1);
    Photo printed = store(TestPhotos.cmykJpeg(64, 48));
    Color paper = new Color(TestPhotos.decoded(file(printed.sha256())).getRGB(30, 20));
    assertThat(paper.getRed()).isGreaterThan(240);
  }

  @Test
  void files_are_judged_by_their_bytes_and_not_by_their_name() {
    assertThat(
            refusal(
                "<!DOCTYPE html><html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("media.not-a-photo");
    assertThat(
            refusal(
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"
                    .getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("media.not-a-photo");
    assertThat(refusal("BM......".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("media.not-a-photo");
    assertThat(refusal(new byte[0])).isEqualTo("media.not-a-photo");
  }

  @Test
  void a_file_that_was_cut_off_is_refused_and_says_so() {
    byte[] jpeg = TestPhotos.encoded(TestPhotos.noise(300, 300), "jpeg");
    byte[] png = TestPhotos.encoded(TestPhotos.noise(300, 300), "png");
    assertThat(refusal(Arrays.copyOf(jpeg, jpeg.length / 2))).isEqualTo("media.cut-off");
    assertThat(refusal(Arrays.copyOf(png, png.length / 2))).isEqualTo("media.cut-off");
    assertThat(refusal(Arrays.copyOf(TestPhotos.WEBP, 30))).isIn("media.cut-off", "media.broken");
  }

  @Test
  void garbage_behind_a_photos_first_bytes_is_refused() {
    byte[] jpeg = TestPhotos.jpeg(300, 300);
    Arrays.fill(jpeg, 20, jpeg.length - 2, (byte) 0x11);
    assertThat(refusal(jpeg)).isIn("media.broken", "media.cut-off");
  }

  @Test
  void a_small_file_with_a_huge_header_is_refused_before_it_unfolds() {
    assertThat(refusal(TestPhotos.bomb())).isEqualTo("media.too-many-pixels");
  }

  @Test
  void more_than_24_megabytes_are_refused() {
    byte[] large = Arrays.copyOf(TestPhotos.jpeg(20, 20), 24 * 1024 * 1024 + 1);
    assertThat(refusal(large)).isEqualTo("media.too-large");
  }

  @Test
  void nothing_is_left_in_the_folder_of_a_refused_photo() throws IOException {
    refusal(TestPhotos.bomb());
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void a_wide_photo_is_padded_for_instagram_and_never_cropped() {
    Photo photo = store(TestPhotos.jpeg(3000, 600));
    FittedPhoto fitted = photos.fit(photo.id(), INSTAGRAM);

    assertThat(fitted.width()).isEqualTo(1440);
    double ratio = (double) fitted.width() / fitted.height();
    assertThat(ratio).isBetween(0.8, 1.91);
    BufferedImage image = TestPhotos.decoded(fitted.path());
    assertThat(new Color(image.getRGB(700, 3))).isEqualTo(Color.WHITE);
    assertThat(isRed(image, 10, fitted.height() / 2)).isTrue();
    assertThat(isBlue(image, 1430, fitted.height() / 2)).isTrue();
  }

  @Test
  void a_small_tall_photo_is_enlarged_and_padded_for_instagram() {
    Photo photo = store(TestPhotos.jpeg(100, 200));
    FittedPhoto fitted = photos.fit(photo.id(), INSTAGRAM);
    assertThat(fitted.width()).isBetween(320, 1440);
    assertThat((double) fitted.width() / fitted.height()).isBetween(0.8, 1.91);
  }

  @Test
  void a_heavy_photo_becomes_light_enough_for_bluesky() {
    Photo photo = store(TestPhotos.encoded(TestPhotos.noise(2400, 2000), "png"));
    FittedPhoto fitted = photos.fit(photo.id(), BLUESKY);
    assertThat(fitted.bytes()).isLessThanOrEqualTo(2_000_000);
    assertThat(fitted.path()).hasSize(fitted.bytes());
    assertThat(fitted.mimeType()).isEqualTo("image/jpeg");
  }

  @Test
  void a_photo_that_fits_already_goes_out_as_it_was_kept() {
    Photo photo = store(TestPhotos.jpeg(1080, 1080));
    FittedPhoto fitted = photos.fit(photo.id(), INSTAGRAM);
    assertThat(fitted.sha256()).isEqualTo(photo.sha256());
    assertThat(fitted.width()).isEqualTo(1080);
    assertThat(photos.fit(photo.id(), Fit.THUMB).sha256()).isNotEqualTo(photo.sha256());
  }

  @Test
  void a_photo_that_no_size_makes_light_enough_is_refused() {
    Photo photo = store(TestPhotos.encoded(TestPhotos.noise(400, 400), "png"));
    Fit impossible = Fit.of("tiny", 100, List.of("image/jpeg"), 0.5, 2, 100, 400);
    Problem refused = catchThrowableOfType(Problem.class, () -> photos.fit(photo.id(), impossible));
    assertThat(refused.key()).isEqualTo("media.does-not-fit");
  }

  @Test
  void two_who_ask_at_once_get_one_row() throws Exception {
    Photo photo = store(TestPhotos.jpeg(800, 600));
    CyclicBarrier start = new CyclicBarrier(2);
    var pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<FittedPhoto>> asked =
          Stream.of(1, 2)
              .map(
                  i ->
                      pool.submit(
                          () -> {
                            start.await(30, TimeUnit.SECONDS);
                            return photos.fit(photo.id(), Fit.THUMB);
                          }))
              .toList();
      assertThat(asked.get(0).get()).isEqualTo(asked.get(1).get());
    } finally {
      pool.shutdownNow();
    }
    int rows =
        on.jdbi()
            .withHandle(
                h ->
                    h.createQuery("select count(*) from photo_variant where photo_id = :id")
                        .bind("id", photo.id())
                        .mapTo(Integer.class)
                        .one());
    assertThat(rows).isEqualTo(1);
  }

  @Test
  void other_rules_under_the_same_name_make_another_picture() {
    Photo photo = store(TestPhotos.jpeg(800, 600));
    Fit narrower = Fit.of("instagram", 8_000_000, List.of("image/jpeg"), 0.8, 1.91, 320, 500);
    assertThat(photos.fit(photo.id(), INSTAGRAM).width()).isEqualTo(800);
    assertThat(photos.fit(photo.id(), narrower).width()).isEqualTo(500);
  }

  @Test
  void the_row_is_rolled_back_with_the_callers_transaction() {
    UUID[] stored = new UUID[1];
    assertThatThrownBy(
            () ->
                on.transactions()
                    .run(
                        () -> {
                          stored[0] = store(TestPhotos.jpeg(30, 30)).id();
                          throw new IllegalStateException("rolled back");
                        }))
        .hasMessage("rolled back");
    assertThat(photos.find(stored[0])).isEmpty();
  }

  @Test
  void a_public_address_is_signed_plain_and_ends() {
    Photo photo = store(TestPhotos.jpeg(800, 600));
    Instant until = clock.instant().plus(Duration.ofHours(1));
    URI url = links.publicUrl(photo.id(), INSTAGRAM, until);

    assertThat(url.toString())
        .startsWith("https://gaung.example/media/" + photo.id() + "/")
        .endsWith(".jpg")
        .matches("[A-Za-z0-9:/._-]+");
    String[] parts = url.getPath().split("/");
    String signature = parts[5].replace(".jpg", "");
    long seconds = until.getEpochSecond();
    assertThat(links.open(photo.id(), INSTAGRAM.key(), seconds, signature).width()).isEqualTo(800);

    assertThat(kind(photo.id(), INSTAGRAM.key(), seconds + 1, signature))
        .isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(kind(photo.id(), Fit.SCREEN.key(), seconds, signature))
        .isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(kind(UUID.randomUUID(), INSTAGRAM.key(), seconds, signature))
        .isEqualTo(Problem.Kind.NOT_FOUND);
    clock.step(Duration.ofHours(1).plusSeconds(1));
    assertThat(kind(photo.id(), INSTAGRAM.key(), seconds, signature)).isEqualTo(Problem.Kind.GONE);
  }

  @Test
  void a_path_for_people_without_an_account_stays_the_same_all_day() {
    Photo photo = store(TestPhotos.jpeg(800, 600));
    String morning = links.screenPath(photo.id());
    clock.step(Duration.ofHours(3));
    assertThat(links.screenPath(photo.id())).isEqualTo(morning);

    String[] parts = morning.split("/");
    FittedPhoto opened =
        links.open(photo.id(), parts[3], Long.parseLong(parts[4]), parts[5].replace(".jpg", ""));
    assertThat(opened.width()).isEqualTo(800);
  }

  private Problem.Kind kind(UUID id, String fit, long until, String signature) {
    return catchThrowableOfType(Problem.class, () -> links.open(id, fit, until, signature)).kind();
  }

  private static boolean isRed(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    return color.getRed() > 200 && color.getBlue() < 60;
  }

  private static boolean isBlue(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    return color.getBlue() > 200 && color.getRed() < 60;
  }
}
