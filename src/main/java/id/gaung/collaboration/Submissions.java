package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.campaign.CampaignState;
import id.gaung.campaign.Disclosure;
import id.gaung.kernel.Problem;
import id.gaung.media.Photos;
import id.gaung.web.Upload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The drafts that creators send by their link. */
public final class Submissions {

  private final DeliverableDao dao;
  private final Foundation foundation;
  private final Contributions contributions;
  private final OfferLinks links;
  private final Photos photos;
  private final UploadKey uploads;

  Submissions(Foundation foundation, OfferLinks links, Photos photos, UploadKey uploads) {
    this.dao = foundation.jdbi().onDemand(DeliverableDao.class);
    this.foundation = foundation;
    this.contributions = new Contributions(foundation);
    this.links = links;
    this.photos = photos;
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
   * @throws Problem conflict if none is awaited now, with whose turn it is; gone if the work is
   *     over; invalid if a photo has no description, or a description no photo
   */
  public void submit(String token, UUID deliverableId, SubmitDraft draft, Optional<Upload> upload) {
    LinkedOffer linked = awaiting(token);
    Optional<UUID> kept = kept(awaited(linked, deliverableId), draft);
    check(draft, upload.isPresent() || kept.isPresent());
    // Before the transaction: cleaning a photo takes up to some seconds.
    Optional<UUID> photo = upload.map(file -> store(linked, deliverableId, file)).or(() -> kept);
    foundation.transactions().run(() -> save(token, deliverableId, draft, photo));
  }

  /**
   * Takes a photo in before its draft, so that it is not lost when the draft is refused.
   *
   * @return what {@link #submitKept} and {@link #upload} know it by
   * @throws Problem as when a draft is sent; invalid if it is no photo
   */
  public String keep(String token, UUID deliverableId, Upload upload) {
    LinkedOffer linked = awaiting(token);
    awaited(linked, deliverableId);
    return uploads.name(deliverableId, store(linked, deliverableId, upload));
  }

  /** As {@link #submit}, with a photo that was taken in before; none if the name is empty. */
  public void submitKept(String token, UUID deliverableId, SubmitDraft draft, String name) {
    WorkItem item = awaited(awaiting(token), deliverableId);
    Optional<UUID> photo =
        name.isEmpty()
            ? kept(item, draft)
            : Optional.of(
                upload(item, name)
                    .orElseThrow(() -> Problem.invalid("photo", "collaboration.photo-again")));
    check(draft, photo.isPresent());
    foundation.transactions().run(() -> save(token, deliverableId, draft, photo));
  }

  /** A photo that was taken in for this deliverable, unless it was removed as unused meanwhile. */
  public Optional<UUID> upload(WorkItem item, String name) {
    return uploads
        .photo(item.deliverable().id(), name)
        .filter(photo -> photos.find(photo).isPresent());
  }

  private WorkItem awaited(LinkedOffer linked, UUID deliverableId) {
    WorkItem item = work(linked, deliverableId);
    check(item.deliverable());
    return item;
  }

  private static Optional<UUID> kept(WorkItem item, SubmitDraft draft) {
    return draft.keepPhoto() ? item.lastPhoto() : Optional.empty();
  }

  private static void check(SubmitDraft draft, boolean withPhoto) {
    if (withPhoto && draft.altText().isBlank()) {
      throw Problem.invalid("altText", "collaboration.alt-required");
    }
    if (!withPhoto && !draft.altText().isBlank()) {
      throw Problem.invalid("photo", "collaboration.alt-without-photo");
    }
  }

  private void save(String token, UUID deliverableId, SubmitDraft draft, Optional<UUID> photo) {
    LinkedOffer linked = awaiting(token);
    Deliverable deliverable =
        dao.lock(List.of(deliverableId)).stream()
            .filter(d -> d.offerId().equals(linked.offer().id()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    check(deliverable);
    int round = deliverable.round() + 1;
    String adLine = linked.terms().adLine();
    dao.insert(
        new Submission(
            foundation.ids().next(),
            deliverableId,
            round,
            Disclosure.with(adLine, draft.caption().strip()),
            photo,
            photo.isPresent() ? draft.altText().strip() : "",
            foundation.clock().instant(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            adLine));
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
  }

  private LinkedOffer awaiting(String token) {
    LinkedOffer linked = links.read(token);
    if (linked.standing() != LinkState.WORKING) {
      throw Problem.conflict("collaboration.submit.not-accepted");
    }
    CampaignState campaign = linked.campaign().state();
    if (campaign.isTerminal()) {
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
   * The words of a draft.
   *
   * @param altText describes the photo; compulsory with one
   * @param keepPhoto takes the photo of the draft before, unless another one comes along
   */
  public record SubmitDraft(
      @NotBlank @Size(max = 5000) String caption,
      @Size(max = 1000) String altText,
      boolean keepPhoto) {}

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
