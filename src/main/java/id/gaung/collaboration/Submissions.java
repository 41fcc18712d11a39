package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.campaign.Disclosure;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Signer;
import id.gaung.media.Library;
import id.gaung.media.MediaItem;
import id.gaung.media.Photos;
import id.gaung.web.Upload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The drafts that creators send by their link. */
public final class Submissions {

  private final DeliverableDao dao;
  private final Foundation foundation;
  private final Contributions contributions;
  private final OfferLinks links;
  private final Photos photos;
  private final DraftMedia media;
  private final UploadKey uploads;

  Submissions(
      Foundation foundation, OfferLinks links, Photos photos, Library library, UploadKey uploads) {
    this.dao = foundation.jdbi().onDemand(DeliverableDao.class);
    this.foundation = foundation;
    this.contributions = new Contributions(foundation);
    this.links = links;
    this.photos = photos;
    this.media = new DraftMedia(library, uploads);
    photos.usedBy(dao::shown);
    this.uploads = uploads;
  }

  /** What the offers ask for, by offer and in its order. */
  Map<UUID, List<Deliverable>> asked(List<UUID> offerIds) {
    return dao.ofOffers(offerIds).stream().collect(Collectors.groupingBy(Deliverable::offerId));
  }

  /** What the link's offer asks for, with every draft sent so far. */
  public List<WorkItem> work(LinkedOffer linked) {
    List<Deliverable> deliverables = dao.ofOffers(List.of(linked.offer().id()));
    List<Submission> sent = dao.submissions(deliverables.stream().map(Deliverable::id).toList());
    return deliverables.stream()
        .map(
            d ->
                new WorkItem(
                    d, sent.stream().filter(s -> s.deliverableId().equals(d.id())).toList()))
        .toList();
  }

