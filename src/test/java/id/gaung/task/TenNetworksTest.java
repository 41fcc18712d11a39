package id.gaung.task;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.engagement.EngagementFeature;
import id.gaung.engagement.TypeFigures;
import id.gaung.engagement.Watches;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.media.TestVideos;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposePost.PictureChoice;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import id.gaung.report.Measure;
import id.gaung.report.ReportDocument;
import id.gaung.report.ReportedPost;
import id.gaung.report.WeeklyReports;
import id.gaung.web.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * With no login anywhere a plan over all networks goes through the calendar, approval, people's
 * hands and typed figures to the report.
 */
@Tag("database")
class TenNetworksTest extends TaskWorld {

  private static final Week W48 = Week.of(DUE);

  /** What an account is called there, and the address that its app gives for a post. */
  private static final Map<Network, List<String>> ACCOUNTS =
      Map.of(
          Nets.INSTAGRAM,
              List.of("umkm.balikpapan", "https://www.instagram.com/reel/C8abcDEfgHi/?igsh=x"),
          Nets.TIKTOK,
              List.of(
                  "umkm.balikpapan",
                  "https://www.tiktok.com/@umkm.balikpapan/photo/7400000000000000001?_r=1"),
          Nets.FACEBOOK,
              List.of(
                  "umkmbalikpapan", "https://www.facebook.com/umkmbalikpapan/posts/1234567890123"),
          Nets.YOUTUBE, List.of("UmkmBalikpapan", "https://youtube.com/shorts/AbC123xyz_0?si=q"),
          Nets.X,
              List.of("umkm_bpp", "https://twitter.com/umkm_bpp/status/1900000000000000777?s=20"),
          Nets.THREADS,
              List.of(
                  "umkm.balikpapan", "https://www.threads.net/@umkm.balikpapan/post/DAbcDefGhIj"),
          Nets.LINKEDIN,
              List.of(
                  "company/umkm-bpp",
                  "https://www.linkedin.com/posts/umkm-bpp_kopi-activity-7141000000000000000-aBcD"),
          Nets.TELEGRAM, List.of("umkmbalikpapan", "https://t.me/umkmbalikpapan/77?single"),
          Nets.BLUESKY,
              List.of(
                  "umkm2.bsky.social",
                  "https://bsky.app/profile/umkm2.bsky.social/post/3mvzvh4jkm2qx"),
          Nets.MASTODON,
              List.of(
                  "umkm2@mastodon.social", "https://mastodon.social/@umkm2/115000000000000001"));

  private final Watches watches = EngagementFeature.watches(world.foundation);
  private final EngagementFeature engagement =
      new EngagementFeature(
          world.foundation,
          watches,
          channels.channels(),
          channels.platforms(),
          publishing.renditions(),
          media.photos());
  private final WeeklyReports reports = new WeeklyReports(world.foundation);

  TenNetworksTest() {
    publishing.listen(watches);
  }

  private UUID photo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1200, 1200, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return media
        .photos()
        .store(world.staff, new ByteArrayInputStream(out.toByteArray()), "kopi.jpg")
        .id();
  }

  private UUID video() {
    byte[] bytes = TestVideos.mp4().bytes();
    return media.take(
        world.staff, new Upload("kopi.mp4", bytes.length, () -> new ByteArrayInputStream(bytes)));
  }

  private ComposedRendition rendition(UUID channel, Network network, UUID photo, UUID video) {
    boolean film = network.equals(Nets.YOUTUBE);
    return new ComposedRendition(
        channel,
        "Kopi Kampung Timur, enak! #umkm",
        EVENING,
        List.of(new PictureChoice(film ? video : photo, "Secangkir kopi")),
        film ? Map.of(PostOption.TITLE, "Kopi Kampung Timur") : Map.of());
  }

  private static boolean isOpen(@Nullable Network network) {
    return Nets.BLUESKY.equals(network) || Nets.MASTODON.equals(network);
  }

  private static TypeFigures typed(long likes) {
    return new TypeFigures(
        Optional.of(500L),
        Optional.of(400L),
        Optional.of(likes),
        Optional.of(3L),
        Optional.of(2L),
        Optional.of(1L),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  @Test
  void a_plan_over_all_ten_networks_goes_from_the_calendar_to_the_report() throws IOException {
    assertThat(ACCOUNTS.keySet()).containsExactlyInAnyOrderElementsOf(Network.all());
    UUID photo = photo();
    UUID video = video();
    Map<UUID, Network> on = new HashMap<>();
    ACCOUNTS.forEach((network, of) -> on.put(enter(network, of.get(0), hand), network));
    List<ComposedRendition> renditions = new ArrayList<>();
    on.forEach((channel, network) -> renditions.add(rendition(channel, network, photo, video)));

    UUID post =
        publishing
            .posts()
            .compose(
                world.staff,
                new ComposePost(
                    Optional.empty(),
                    Optional.of(world.activeCampaign()),
                    List.of(world.product),
                    renditions));
    for (RenditionRow row : publishing.posts().renditions(post)) {
      publishing
          .renditions()
          .approve(world.approver, row.id(), new AdvanceRendition(row.version()));
    }
    at(DUE);
    assertThat(states(post)).hasSize(10).containsOnly(RenditionState.HANDED_OVER);

    String token = token(hand);
    Map<UUID, String> addresses = new HashMap<>();
    rows(post)
        .values()
        .forEach(
            row ->
                addresses.put(
                    row.id(),
                    ACCOUNTS.getOrDefault(on.get(row.channelId()), List.of("", "")).get(1)));
    assertThat(wrong(token, addresses)).isEmpty();
    assertThat(states(post)).hasSize(10).containsOnly(RenditionState.PUBLISHED);

    to(Wita.instant(LocalDateTime.of(2026, 11, 29, 20, 0)));
    for (RenditionRow row : rows(post).values()) {
      if (!isOpen(on.get(row.channelId()))) {
        engagement.typed().type(world.staff, row.id(), typed(40));
      }
    }
    to(Wita.instant(LocalDateTime.of(2026, 11, 30, 9, 0)));
    reports.makeDue();

    ReportDocument report = reports.get(W48, Optional.empty()).read();
    List<ReportedPost> told =
        report.rows().stream().filter(row -> row.postId().equals(post)).toList();
    assertThat(told).extracting(ReportedPost::network).doesNotHaveDuplicates().hasSize(10);
    for (ReportedPost row : told) {
      NetworkModule module = NetworkModule.of(row.network());
      assertThat(row.url()).as(module.name()).isPresent();
      boolean counts = !module.traits().counts().engagements().isEmpty();
      if (isOpen(module)) {
        // Anybody may read them, so nobody types; here no network can be reached.
        assertThat(row.cell(Measure.LIKES).growth()).as(module.name()).isEmpty();
        continue;
      }
      assertThat(row.cell(Measure.INTERACTIONS).growth().isPresent())
          .as(module.name())
          .isEqualTo(counts);
      assertThat(row.cell(Measure.LIKES).growth()).as(module.name()).contains(40L);
    }
  }
}
