package id.gaung.demo;

import id.gaung.catalogue.ProductSummary;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.RenditionRow;
import id.gaung.web.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What the office itself posts in the week in which the story ends, planned the Friday before: so
 * something is out, something comes today and something later, whichever day it is.
 */
final class OwnPosts {

  private static final String CAMPAIGN = "Kriya Balikpapan Akhir Tahun";

  static final String FILMED = "Kemeja batik motif beruang madu";
  private static final String FILMED_AT = "15:00";

  /** Between the creators' posts, and not at their hours. */
  private static final List<Own> WEEK =
      List.of(
          new Own(0, "10:00", "Keranjang rotan kecil", List.of(0, 1, 2)),
          new Own(0, "19:30", "Tas rajut katun", List.of(3, 5)),
          new Own(1, "15:00", FILMED, List.of(1, 2)),
          new Own(2, "12:00", "Tas rajut katun", List.of(0, 3, 4)),
          new Own(4, "09:00", "Keranjang rotan kecil", List.of(0, 1, 2)),
          new Own(4, "16:30", "Tas rajut katun", List.of(3, 4)),
          new Own(6, "10:00", "Tas rajut katun", List.of(2, 4, 5)),
          new Own(6, "19:30", "Keranjang rotan kecil", List.of(0, 2)),
          new Own(7, "10:00", FILMED, List.of(0, 1, 2)),
          new Own(8, "15:00", "Keranjang rotan kecil", List.of(1, 5)));

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
    Instant planned = TaskStory.on(last.monday().minusDays(3), 6);
    time.at(planned, () -> new HandedPosts(office, people, stage, time, this).plan(last, now));
    for (Own own : WEEK) {
      time.at(
          planned,
          () ->
              compose(
                  last,
                  own.product(),
                  own.channels().stream().map(stage.accounts().automatic()::get).toList(),
                  last.monday().plusDays(own.day()).atTime(LocalTime.parse(own.time())),
                  own.product().equals(FILMED) && own.time().equals(FILMED_AT)));
    }
  }

  UUID compose(
      Week last, String name, List<DemoAccount> accounts, LocalDateTime due, boolean filmed) {
    ProductSummary product = stage.product(name);
    String caption =
        "Kado akhir tahun buatan sendiri: %s dari %s. Lihat di etalase dinas, %d/%d. #UMKMBalikpapan"
            .formatted(
                name.toLowerCase(Locale.ROOT),
                product.umkmName(),
                due.getDayOfMonth(),
                due.getMonthValue());
    Optional<UUID> film = filmed ? Optional.of(film(product)) : Optional.empty();
    List<ComposePost.PictureChoice> pictures =
        film.or(product::photoId).stream()
            .map(photo -> new ComposePost.PictureChoice(photo, Captions.altText(name)))
            .toList();
    List<ComposedRendition> renditions =
        accounts.stream()
            .map(
                account ->
                    new ComposedRendition(
                        account.id(), caption, due, pictures, titled(account, name)))
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
    TaskStory.lookWhenOut(office, time, post, Wita.instant(due));
    return post;
  }

  private static Map<PostOption, String> titled(DemoAccount account, String product) {
    boolean asks =
        NetworkModule.of(account.network()).traits().options().contains(PostOption.TITLE);
    return asks ? Map.of(PostOption.TITLE, product) : Map.of();
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
   * @param channels by their number among those that Gaung publishes on
   */
  private record Own(int day, String time, String product, List<Integer> channels) {}
}
