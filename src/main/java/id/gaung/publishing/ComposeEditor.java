package id.gaung.publishing;

import id.gaung.catalogue.ProductSummary;
import id.gaung.channel.Channel;
import id.gaung.collaboration.DeliverableView;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.media.MediaItem;
import id.gaung.web.Form;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The composer.
 *
 * @param deliverable whose content it is; empty for the office's own
 * @param adLine that stands before every text; empty without one
 * @param approvedPhotos the creator's, which stay as they were approved
 * @param library the newest of the media library
 * @param quick likely times
 */
public record ComposeEditor(
    Optional<DeliverableView> deliverable,
    String campaignName,
    List<ProductSummary> products,
    List<Channel> channels,
    String adLine,
    List<DraftPhoto> approvedPhotos,
    PostPreview seen,
    List<MediaItem> library,
    List<LocalDateTime> quick,
    LocalDate today,
    Form form) {

  /** What may be said of the post on that account. */
  public List<AskedOption> options(Channel channel) {
    return PostOptions.asked(channel);
  }

  /** Whether the photo is the creator's. */
  public boolean photoFixed() {
    return !approvedPhotos.isEmpty();
  }

  /** Those that follow the first. */
  public List<DraftPhoto> furtherPhotos() {
    return approvedPhotos.stream().skip(1).toList();
  }

  /** Addresses of posts with this text at this time, if it was refused for them. */
  public List<String> twins() {
    return Twins.addresses(form.refusal());
  }

  /** Whether something is typed for one channel alone, or wrong there. */
  public boolean hasOwn(Channel channel) {
    return !form.value("text-" + channel.id()).isEmpty()
        || !form.value("dueAt-" + channel.id()).isEmpty()
        || form.has("noPhoto-" + channel.id(), "yes")
        || options(channel).stream()
            .anyMatch(asked -> !form.value(asked.field(channel.id().toString())).isEmpty())
        || form.errors().stream()
            .anyMatch(e -> e.field().replace(".time", "").endsWith("-" + channel.id()));
  }

  /** The network's name, where that says which account is meant. */
  public String nameOf(Channel channel) {
    boolean alone =
        channels.stream().filter(c -> c.network().equals(channel.network())).count() == 1;
    return alone ? channel.network().label() : "@" + channel.handle();
  }

  /** Those of the library that stand nowhere else among the choices. */
  public List<MediaItem> others() {
    return library.stream()
        .filter(item -> pictured().stream().noneMatch(p -> p.photoId().get().equals(item.id())))
        .toList();
  }

  /** A photo that may follow the first, and what describes it as far as that is known. */
  public record Further(UUID id, String name, String altText) {
    public String field() {
      return PostForm.furtherAlt(id);
    }
  }

  /**
   * What was chosen, in that order; then the others of the products and of the library. What was
   * chosen before need not be among the newest.
   */
  public List<Further> further() {
    Map<UUID, Further> all = new LinkedHashMap<>();
    pictured().forEach(p -> add(all, new Further(p.photoId().orElseThrow(), p.name(), "")));
    others().stream()
        .filter(item -> !item.isVideo())
        .forEach(item -> add(all, new Further(item.id(), item.name(), item.altText())));
    List<UUID> chosen =
        form.values("furtherIds").stream()
            .flatMap(text -> PostForm.parse(text.strip()).stream())
            .distinct()
            .toList();
    chosen.forEach(id -> add(all, new Further(id, form.value(PostForm.furtherAlt(id)), "")));
    Set<UUID> order = new LinkedHashSet<>(chosen);
    order.addAll(all.keySet());
    return order.stream().map(id -> Objects.requireNonNull(all.get(id))).toList();
  }

  private void add(Map<UUID, Further> all, Further one) {
    all.putIfAbsent(one.id(), new Further(one.id(), one.name(), said(one)));
  }

  private String said(Further one) {
    boolean asked = form.has("furtherIds", one.id().toString());
    return asked || !form.value(one.field()).isEmpty() ? form.value(one.field()) : one.altText();
  }

  /** Whether the one that is chosen was uploaded here a moment ago. */
  public boolean isUploaded() {
    return seen.photoId().isPresent()
        && pictured().stream().noneMatch(p -> p.photoId().equals(seen.photoId()))
        && library.stream().noneMatch(item -> item.id().equals(seen.photoId().get()));
  }

  /** Products with a photo, which may be the post's. */
  public List<ProductSummary> pictured() {
    return products.stream().filter(product -> product.photoId().isPresent()).toList();
  }

  /** What the post counts for: the products chosen, or all if none is. */
  public List<ProductSummary> about() {
    List<ProductSummary> chosen =
        products.stream().filter(p -> form.has("productIds", p.id().toString())).toList();
    return chosen.isEmpty() ? products : chosen;
  }

  /** The products to choose from, by id. */
  public Map<String, String> productOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    products.forEach(p -> options.put(p.id().toString(), p.name() + " · " + p.umkmName()));
    return options;
  }
}
