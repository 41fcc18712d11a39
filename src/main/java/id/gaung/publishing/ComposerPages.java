package id.gaung.publishing;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.CampaignState;
import id.gaung.campaign.Campaigns;
import id.gaung.campaign.Disclosure;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.channel.Channels;
import id.gaung.collaboration.ApprovedContent;
import id.gaung.collaboration.DeliverableView;
import id.gaung.collaboration.Deliverables;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import id.gaung.media.MediaItem;
import id.gaung.media.Photos;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Upload;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The composer: one text, photo and time for all accounts, and what differs. The ad line of a
 * creator's approved content is not typed: it stands before every text.
 */
public final class ComposerPages {

  private static final LocalTime USUAL = LocalTime.of(19, 0);

  private final Posts posts;
  private final Previews previews;
  private final UsualAccounts accounts;
  private final Campaigns campaigns;
  private final Products products;
  private final Deliverables deliverables;
  private final Photos photos;
  private final Clock clock;

  ComposerPages(
      Posts posts,
      Previews previews,
      Channels channels,
      Campaigns campaigns,
      Products products,
      Deliverables deliverables,
      Photos photos,
      Clock clock) {
    this.posts = posts;
    this.previews = previews;
    this.accounts = new UsualAccounts(channels);
    this.campaigns = campaigns;
    this.products = products;
    this.deliverables = deliverables;
    this.photos = photos;
    this.clock = clock;
  }

  View open(String deliverable, String campaign, String day, String media) {
    Form form = Form.empty().with("deliverableId", deliverable).with("campaignId", campaign);
    PostForm asked = new PostForm(form);
    Optional<UUID> deliverableId = asked.id("deliverableId");
    if (deliverableId.isPresent()) {
      ApprovedContent content = content(deliverableId.get());
      form.with("text", Disclosure.without(content.caption()))
          .with("altText", content.altText())
          .with("campaignId", content.campaignId().toString())
          .withAll("productIds", named(content.campaignId(), deliverableId.get()));
    } else if (asked.id("campaignId").isEmpty()) {
      Page<DeliverableView> ready = deliverables.approvedWithoutPost(1);
      return new View(
          "publishing/choose.jte",
          new ComposeChoices(
              ready,
              deliverables.approvedPhotos(ready.rows()),
              campaigns.page(Optional.of(CampaignState.ACTIVE), 1).rows(),
              date(day).map(LocalDate::toString).orElse(""),
              PostForm.parse(media).flatMap(previews::media)));
    }
    Optional<MediaItem> chosen =
        deliverableId.isEmpty() ? PostForm.parse(media).flatMap(previews::media) : Optional.empty();
    chosen.ifPresent(
        item -> form.with("photoId", item.id().toString()).with("altText", item.altText()));
    form.with("dueAt", firstTime(day).toString());
    Optional<ApprovedContent> content = approved(form);
    form.withAll(
        "channelIds",
        accounts
            .of(
                content,
                content
                    .map(made -> made.video().isPresent())
                    .orElse(chosen.filter(MediaItem::isVideo).isPresent()))
            .stream()
            .map(c -> c.id().toString())
            .toList());
    return page(form);
  }

  /** The products that the content is about; none chosen means all of the campaign. */
  private List<String> named(UUID campaignId, UUID deliverableId) {
    List<ProductSummary> all =
        List.copyOf(products.find(campaigns.productIds(campaignId)).values());
    List<ProductSummary> named =
        ProductSummary.namedIn(
            all, deliverables.find(deliverableId).map(DeliverableView::title).stream().toList());
    return named.size() == all.size()
        ? List.of()
        : named.stream().map(product -> product.id().toString()).toList();
  }

  private LocalDateTime now() {
    return Wita.dateTime(clock.instant()).truncatedTo(ChronoUnit.MINUTES);
  }

  private LocalDateTime firstTime(String day) {
    return date(day)
        .map(date -> date.atTime(USUAL))
        .filter(at -> at.isAfter(now()))
        .orElseGet(() -> QuickTimes.fresh(now()).get(0));
  }

