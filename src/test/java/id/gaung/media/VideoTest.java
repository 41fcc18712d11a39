package id.gaung.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.kernel.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is read of a video, what is taken out of it, and which files are refused. */
class VideoTest {

  private static <T> T open(byte[] bytes, Work<T> work) {
    try {
      Path file = Files.createTempFile("video", ".mp4");
      try {
        Files.write(file, bytes);
        try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
          return work.with(channel);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private interface Work<T> {
    T with(FileChannel file) throws IOException;
  }

  private static VideoFacts read(byte[] bytes) {
    return open(bytes, file -> new VideoReader(file).read());
  }

  private static byte[] stripped(byte[] bytes) {
    return open(
        bytes,
        file -> {
          new VideoStrip(file).strip();
          byte[] after = new byte[(int) file.size()];
          file.read(ByteBuffer.wrap(after), 0);
          return after;
        });
  }

  private static String refusal(byte[] bytes) {
    Problem refused = catchThrowableOfType(Problem.class, () -> read(bytes));
    assertThat(refused).as("should have been refused").isNotNull();
    return refused.errors().get(0).key();
  }

  private static String letters(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_video_says_how_long_how_large_and_with_what_it_is_made() {
    VideoFacts facts = read(TestVideos.mp4().bytes());
    assertThat(facts)
        .isEqualTo(
            new VideoFacts(
                false, Duration.ofSeconds(1), 1920, 1080, 0, 30, "avc1", Optional.of("mp4a")));
    TestVideos silent = TestVideos.mov();
    silent.sound = false;
    silent.moovFirst = false;
    silent.version = 1;
    silent.wideOffsets = true;
    VideoFacts mov = read(silent.bytes());
    assertThat(mov.mimeType()).isEqualTo("video/quicktime");
    assertThat(mov.videoCodec()).isEqualTo("hvc1");
    assertThat(mov.audioCodec()).isEmpty();
    assertThat(mov.duration()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_video_of_a_phone_held_upright_is_as_high_as_it_is_shown() {
    for (int degrees : List.of(0, 90, 180, 270)) {
      VideoFacts facts = read(TestVideos.mp4().turned(degrees).bytes());
      assertThat(facts.rotation()).isEqualTo(degrees);
      assertThat(facts.width())
          .as("turned by " + degrees)
          .isEqualTo(degrees % 180 == 0 ? 1920 : 1080);
      assertThat(facts.height()).isEqualTo(degrees % 180 == 0 ? 1080 : 1920);
    }
  }

  @Test
  void a_frame_rate_that_varies_is_told_on_the_average() {
    TestVideos varying = TestVideos.mp4();
    varying.times = new int[][] {{30, 20}, {30, 40}, {1, 600}};
    assertThat(read(varying.bytes()).frameRate()).isEqualTo(15.25);
  }

  @Test
  void where_it_was_taken_is_gone_and_nothing_has_moved() {
    for (boolean first : List.of(true, false)) {
      TestVideos video = TestVideos.mov();
      video.moovFirst = first;
      video.inMovie.add(TestVideos.userData());
      video.inMovie.add(TestVideos.appleMeta());
      video.inTrack.add(TestVideos.userData());
      video.inFile.add(TestVideos.xmp());
      byte[] before = video.bytes();
      assertThat(letters(before)).contains(TestVideos.PLACE, "GPSLatitude");
      byte[] after = stripped(before);
      assertThat(after).hasSameSizeAs(before);
      assertThat(letters(after)).doesNotContain(TestVideos.PLACE, "xyz", "ISO6709", "GPS");
      assertThat(letters(after)).contains("frame-frame-frame-frame-frame");
      assertThat(letters(after).indexOf("frame-")).isEqualTo(letters(before).indexOf("frame-"));
      assertThat(read(after)).isEqualTo(read(before));
      assertThat(stripped(after)).isEqualTo(after);
    }
  }

  @Test
  void a_track_of_positions_is_gone_with_what_it_says() {
    TestVideos plain = TestVideos.mp4();
    plain.sound = false;
    plain.moovFirst = false;
    plain.inFile.add(
        TestVideos.box("mdat", TestVideos.text("GPS5" + TestVideos.PLACE + "........")));
    int at = letters(plain.bytes()).indexOf("GPS5");
    plain.furtherTracks.add(plain.positions(at));
    byte[] after = stripped(plain.bytes());
    assertThat(letters(after)).doesNotContain("GPS5", TestVideos.PLACE, "gpmd");
    assertThat(letters(after)).contains("frame-frame");
    assertThat(read(after).videoCodec()).isEqualTo("avc1");
  }

  @Test
  void what_is_cut_off_in_pieces_or_without_picture_is_refused_with_its_reason() {
    byte[] whole = TestVideos.mp4().bytes();
    assertThat(refusal(Arrays.copyOf(whole, whole.length - 5))).isEqualTo("media.video.cut-off");
    TestVideos last = TestVideos.mp4();
    last.moovFirst = false;
    assertThat(refusal(Arrays.copyOf(last.bytes(), 60))).isEqualTo("media.video.cut-off");
    TestVideos pieces = TestVideos.mp4();
    pieces.inMovie.add(TestVideos.box("mvex", TestVideos.full("trex", 0, new byte[20])));
    assertThat(refusal(pieces.bytes())).isEqualTo("media.video.fragmented");
    TestVideos locked = TestVideos.mp4();
    locked.videoCodec = "encv";
    assertThat(refusal(locked.bytes())).isEqualTo("media.video.locked");
    TestVideos timeless = TestVideos.mp4();
    timeless.timescale = 0;
    assertThat(refusal(timeless.bytes())).isEqualTo("media.video.broken");
    TestVideos still = TestVideos.mp4();
    still.times = new int[][] {{0, 0}};
    assertThat(refusal(still.bytes())).isEqualTo("media.video.no-length");
    TestVideos endless = TestVideos.mp4();
    endless.times = new int[][] {{1, Integer.MAX_VALUE}};
    endless.timescale = 1;
    assertThat(refusal(endless.bytes())).isEqualTo("media.video.no-length");
    TestVideos flat = TestVideos.mp4();
    flat.width = 0;
    flat.height = 0;
    assertThat(refusal(flat.bytes())).isEqualTo("media.video.broken");
  }

  @Test
  void absurd_tables_are_refused_at_once() {
    byte[] million = TestVideos.mp4().bytes();
    int stts = letters(million).indexOf("stts");
    ByteBuffer.wrap(million).putInt(stts + 8, Integer.MAX_VALUE);
    assertThat(refusal(million)).isEqualTo("media.video.broken");
    byte[] larger = TestVideos.mp4().bytes();
    ByteBuffer.wrap(larger).putInt(letters(larger).indexOf("tkhd") - 4, Integer.MAX_VALUE);
    assertThat(refusal(larger)).isEqualTo("media.video.broken");
    TestVideos nested = TestVideos.mp4();
    byte[] deep = TestVideos.box("udta");
    for (int i = 0; i < 20_000; i++) {
      deep = i % 100 == 0 ? TestVideos.box("udta", deep) : deep;
    }
    nested.inMovie.add(deep);
    assertThat(read(nested.bytes()).width()).isEqualTo(1920);
    TestVideos many = TestVideos.mp4();
    for (int i = 0; i < VideoBoxes.MOST_BOXES; i++) {
      many.inMovie.add(TestVideos.box("free"));
    }
    assertThat(refusal(many.bytes())).isEqualTo("media.video.broken");
    byte[] huge = TestVideos.mp4().bytes();
    ByteBuffer.wrap(huge).putInt(letters(huge).indexOf("mdat") - 4, 1);
    assertThat(refusal(huge)).isIn("media.video.broken", "media.video.cut-off");
  }

  @Test
  void an_edit_list_and_zeros_at_the_end_are_no_harm() {
    TestVideos video = TestVideos.mp4();
    video.inTrack.add(
        TestVideos.box(
            "edts",
            TestVideos.full("elst", 0, TestVideos.number(1), TestVideos.number(300), new byte[8])));
    video.inFile.add(new byte[] {0, 0, 0, 0});
    assertThat(read(video.bytes()).duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(letters(stripped(video.bytes()))).contains("elst");
  }

  @Test
  void what_a_program_appended_to_a_whole_file_is_gone_and_no_harm() {
    for (String junk : List.of("SEFT location " + TestVideos.PLACE, "0000000000")) {
      TestVideos video = TestVideos.mp4();
      video.inFile.add(TestVideos.text(junk));
      byte[] after = stripped(video.bytes());
      assertThat(letters(after)).doesNotContain(junk);
      assertThat(read(after)).isEqualTo(read(video.bytes()));
    }
    TestVideos twice = TestVideos.mp4();
    twice.inFile.add(TestVideos.box("mdat", new byte[40]));
    byte[] cut = twice.bytes();
    assertThat(refusal(Arrays.copyOf(cut, cut.length - 20))).isEqualTo("media.video.cut-off");
  }

  @Property(tries = 400)
  void bytes_that_are_changed_anywhere_are_read_or_refused(
      @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
    Random random = new Random(seed);
    TestVideos video = random.nextBoolean() ? TestVideos.mp4() : TestVideos.mov();
    video.moovFirst = random.nextBoolean();
    video.inMovie.add(TestVideos.userData());
    video.furtherTracks.add(video.positions(40));
    byte[] bytes = video.bytes();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length - 4);
      if (random.nextBoolean()) {
        ByteBuffer.wrap(bytes).putInt(at, random.nextInt());
      } else {
        bytes[at] = (byte) random.nextInt();
      }
    }
    byte[] sent =
        random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    for (Runnable work : List.<Runnable>of(() -> read(sent), () -> stripped(sent))) {
      try {
        work.run();
      } catch (Problem refused) {
        assertThat(refused.errors()).hasSize(1);
      }
    }
  }
}
