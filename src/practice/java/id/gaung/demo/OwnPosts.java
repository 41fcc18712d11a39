package id.gaung.demo;

import id.gaung.catalogue.ProductSummary;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.RenditionRow;
import id.gaung.sandbox.PracticeServer;
import id.gaung.web.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What the office itself posts in the week in which the story ends, planned the Friday before: so
 * something is out, something comes today and something later, whichever day it is.
 */
final class OwnPosts {

  private static final String CAMPAIGN = "Kriya Balikpapan Akhir Tahun";

  private static final String FILMED = "Kemeja batik motif beruang madu";
  private static final LocalTime FILMED_AT = LocalTime.of(15, 0);

  /** Between the creators' posts, and not at their hours. */
  private static final List<Own> WEEK =
      List.of(
          new Own(0, "10:00", "Keranjang rotan kecil", List.of(0, 1, 2)),
          new Own(0, "19:30", "Tas rajut katun", List.of(0, 2)),
          new Own(1, "15:00", "Kemeja batik motif beruang madu", List.of(1, 2)),
          new Own(2, "12:00", "Tas rajut katun", List.of(0, 1, 2)),
          new Own(4, "09:00", "Keranjang rotan kecil", List.of(0, 1, 2)),
          new Own(4, "16:30", "Tas rajut katun", List.of(1, 2)),
          new Own(6, "10:00", "Tas rajut katun", List.of(0, 1, 2)),
          new Own(6, "19:30", "Keranjang rotan kecil", List.of(0, 2)),
          new Own(7, "10:00", "Kemeja batik motif beruang madu", List.of(0, 1, 2)),
          new Own(8, "15:00", "Keranjang rotan kecil", List.of(1, 2)));

  /** Behind those of all networks that can be practised on. */
  private static final int HAND_ACCOUNT = PracticeServer.ofStory().size();

  /** On the account by hand: one that is late, one that was on time, and one that waits now. */
  private static final List<ByHand> HAND =
      List.of(
          new ByHand(
              Duration.ofHours(50),
              "Kemeja batik motif beruang madu",
              List.of(0, HAND_ACCOUNT),
              95),
          new ByHand(Duration.ofHours(26), "Keranjang rotan kecil", List.of(HAND_ACCOUNT), 12),
          new ByHand(
              Duration.ofMinutes(20), "Kemeja batik motif beruang madu", List.of(HAND_ACCOUNT), 0));

  private final DemoOffice office;
  private final DemoActors people;
  private final DemoStage stage;
  private final StoryTime time;

  OwnPosts(DemoOffice office, DemoActors people, DemoStage stage, StoryTime time) {
    this.office = office;
    this.people = people;
    this.stage = stage;
    this.time = time;
  }

  void tell(Week last, Instant now) {
    LocalDate monday = last.monday();
    for (ByHand own : HAND) {
      Instant due = now.minus(own.ago()).truncatedTo(ChronoUnit.MINUTES);
      time.at(
          TaskStory.on(monday.minusDays(3), 6),
          () -> {
            UUID post = compose(last, own.product(), own.channels(), Wita.dateTime(due));
            if (own.minutes() > 0) {
              new HandStory(office, people, stage, time)
                  .tell(post, own.product(), due, Duration.ofMinutes(own.minutes()));
            }
          });
    }
    for (Own own : WEEK) {
      time.at(
          TaskStory.on(monday.minusDays(3), 6),
          () ->
              compose(
                  last,
                  own.product(),
                  own.channels(),
                  monday.plusDays(own.day()).atTime(LocalTime.parse(own.time()))));
    }
  }

  private UUID compose(Week last, String name, List<Integer> channels, LocalDateTime due) {
    ProductSummary product = stage.product(name);
    String caption =
        "Kado akhir tahun buatan sendiri: %s dari %s. Lihat di etalase dinas, %d/%d. #UMKMBalikpapan"
            .formatted(
                name.toLowerCase(Locale.ROOT),
                product.umkmName(),
                due.getDayOfMonth(),
                due.getMonthValue());
    boolean filmed = name.equals(FILMED) && due.toLocalTime().equals(FILMED_AT);
    Optional<UUID> film = filmed ? Optional.of(film(product)) : Optional.empty();
    List<ComposePost.PictureChoice> pictures =
        film.or(product::photoId).stream()
            .map(photo -> new ComposePost.PictureChoice(photo, Captions.altText(name)))
            .toList();
    List<ComposedRendition> renditions =
        channels.stream()
            .map(channel -> new ComposedRendition(stage.channel(channel), caption, due, pictures))
            .toList();
    Optional<UUID> campaign = stage.campaign(CAMPAIGN);
    var publishing = office.publishing();
    UUID post =
        publishing
            .posts()
            .compose(
                people.staff(),
                new ComposePost(Optional.empty(), campaign, List.of(product.id()), renditions));
    // Somebody else than its writer is to agree; the next week's still wait for that.
    if (Wita.instant(due).isBefore(last.end())) {
      agree(post);
    }
    TaskStory.lookWhenOut(time, Wita.instant(due));
    return post;
  }

  /** A short video of a product, with the product's photo as its cover. */
  private UUID film(ProductSummary product) {
    byte[] bytes = bytes("/demo/batik.mp4");
    UUID film =
        office
            .media()
            .take(
                people.staff(),
                new Upload(
                    "batik-beruang-madu.mp4", bytes.length, () -> new ByteArrayInputStream(bytes)));
    product
        .photoId()
        .ifPresent(cover -> office.media().library().cover(people.staff(), film, cover));
    return film;
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Objects.requireNonNull(OwnPosts.class.getResourceAsStream(resource))) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void agree(UUID post) {
    var publishing = office.publishing();
    for (RenditionRow row : publishing.posts().renditions(post)) {
      publishing
          .renditions()
          .approve(people.approver(), row.id(), new AdvanceRendition(row.version()));
    }
  }

  /**
   * @param day counted from Monday
   * @param channels by their number on the stage
   */
  private record Own(int day, String time, String product, List<Integer> channels) {}

  /**
   * @param ago how long before now it is due
   * @param minutes after which its person puts it out; none if they have not yet
   */
  private record ByHand(Duration ago, String product, List<Integer> channels, int minutes) {}
}
