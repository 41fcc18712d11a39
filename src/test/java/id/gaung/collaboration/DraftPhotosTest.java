package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.Invitations.Invitee;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.collaboration.Reviews.RequestChanges;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.collaboration.Submissions.SentPhoto;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Rupiah;
import id.gaung.web.Form;
import id.gaung.web.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A draft has up to four photos in an order, and is meant for some networks. */
@Tag("database")
class DraftPhotosTest {

  private final World world = new World();
  private final Submissions submissions = world.collaboration.submissions();
  private final Reviews reviews = world.collaboration.reviews();
  private final Offer offer = world.acceptedOffer();
  private final String token = world.token(offer);
  private final UUID id = world.collaboration.offers().deliverables(offer.id()).get(0).id();

  private SentPhoto sent(String altText) {
    return new SentPhoto(submissions.keep(token, id, photo()), altText);
  }

  private void submit(List<SentPhoto> photos) {
    submissions.submit(
        token, id, new SubmitDraft("Enak!", "", false).with(photos), Optional.empty());
  }

  private List<FieldError> refused(List<SentPhoto> photos) {
    return Assertions.catchThrowableOfType(Problem.class, () -> submit(photos)).errors();
  }

  @Test
  void four_photos_are_kept_in_their_order_reviewed_and_handed_over() {
    submit(List.of(sent("satu"), sent("dua"), sent(" tiga "), sent("empat")));
    Submission draft = reviews.item(id).last().orElseThrow();
    assertThat(draft.altTexts()).containsExactly("satu", "dua", "tiga", "empat");
    assertThat(draft.photoIds()).hasSize(4).doesNotHaveDuplicates();
    assertThat(draft.photoId()).contains(draft.photoIds().get(0));
    reviews.approve(world.staff, id, ApproveDraft.plain());
    ApprovedContent content = world.collaboration.deliverables().approvedContent(id).orElseThrow();
    assertThat(content.photos()).isEqualTo(draft.photos());
    assertThat(content.altText()).isEqualTo("satu");
    assertThat(content.networks()).isEmpty();
    assertThat(content.isFor("mastodon")).isTrue();
    // What a draft shows is used: it is not removed as nobody's.
    world.clock.step(java.time.Duration.ofDays(2));
    world.media.schedules().get(0).job().run();
    assertThat(world.photos.find(draft.photoIds())).hasSize(4);
  }

  @Test
  void the_next_draft_takes_the_photos_it_wants_in_another_order() {
    submit(List.of(sent("satu"), sent("dua"), sent("tiga")));
    List<DraftPhoto> first = reviews.item(id).lastMedia();
    reviews.requestChanges(world.staff, id, new RequestChanges("Lebih terang", Optional.empty()));
    WorkItem item = reviews.item(id);
    Form form = PhotoSlots.of(submissions, item);
    assertThat(form.value("altText3")).isEqualTo("tiga");
    submit(
        List.of(
            new SentPhoto(form.value("upload3"), "tiga baru"),
            new SentPhoto(form.value("upload"), form.value("altText"))));
    assertThat(reviews.item(id).lastMedia())
        .containsExactly(
            new DraftPhoto(first.get(2).photoId(), "tiga baru"),
            new DraftPhoto(first.get(0).photoId(), "satu"));
  }

  @Test
  void what_is_wrong_is_named_by_its_place() {
    assertThat(
            refused(List.of(sent(""), new SentPhoto("x", "dua"), new SentPhoto("", "tanpa foto"))))
        .extracting(error -> error.field() + " " + error.key())
        .containsExactly(
            "photos[0].altText collaboration.alt-required",
            "photos[1].upload collaboration.photo-again",
            "photos[2].upload collaboration.alt-without-photo");
    assertThat(refused(IntStream.range(0, 5).mapToObj(i -> sent("foto")).toList()))
        .extracting(FieldError::key)
        .containsExactly("collaboration.photos-too-many");
    assertThat(reviews.item(id).rounds()).isEmpty();
  }

  @Test
  void the_form_closes_up_empty_places_and_names_errors_by_its_fields() {
    SentPhoto kept = sent("");
    Form form =
        Form.empty()
            .with("caption", "Enak!")
            .with("upload3", kept.upload())
            .with("altText4", "tanpa foto");
    Problem refused =
        Assertions.catchThrowableOfType(
            Problem.class,
            () ->
                PhotoSlots.submit(
                    form, draft -> submissions.submit(token, id, draft, Optional.empty())));
    assertThat(refused.errors()).extracting(FieldError::field).containsExactly("altText", "photo2");
    assertThat(form.value("upload")).isEqualTo(kept.upload());
    assertThat(form.value("altText2")).isEqualTo("tanpa foto");
    PhotoSlots.drop(form, name -> true);
    assertThat(form.value("upload")).isEmpty();
    form.with("upload", kept.upload()).with("altText", "satu").with("altText2", "");
    PhotoSlots.submit(form, draft -> submissions.submit(token, id, draft, Optional.empty()));
    assertThat(reviews.item(id).last().orElseThrow().altTexts()).containsExactly("satu");
  }

  @Test
  void what_is_asked_for_is_meant_for_the_networks_of_the_invitation() {
    UUID campaign = world.activeCampaign();
    List<UUID> ids =
        world
            .collaboration
            .invitations()
            .send(
                world.staff,
                campaign,
                new InviteCreators(
                    LocalDateTime.parse("2026-11-27T17:00"),
                    World.TODAY.plusDays(7),
                    World.TODAY.plusDays(14),
                    "",
                    List.of(Nets.MASTODON, Nets.INSTAGRAM),
                    List.of(new Invitee(world.creator, new Rupiah(500_000), "Foto"))));
    Deliverable asked = world.collaboration.offers().deliverables(ids.get(0)).get(0);
    assertThat(asked.meantFor()).containsExactly(Nets.INSTAGRAM, Nets.MASTODON);
    assertThat(asked.isFor("instagram")).isTrue();
    assertThat(asked.isFor("bluesky")).isFalse();
  }

  private static Upload photo() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Upload(
        "foto.jpg", bytes.size(), () -> new ByteArrayInputStream(bytes.toByteArray()));
  }
}