  private static Optional<LocalDate> date(String day) {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private ApprovedContent content(UUID deliverableId) {
    return deliverables
        .approvedContent(deliverableId)
        .orElseThrow(() -> Problem.conflict("publishing.refused.not-approved"));
  }

  private Optional<ApprovedContent> approved(Form form) {
    return new PostForm(form).id("deliverableId").flatMap(deliverables::approvedContent);
  }

  private PostForm typed(Form form) {
    Optional<ApprovedContent> content = approved(form);
    PostForm plain = new PostForm(form);
    List<DraftPhoto> photos =
        content
            .map(ApprovedContent::photos)
            .filter(sent -> !sent.isEmpty())
            .orElseGet(plain::ownPhotos);
    return new PostForm(
        form,
        content.map(made -> Disclosure.lead(made.caption())).orElse(""),
        photos.size() > 1 ? previews.further(plain.channelIds(), photos) : Map.of());
  }

  private View page(Form form) {
    PostForm typed = typed(form);
    if (!typed.lead().isEmpty()) {
      // Who pasted the whole caption sees the line where it stands fixed, and not twice.
      form.with("text", Disclosure.below(typed.lead(), form.value("text")));
    }
    Optional<DeliverableView> deliverable = typed.id("deliverableId").flatMap(deliverables::find);
    UUID campaignId =
        deliverable
            .map(DeliverableView::campaignId)
            .or(() -> typed.id("campaignId"))
            .orElseThrow(Problem::notFound);
    Campaign campaign = campaigns.get(campaignId);
    if (campaign.state().isEnded()) {
      throw Problem.conflict("publishing.refused.campaign-over");
    }
    List<ProductSummary> about =
        products.find(campaigns.productIds(campaignId)).values().stream()
            .sorted(Comparator.comparing(ProductSummary::name))
            .toList();
    return new View(
        "publishing/compose.jte",
        new ComposeEditor(
            deliverable,
            campaign.name(),
            about,
            accounts.all(),
            typed.lead().strip(),
            approved(form).map(ApprovedContent::media).orElse(List.of()),
            seen(typed),
            previews.media(),
            QuickTimes.fresh(now()),
            now().toLocalDate(),
            form));
  }

  private PostPreview seen(PostForm typed) {
    Optional<UUID> photo = photo(typed);
    List<ChannelPreview> shown = previews.of(typed, photo, card(typed));
    Optional<ApprovedContent> approved = approved(typed.form());
    boolean asApproved =
        approved.isPresent()
            && !typed.hasNewPhoto()
            && shown.stream()
                .allMatch(
                    one ->
                        new ComposedRendition(
                                one.channel().id(),
                                typed.textOf(one.channel().id()),
                                now(),
                                typed.pictures(one.channel().id(), one.photoId()),
                                typed.options(one.channel().id()))
                            .isAsApproved(approved.get()));
    return new PostPreview(
        shown, !asApproved, typed.time("dueAt"), typed.form().value("shown"), photo);
  }

  /** Asked for with each stroke, so the products are read only where a link may be. */
  private PostCard card(PostForm typed) {
    if (typed.channelIds().stream().map(typed::textOf).noneMatch(PostCard::mayLink)) {
      return PostCard.NONE;
    }
    List<UUID> about = typed.productIds();
    Optional<UUID> campaign =
        about.isEmpty()
            ? approved(typed.form())
                .map(ApprovedContent::campaignId)
                .or(() -> typed.id("campaignId"))
            : Optional.empty();
    return posts.card(campaign.map(campaigns::productIds).orElse(about));
  }

  /** Of the deliverable, if its creator sent one; else what was chosen or uploaded a moment ago. */
  private Optional<UUID> photo(PostForm typed) {
    return approved(typed.form()).flatMap(ApprovedContent::photoId).or(() -> typed.id("photoId"));
  }

  View preview(Form form) {
    return new View("publishing/preview.jte", seen(typed(form)));
  }

  Response compose(Viewer viewer, Form form) {
    if (form.value("action").equals("preview")) {
      return Response.ok(page(form)).build();
    }
    if (form.value("action").equals("now")) {
      form.with("dueAt", now().toString());
    }
    return form.attempt(
        () -> {
          upload(viewer, form);
          UUID id = store(viewer, typed(form));
          return Flash.to("/posts/" + id + (isInReview(id) ? "?done=review" : "?done=scheduled"));
        },
        this::page);
  }

  private boolean isInReview(UUID id) {
    return posts.renditions(id).stream().anyMatch(row -> row.state() == RenditionState.IN_REVIEW);
  }

  private UUID store(Viewer viewer, PostForm typed) {
    PostForm.Read read = typed.read(photo(typed), now().plusDays(1));
    try {
      if (read.errors().isEmpty()) {
        return posts.compose(viewer.actor(), read.command());
      }
      posts.check(read.command());
      throw Problem.invalid(read.errors());
    } catch (Problem refused) {
      Problem placed = typed.placed(refused);
      if (placed.errors().isEmpty() || read.errors().isEmpty()) {
        throw placed;
      }
      List<FieldError> all = new ArrayList<>(read.errors());
      all.addAll(placed.errors());
      throw Problem.invalid(all.stream().distinct().toList());
    }
  }

  /** Kept even if the rest is refused, so that it need not be chosen again. */
  private void upload(Viewer viewer, Form form) {
    Optional<Upload> file = form.file("photo");
    if (file.isPresent() && approved(form).flatMap(ApprovedContent::photoId).isEmpty()) {
      form.with("photoId", photos.storeBeforehand(viewer.actor(), file.get()).id().toString());
    }
  }
}