  /**
   * One deliverable of the link's offer.
   *
   * @throws Problem not found if it belongs to another offer
   */
  public WorkItem work(LinkedOffer linked, UUID deliverableId) {
    return work(linked).stream()
        .filter(item -> item.deliverable().id().equals(deliverableId))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /**
   * Sends a draft: the first one, or the next after changes were asked for. The ad line of the
   * offer becomes its first line, unless it is in it.
   *
   * @param upload a photo that comes along; not beside photos that were taken in before
   * @throws Problem conflict if none is awaited now, with whose turn it is; gone if the work is
   *     over; invalid if a photo has no description, or a description no photo, or the office asked
   *     for a video and gets photos, or the other way round
   */
  public void submit(String token, UUID deliverableId, SubmitDraft draft, Optional<Upload> upload) {
    LinkedOffer linked = awaiting(token);
    WorkItem item = awaited(linked, deliverableId);
    // Before the transaction: cleaning a photo takes up to some seconds.
    List<DraftPhoto> photos =
        draft.photos().isEmpty()
            ? media.wanted(item, single(linked, item, draft, upload))
            : media.named(item, draft);
    foundation.transactions().run(() -> save(token, deliverableId, draft, photos));
  }

  /**
   * Takes a photo in before its draft, so that it is not lost when the draft is refused.
   *
   * @return the name by which a draft takes it, and {@link #upload} finds it
   * @throws Problem as when a draft is sent; invalid if it is no photo
   */
  public String keep(String token, UUID deliverableId, Upload upload) {
    LinkedOffer linked = awaiting(token);
    awaited(linked, deliverableId);
    return uploads.name(deliverableId, store(linked, deliverableId, upload));
  }

  /** The name by which the next draft takes a photo of an earlier one. */
  String name(WorkItem item, UUID photoId) {
    return uploads.name(item.deliverable().id(), photoId);
  }

  /**
   * A photo or a video that was taken in for this deliverable, unless it was removed as unused
   * meanwhile.
   */
  public Optional<MediaItem> upload(WorkItem item, String name) {
    return media.find(item, name);
  }

  /** Those of the names that stand for videos. */
  Set<String> films(WorkItem item, List<String> names) {
    return names.stream()
        .filter(name -> upload(item, name).filter(MediaItem::isVideo).isPresent())
        .collect(Collectors.toSet());
  }

  private WorkItem awaited(LinkedOffer linked, UUID deliverableId) {
    WorkItem item = work(linked, deliverableId);
    check(item.deliverable());
    return item;
  }

  /** One photo with its description, or those of the draft before. */
  private List<DraftPhoto> single(
      LinkedOffer linked, WorkItem item, SubmitDraft draft, Optional<Upload> upload) {
    List<DraftPhoto> kept = draft.keepPhoto() ? item.lastMedia() : List.of();
    boolean withPhoto = upload.isPresent() || !kept.isEmpty();
    if (withPhoto && draft.altText().isBlank()) {
      throw Problem.invalid("altText", "collaboration.alt-required");
    }
    if (!withPhoto && !draft.altText().isBlank()) {
      throw Problem.invalid("photo", "collaboration.alt-without-photo");
    }
    String altText = draft.altText().strip();
    if (upload.isPresent()) {
      return List.of(new DraftPhoto(store(linked, item.deliverable().id(), upload.get()), altText));
    }
    List<DraftPhoto> photos = new ArrayList<>(kept);
    if (!kept.isEmpty()) {
      photos.set(0, new DraftPhoto(kept.get(0).photoId(), altText));
    }
    return photos;
  }

  private void save(String token, UUID deliverableId, SubmitDraft draft, List<DraftPhoto> photos) {
    LinkedOffer linked = awaiting(token);
    Deliverable deliverable =
        dao.lock(List.of(deliverableId)).stream()
            .filter(d -> d.offerId().equals(linked.offer().id()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    check(deliverable);
    int round = deliverable.round() + 1;
    String adLine = linked.terms().adLine();
    Submission submission =
        new Submission(
            foundation.ids().next(),
            deliverableId,
            round,
            Disclosure.with(adLine, draft.caption().strip()),
            photos.stream().map(DraftPhoto::photoId).toList(),
            photos.stream().map(DraftPhoto::altText).toList(),
            foundation.clock().instant(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            adLine,
            media.isFilm(photos));
    dao.insert(submission);
    dao.insertPhotos(submission);
    if (dao.submit(deliverableId, deliverable.version(), round) == 0) {
      throw Problem.stale();
    }
    linked
        .creator()
        .personId()
        .ifPresent(
            person ->
                contributions.record(person, Contributions.Kind.DELIVERABLE, deliverableId, round));
    foundation
        .audit()
        .record(
            Change.of(linked.actor(), "deliverable.submitted", "deliverable", deliverableId)
                .moving(deliverable.state(), DeliverableState.SUBMITTED)
                .with("round", round));
    links.mails().submitted(linked, deliverable, round);
  }

  private LinkedOffer awaiting(String token) {
    LinkedOffer linked = links.read(token);
    if (linked.standing() != LinkState.WORKING) {
      throw Problem.conflict("collaboration.submit.not-accepted");
    }
    if (linked.campaign().state().isEnded()) {
      throw Problem.conflict("collaboration.submit.campaign-over", linked.contact());
    }
    return linked;
  }

  private static void check(Deliverable deliverable) {
    if (!deliverable.state().canBecome(DeliverableState.SUBMITTED)) {
      throw Problem.conflict("collaboration.submit.refused." + deliverable.state());
    }
  }

  private UUID store(LinkedOffer linked, UUID deliverableId, Upload file) {
    try (InputStream bytes = file.content().open()) {
      return photos.storeFor(deliverableId, linked.actor(), bytes, file.name()).id();
    } catch (IOException unreadable) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.upload");
    }
  }

  /**
   * A draft as it is sent.
   *
   * @param altText describes the photo that comes along, or the first that is kept
   * @param keepPhoto takes the photos of the draft before, unless another one comes along
   * @param photos taken in before, in their order; where there are any, nothing is kept
   */
  public record SubmitDraft(
      @NotBlank @Size(max = 5000) String caption,
      @Size(max = 1000) String altText,
      boolean keepPhoto,
      List<@Valid SentPhoto> photos) {

    /** With at most one photo. */
    public SubmitDraft(String caption, String altText, boolean keepPhoto) {
      this(caption, altText, keepPhoto, List.of());
    }

    SubmitDraft with(List<SentPhoto> sent) {
      return new SubmitDraft(caption, "", false, sent);
    }
  }

  /** A photo that was taken in before under this name, with what describes it. */
  public record SentPhoto(String upload, @Size(max = 1000) String altText) {}

  /**
   * Names a photo that came with a draft which was refused, so that the form can carry it on. The
   * name holds a signature of deliverable and photo: whoever has a link cannot send, or look at, a
   * photo that did not come for this deliverable.
   */
  static final class UploadKey {

    private final Signer signer;

    /**
     * @param key at least 32 bytes
     */
    UploadKey(byte[] key) {
      this.signer = new Signer(key, "gaung draft photo 1");
    }

    String name(UUID deliverableId, UUID photoId) {
      return photoId + "." + signer.sign(Signer.bytes(deliverableId), Signer.bytes(photoId));
    }

    /** The photo of that name; empty if it did not come for this deliverable. */
    Optional<UUID> photo(UUID deliverableId, String name) {
      try {
        UUID claimed = UUID.fromString(name.substring(0, Math.max(0, name.indexOf('.'))));
        return Signer.same(name, name(deliverableId, claimed))
            ? Optional.of(claimed)
            : Optional.empty();
      } catch (IllegalArgumentException noId) {
        return Optional.empty();
      }
    }
  }
}
