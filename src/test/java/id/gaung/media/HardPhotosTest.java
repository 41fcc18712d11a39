package id.gaung.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.TestClock;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Photos that phones make and that somebody makes to do harm. */
@Timeout(60)
@Tag("database")
class HardPhotosTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final Actor STAFF = Actor.system("test");
  private static final int SOI = 2;

  @TempDir Path folder;
  private final TestClock clock = TestClock.at("2026-11-24T04:00:00Z");
  private Photos photos;
  private MediaCleaning cleaning;

  @BeforeEach
  void wire() {
    Foundation on = TestFoundation.on(DATABASE, clock);
    photos =
        wired(new MediaFeature(on, folder, URI.create("https://gaung.example/"), new byte[32]));
  }

  private Photos wired(MediaFeature media) {
    cleaning = media.cleaning();
    return media.photos();
  }

  // --- taken

  @Test
  void a_jpeg_without_its_last_two_bytes_is_whole_and_one_without_its_last_lines_is_not() {
    byte[] jpeg = TestPhotos.encoded(TestPhotos.noise(300, 300), "jpeg");
    Photo whole = store(jpeg);
    Photo noEnd = store(Arrays.copyOf(jpeg, jpeg.length - 2));
    assertThat(noEnd.sha256()).isEqualTo(whole.sha256());
    assertThat(refusal(Arrays.copyOf(jpeg, jpeg.length - 200))).isEqualTo("media.cut-off");
    assertThat(refusal(Arrays.copyOf(jpeg, jpeg.length / 3))).isEqualTo("media.cut-off");
  }

  @Test
  void what_comes_after_the_end_is_left_away() {
    byte[] jpeg = TestPhotos.jpeg(400, 200);
    byte[] trailer =
        joined(
            jpeg,
            new byte[5000],
            TestPhotos.jpeg(60, 60),
            "SEFT".getBytes(StandardCharsets.US_ASCII));
    assertThat(store(trailer).sha256()).isEqualTo(store(jpeg).sha256());
    byte[] png =
        TestPhotos.encoded(TestPhotos.redAndBlue(50, 50, BufferedImage.TYPE_INT_RGB), "png");
    assertThat(store(joined(png, new byte[77])).sha256()).isEqualTo(store(png).sha256());
  }

  @Test
  void the_largest_photos_of_phones_are_taken_and_scaled() {
    Photo sixtyFour = store(TestPhotos.jpeg(9248, 6936));
    assertThat(Math.max(sixtyFour.width(), sixtyFour.height())).isBetween(2048, 4096);
    assertThat((double) sixtyFour.width() / sixtyFour.height()).isBetween(1.33, 1.34);
    assertThat(store(TestPhotos.jpeg(12_000, 9_000)).width()).isBetween(2048, 4096);
    assertThat(refusal(TestPhotos.jpeg(12_500, 10_000))).isEqualTo("media.too-many-pixels");
  }

  @Test
  void heic_is_named_with_what_to_do() {
    byte[] heic =
        joined(
            new byte[] {0, 0, 0, 24},
            "ftypheic".getBytes(StandardCharsets.US_ASCII),
            new byte[4],
            "mif1heic".getBytes(StandardCharsets.US_ASCII),
            new byte[64]);
    assertThat(refusal(heic)).isEqualTo("media.heic");
  }

  @Test
  void a_png_of_wide_colours_is_brought_to_srgb() throws IOException {
    // A profile whose colours are not sRGB's: linear light stands in for any other.
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    BufferedImage grey = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 400; i++) {
      grey.setRGB(i % 20, i / 20, 0x80808080);
    }
    byte[] png = TestPhotos.encoded(grey, "png");
    Photo photo = store(withChunk(png, "iCCP", packed("wide", linear)));
    BufferedImage kept = TestPhotos.decoded(file(photo));
    Color colour = new Color(kept.getRGB(10, 10), true);
    assertThat(colour.getRed()).isBetween(184, 192);
    assertThat(colour.getAlpha()).isEqualTo(0x80);
    byte[] broken = withChunk(png, "iCCP", packed("wide", new byte[500]));
    assertThat(new Color(TestPhotos.decoded(file(store(broken))).getRGB(10, 10), true).getRed())
        .isEqualTo(128);
  }

  @Test
  void a_webp_is_copied_part_by_part_and_counts_whole_at_the_desk() throws IOException {
    byte[] part = new byte[5];
    byte[] junk = joined("JUNK".getBytes(StandardCharsets.US_ASCII), new byte[] {5, 0, 0, 0}, part);
    byte[] body = Arrays.copyOfRange(TestPhotos.WEBP, 12, TestPhotos.WEBP.length);
    byte[] all = joined("WEBP".getBytes(StandardCharsets.US_ASCII), junk, new byte[1], body);
    byte[] length = {(byte) all.length, 0, 0, 0};
    byte[] padded = joined("RIFF".getBytes(StandardCharsets.US_ASCII), length, all);
    assertThat(store(padded).sha256()).isEqualTo(store(TestPhotos.WEBP).sha256());
    Path copy = folder.resolve("copy");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(copy))) {
      PhotoPixels.copy(new DataInputStream(stream(padded)), PhotoFormat.WEBP, out);
    }
    WebpPixels.sayLength(copy);
    assertThat(Files.readAllBytes(copy)).isEqualTo(TestPhotos.WEBP);
  }

  @Test
  void what_a_photo_costs_is_bounded_at_the_edge_of_each_cap() {
    // 120 megapixels, read line by line: fewer of them are kept.
    assertThat(PhotoDecoder.cost(pixels(12_000, 10_000, false, 3)))
        .isLessThanOrEqualTo(PhotoCaps.DECODED_BYTES);
    assertThat(tooMany(pixels(12_001, 10_000, false, 3))).isEqualTo("media.too-many-pixels");
    // 40 megapixels, held whole: nothing else is worked on beside it.
    assertThat(PhotoDecoder.cost(pixels(8_000, 5_000, true, 3)))
        .isGreaterThan(PhotoCaps.DESK_MEGABYTES * 1_000_000L);
    assertThat(tooMany(pixels(8_001, 5_000, true, 3))).isEqualTo("media.too-heavy");
    // What a phone makes every day is not thinned out.
    assertThat(PhotoDecoder.cost(pixels(4_000, 4_000, false, 3))).isEqualTo(48_000_000);
  }

  private static PhotoPixels pixels(int width, int height, boolean heavy, int bytes) {
    return new PhotoPixels(true, width, height, heavy, bytes, Optional.empty(), Optional.empty());
  }

  private static String tooMany(PhotoPixels photo) {
    return catchThrowableOfType(Problem.class, () -> PhotoDecoder.cost(photo))
        .errors()
        .get(0)
        .key();
  }

  // --- refused cheaply

  @Test
  @Timeout(20)
  void texts_beside_the_pixels_are_not_even_unfolded() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.writeBytes("k\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream out = new DeflaterOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 1024; i++) {
        out.write(zeros);
      }
    }
    byte[] png =
        TestPhotos.encoded(TestPhotos.redAndBlue(50, 50, BufferedImage.TYPE_INT_RGB), "png");
    for (String type : List.of("zTXt", "iTXt", "iCCP", "eXIf")) {
      assertThat(store(withChunk(png, type, bomb.toByteArray())).width()).as(type).isEqualTo(50);
    }
  }

  @Test
  @Timeout(20)
  void zeros_fill_bytes_and_a_million_parts_behind_the_first_bytes_are_given_up_early() {
    byte[] jpeg = TestPhotos.jpeg(40, 40);
    byte[] zeros = new byte[23 * 1024 * 1024];
    byte[] fill = zeros.clone();
    Arrays.fill(fill, (byte) 0xFF);
    byte[] empty = zeros.clone();
    byte[] part = {(byte) 0xFF, (byte) 0xFE, 0, 2};
    for (int i = 0; i < empty.length; i++) {
      empty[i] = part[i % 4];
    }
    byte[] head = Arrays.copyOf(jpeg, SOI + 18);
    byte[] rest = Arrays.copyOfRange(jpeg, SOI + 18, jpeg.length);
    for (byte[] padding : List.of(zeros, fill, empty)) {
      assertThat(refusal(joined(head, padding, rest))).isIn("media.broken", "media.cut-off");
    }
    byte[] png =
        TestPhotos.encoded(TestPhotos.redAndBlue(50, 50, BufferedImage.TYPE_INT_RGB), "png");
    byte[] chunk = chunk("teSt", new byte[0]);
    byte[] chunks = new byte[1_000_000 * chunk.length];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = chunk[i % chunk.length];
    }
    assertThat(
            refusal(
                joined(Arrays.copyOf(png, 33), chunks, Arrays.copyOfRange(png, 33, png.length))))
        .isEqualTo("media.broken");
  }

  @Test
  void a_creators_link_does_not_take_the_whole_desk() throws Exception {
    byte[] large = TestPhotos.jpeg(9000, 9000);
    byte[] small = TestPhotos.jpeg(60, 60);
    Actor creator = Actor.creatorByLink(UUID.randomUUID(), "Sinta");
    var threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> guests = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        guests.add(threads.submit(() -> photos.store(creator, stream(large), "a.jpg")));
      }
      store(small);
      assertThat(guests.stream().filter(g -> !g.isDone()).count()).isGreaterThan(3);
      for (Future<?> guest : guests) {
        guest.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  // --- limits and cleaning

  @Test
  void a_creator_sends_some_dozen_photos_a_day() {
    Actor creator = Actor.creatorByLink(UUID.randomUUID(), "Sinta");
    for (int i = 0; i < Photos.MOST_OF_A_CREATOR; i++) {
      photos.store(creator, stream(TestPhotos.jpeg(10, 10)), "a.jpg");
    }
    assertThatThrownBy(() -> photos.store(creator, stream(TestPhotos.jpeg(10, 10)), "a.jpg"))
        .hasMessageContaining("TOO_MANY media.too-many");
    clock.move(Duration.ofDays(1));
    photos.store(creator, stream(TestPhotos.jpeg(10, 10)), "a.jpg");
  }

  @Test
  void photos_that_nothing_shows_are_removed_after_a_day() throws IOException {
    Photo used = store(TestPhotos.jpeg(30, 30));
    Photo unused = store(TestPhotos.jpeg(31, 31));
    Photo sameFile = store(TestPhotos.jpeg(30, 30));
    photos.fit(unused.id(), Fit.THUMB);
    photos.usedBy(ids -> List.of(new MediaUses.MediaUse(used.id(), "product", "", "/")));
    assertThat(cleaning.removeUnused()).isZero();
    clock.move(Duration.ofDays(400));
    cleaning.removeUnused();
    assertThat(photos.find(List.of(used.id(), unused.id(), sameFile.id())).keySet())
        .containsExactly(used.id());
    assertThat(Files.exists(file(used))).isTrue();
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).containsExactly(file(used));
    }
  }

  // --- how the tests speak

  private Photo store(byte[] bytes) {
    return photos.store(STAFF, stream(bytes), "foto.jpg");
  }

  private static InputStream stream(byte[] bytes) {
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes), new ByteArrayInputStream(new byte[0]));
  }

  private Path file(Photo photo) {
    return folder.resolve(photo.sha256().substring(0, 2)).resolve(photo.sha256());
  }

  private String refusal(byte[] bytes) {
    Problem refused = catchThrowableOfType(Problem.class, () -> store(bytes));
    assertThat(refused).as("should have been refused").isNotNull();
    return refused.errors().get(0).key();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** The PNG with one more chunk, right behind its header. */
  private static byte[] withChunk(byte[] png, String type, byte[] data) {
    return joined(
        Arrays.copyOf(png, 33), chunk(type, data), Arrays.copyOfRange(png, 33, png.length));
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] named = joined(type.getBytes(StandardCharsets.US_ASCII), data);
    CRC32 crc = new CRC32();
    crc.update(named);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(all)) {
      out.writeInt(data.length);
      out.write(named);
      out.writeInt((int) crc.getValue());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return all.toByteArray();
  }

  private static byte[] packed(String name, byte[] profile) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((name + "\0\0").getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream out = new DeflaterOutputStream(all)) {
      out.write(profile);
    }
    return all.toByteArray();
  }
}
