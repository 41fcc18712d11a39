package id.gaung.collaboration;

import id.gaung.campaign.BriefSection;
import id.gaung.catalogue.ProductSummary;
import id.gaung.collaboration.SocialSide.Posted;
import id.gaung.collaboration.SocialSide.Room;
import id.gaung.kernel.FieldError;
import id.gaung.web.Form;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * An offer as its creator reads it.
 *
 * @param networks those on which the office publishes
 * @param posted what is out, by deliverable
 * @param official whether the officer's number is the office's own
 */
public record OfferOnPhone(
    String token,
    LinkedOffer linked,
    List<WorkItem> work,
    List<ProductSummary> products,
    List<Room> networks,
    Map<UUID, List<Posted>> posted,
    boolean official,
    Form form) {

  private static final int SHOWN = 4;

  public Offer offer() {
    return linked.offer();
  }

  public OfferTerms terms() {
    return linked.terms();
  }

  public LinkState standing() {
    return linked.standing();
  }

  public String path() {
    return "/o/" + token;
  }

  public String path(Deliverable deliverable) {
    return path() + "/deliverables/" + deliverable.id();
  }

  /** A photo of a draft, by its place from 1. */
  public String photo(Submission draft, Deliverable deliverable, int number) {
    return path(deliverable) + "/photos/" + draft.id() + "/" + number;
  }

  /** The office's networks that one of the contents is meant for. */
  public List<Room> meant() {
    return networks.stream()
        .filter(room -> work.stream().anyMatch(item -> item.deliverable().isFor(room.network())))
        .toList();
  }

  /** The office's networks that this content is meant for. */
  public List<Room> meant(Deliverable deliverable) {
    return networks.stream().filter(room -> deliverable.isFor(room.network())).toList();
  }

  /** Whether all contents are meant for the same networks, so that they are told once. */
  public boolean isMeantAlike() {
    return work.stream().map(item -> meant(item.deliverable())).distinct().count() <= 1;
  }

  /** Whether all drafts are wanted by the same day, so that it is told once. */
  public boolean isDueAlike() {
    return work.stream().map(item -> item.deliverable().dueOn()).distinct().count() <= 1;
  }

  /**
   * Where the product's picture is, under another address when it is another picture; empty if it
   * has none.
   */
  public Optional<String> picture() {
    return products.stream()
        .flatMap(product -> product.photoId().stream())
        .findFirst()
        .map(id -> path() + "/product?" + id);
  }

  /** The draft that is due first. */
  public Optional<Deliverable> next() {
    return work.stream()
        .map(WorkItem::deliverable)
        .filter(d -> d.state().awaitsDraft() && !linked.campaign().state().isEnded())
        .min(Comparator.comparing(Deliverable::dueOn).thenComparing(Deliverable::number));
  }

  /** The day by which the first draft is wanted; empty if nothing is asked for. */
  public Optional<LocalDate> firstDue() {
    return work.stream().map(item -> item.deliverable().dueOn()).min(Comparator.naturalOrder());
  }

  /** What waits for the creator, then what is under way, then what is over. */
  private List<WorkItem> ordered() {
    return work.stream()
        .sorted(
            Comparator.comparing((WorkItem item) -> rank(item.deliverable().state()))
                .thenComparing(item -> item.deliverable().dueOn()))
        .toList();
  }

  private static int rank(DeliverableState state) {
    if (state.awaitsDraft()) {
      return 0;
    }
    return state.isUnfinished() ? 1 : 2;
  }

  /** The contents that are shown at once. */
  public List<WorkItem> first() {
    return ordered().subList(0, Math.min(SHOWN, work.size()));
  }

  /** The contents that are folded. */
  public List<WorkItem> others() {
    return ordered().subList(Math.min(SHOWN, work.size()), work.size());
  }

  /** The content that came out last. */
  public Optional<Deliverable> newestLive() {
    return work.stream()
        .map(WorkItem::deliverable)
        .filter(d -> !of(d).isEmpty())
        .max(Comparator.comparing(d -> of(d).get(0).publishedAt()));
  }

  public long live() {
    return work.stream()
        .filter(item -> item.deliverable().state() == DeliverableState.LIVE)
        .count();
  }

  /** What is out, of one deliverable. */
  public List<Posted> of(Deliverable deliverable) {
    return posted.getOrDefault(deliverable.id(), List.of());
  }

  /** Views or interactions of all its posts; empty if none of them tells any. */
  public OptionalLong sum(Deliverable deliverable, Function<Posted, OptionalLong> figure) {
    return of(deliverable).stream()
        .map(figure)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .reduce(Long::sum)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** What the brief says in three lines at most. */
  public List<String> keyMessages() {
    return BriefSection.KEY_MESSAGES
        .in(linked.brief().sections())
        .lines()
        .map(line -> line.replaceFirst("^[-•*\\s]+", "").strip())
        .filter(line -> !line.isEmpty())
        .limit(BriefSection.MAX_KEY_MESSAGES)
        .toList();
  }

  public String summary() {
    return BriefSection.SUMMARY.in(linked.brief().sections());
  }

  /** The rooms for a caption. */
  public record Rooms(List<Room> rooms) {}

  /** A place for a photo in the form of a draft. */
  public record Slot(WorkOnPhone page, int index) {

    public String field(String name) {
      return PhotoSlots.field(name, index);
    }

    public String value(String name) {
      return page.form().value(field(name));
    }

    public Optional<FieldError> error(String name) {
      return page.form().error(field(name));
    }

    /** Whether it holds a video. */
    public boolean isFilm() {
      return page.films().contains(value("upload"));
    }

    public boolean isEmpty() {
      return value("upload").isEmpty() && value("altText").isEmpty();
    }
  }

  /**
   * One deliverable as its creator works on it.
   *
   * @param rooms for the caption as it stands in the form
   * @param videos what the office's networks ask of a video
   * @param films the names of videos that stand in the form
   * @param mostBytes of a file that is sent for it
   * @param mostFiles that are taken for it
   */
  public record WorkOnPhone(
      OfferOnPhone offer,
      WorkItem item,
      List<Room> rooms,
      List<VideoLimits> videos,
      Set<String> films,
      long mostBytes,
      int mostFiles,
      Form form) {

    public LinkedOffer linked() {
      return offer.linked();
    }

    /** Whether posts on the creator's own accounts may be of it: something was approved. */
    public boolean mayGivePosts() {
      return item.rounds().stream().anyMatch(Submission::isApproved)
          && item.deliverable().state() != DeliverableState.CANCELLED;
    }

    /** One of the places for photos, from 0. */
    public Slot slot(int index) {
      return new Slot(this, index);
    }

    /** The places that a photo or its description is in. */
    public int filled() {
      int filled = 0;
      for (int i = 0; i < PhotoSlots.SLOTS; i++) {
        filled += slot(i).isEmpty() ? 0 : 1;
      }
      return filled;
    }

    /** A video is alone in its draft; what a form holds all the same is shown. */
    public int slots() {
      return format().takesPhotos() ? PhotoSlots.SLOTS : Math.max(1, filled());
    }

    public DeliverableFormat format() {
      return item.deliverable().format();
    }

    /** What a video must be, by each network the content is meant for; none where none is asked. */
    public List<VideoLimits> limits() {
      return videos.stream()
          .filter(limits -> format().takesVideo() && item.deliverable().isFor(limits.network()))
          .toList();
    }

    public boolean maySubmit() {
      return linked().standing() == LinkState.WORKING
          && item.deliverable().state().awaitsDraft()
          && !linked().campaign().state().isEnded();
    }

    /** A draft was refused that cannot be sent again: its words are shown, to be copied. */
    public boolean isUnsent() {
      return form.refusal().isPresent() && !form.value("caption").isEmpty();
    }

    /** Which step of a content's way this is: draft, review, planned, out. */
    public int step() {
      return switch (item.deliverable().state()) {
        case ASSIGNED, CHANGES_REQUESTED, MISSED, CANCELLED -> 0;
        case SUBMITTED -> 1;
        case APPROVED, SCHEDULED -> 2;
        case LIVE, REMOVED -> 3;
      };
    }
  }
}
