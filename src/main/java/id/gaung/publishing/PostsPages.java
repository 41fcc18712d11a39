package id.gaung.publishing;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.CampaignState;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.Products;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.collaboration.ApprovedContent;
import id.gaung.collaboration.DeliverableView;
import id.gaung.collaboration.Deliverables;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.media.Photos;
import id.gaung.platform.ContentRules;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.TakesFile;
import id.gaung.web.Upload;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages of posts: the list, the composer with its live preview, one post. */
@Path("posts")
@Produces(MediaType.TEXT_HTML)
public final class PostsPages {

  private final Posts posts;
  private final Previews previews;
  private final PostViews views;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Products products;
  private final Deliverables deliverables;
  private final Photos photos;

  PostsPages(
      Posts posts,
      Previews previews,
      PostViews views,
      Channels channels,
      Campaigns campaigns,
      Products products,
      Deliverables deliverables,
      Photos photos) {
    this.posts = posts;
    this.previews = previews;
    this.views = views;
    this.channels = channels;
    this.campaigns = campaigns;
    this.products = products;
    this.deliverables = deliverables;
    this.photos = photos;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public View list(
      @Auth Viewer viewer,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("page") @DefaultValue("1") int page) {
    Optional<RenditionState> chosen = state(state);
    return new View("publishing/list.jte", views.list(posts.page(chosen, page), chosen));
  }

  static Optional<RenditionState> state(String name) {
    return List.of(RenditionState.values()).stream().filter(s -> s.name().equals(name)).findFirst();
  }

  @GET
  @Path("new")
  @RolesAllowed(Role.Names.STAFF)
  public View compose(
      @Auth Viewer viewer,
      @QueryParam("deliverable") @DefaultValue("") String deliverable,
      @QueryParam("campaign") @DefaultValue("") String campaign) {
    Form form = Form.empty().with("deliverableId", deliverable).with("campaignId", campaign);
    PostForm asked = new PostForm(form);
    Optional<UUID> deliverableId = asked.id("deliverableId");
    if (deliverableId.isPresent()) {
      ApprovedContent content = content(deliverableId.get());
      form.with("text", content.caption())
          .with("altText", content.altText())
          .with("campaignId", content.campaignId().toString());
    } else if (asked.id("campaignId").isEmpty()) {
      return new View(
          "publishing/choose.jte",
          new Choose(
              deliverables.approvedWithoutPost(1),
              campaigns.page(Optional.of(CampaignState.ACTIVE), 1).rows()));
    }
    return composer(form);
  }

  private ApprovedContent content(UUID deliverableId) {
    return deliverables
        .approvedContent(deliverableId)
        .orElseThrow(() -> Problem.conflict("publishing.refused.not-approved"));
  }

  private View composer(Form form) {
    PostForm asked = new PostForm(form);
    Optional<DeliverableView> deliverable = asked.id("deliverableId").flatMap(deliverables::find);
    UUID campaignId =
        deliverable
            .map(DeliverableView::campaignId)
            .or(() -> asked.id("campaignId"))
            .orElseThrow(Problem::notFound);
    Campaign campaign = campaigns.get(campaignId);
    return new View(
        "publishing/compose.jte",
        new Compose(
            deliverable.map(d -> d.title() + " · " + d.creatorName()).orElse(campaign.name()),
            campaign.name(),
            products(campaignId),
            channels.connected(),
            photo(asked),
            deliverable.isPresent(),
            previews.of(asked, photo(asked)),
            form));
  }

  private Map<String, String> products(UUID campaignId) {
    Map<String, String> options = new LinkedHashMap<>();
    products.find(campaigns.productIds(campaignId)).values().stream()
        .sorted(java.util.Comparator.comparing(p -> p.name()))
        .forEach(p -> options.put(p.id().toString(), p.name() + " · " + p.umkmName()));
    return options;
  }

  /** Of the deliverable, whatever the form says; else what was uploaded a moment ago. */
  private Optional<UUID> photo(PostForm asked) {
    return asked.id("deliverableId").map(this::approvedPhoto).orElseGet(() -> asked.id("photoId"));
  }

  private Optional<UUID> approvedPhoto(UUID deliverableId) {
    return deliverables.approvedContent(deliverableId).flatMap(ApprovedContent::photoId);
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  @TakesFile
  public Response compose(@Auth Viewer viewer, Form form) {
    PostForm asked = new PostForm(form);
    if (form.value("action").equals("preview")) {
      return Response.ok(composer(form)).build();
    }
    return form.attempt(
        () -> {
          upload(viewer, form);
          UUID id = store(viewer, asked);
          return Flash.to("/posts/" + id, "publishing.done.composed");
        },
        this::composer);
  }

  private UUID store(Viewer viewer, PostForm asked) {
    ComposePost command = asked.read(photo(asked));
    try {
      return posts.compose(viewer.actor(), command);
    } catch (Problem refused) {
      throw asked.placed(refused);
    }
  }

  /** Kept even if the rest is refused, so that it need not be chosen again. */
  private void upload(Viewer viewer, Form form) {
    Optional<Upload> file = form.file("photo");
    if (file.isPresent() && form.value("deliverableId").isEmpty()) {
      try (InputStream in = file.get().content().open()) {
        UUID id = photos.storeBeforehand(viewer.actor(), in, file.get().name()).id();
        form.with("photoId", id.toString());
      } catch (IOException unreadable) {
        throw Problem.of(Problem.Kind.MALFORMED, "problem.upload");
      }
    }
  }

  /** The counters and previews, while typing; of a form that need not be complete. */
  @POST
  @Path("preview")
  @RolesAllowed(Role.Names.STAFF)
  public View preview(@Auth Viewer viewer, Form form) {
    PostForm asked = new PostForm(form);
    return new View("publishing/preview.jte", new Preview(previews.of(asked, photo(asked))));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return views.show(viewer, id, Form.empty(), Optional.empty());
  }

  /**
   * A text as one channel's network will count and show it.
   *
   * @param segments as they go out
   * @param issues what the network has against it, but for its length, which the counter tells
   * @param photoId the picture it goes out with, if that is stored already
   * @param newPhoto whether it goes out with a picture that only the person's browser has yet
   */
  public record ChannelPreview(
      Channel channel,
      ContentRules.TextLength length,
      List<ContentRules.Segment> segments,
      List<ContentRules.Issue> issues,
      Optional<UUID> photoId,
      boolean newPhoto) {}

  /** The counters and previews alone. */
  public record Preview(List<ChannelPreview> previews) {}

  /** What a post can be composed from. */
  public record Choose(Page<DeliverableView> approved, List<Campaign> campaigns) {}

  /**
   * The composer.
   *
   * @param source what is being composed: the deliverable's title and creator, or the campaign
   * @param products by id, to choose from
   * @param photoId of the deliverable, or uploaded a moment ago
   * @param fromCreator whether the content comes from an approved deliverable
   */
  public record Compose(
      String source,
      String campaignName,
      Map<String, String> products,
      List<Channel> channels,
      Optional<UUID> photoId,
      boolean fromCreator,
      List<ChannelPreview> previews,
      Form form) {

    /** Addresses of posts with this text at this time, if it was refused for them. */
    public List<String> twins() {
      return Twins.addresses(form.refusal());
    }

    /** Whether something is wrong with what is typed for one channel alone. */
    public boolean hasError(Channel channel) {
      return form.errors().stream().anyMatch(e -> e.field().endsWith("-" + channel.id()));
    }

    /** The channels to choose from, by id. */
    public Map<String, String> channelOptions() {
      Map<String, String> options = new java.util.LinkedHashMap<>();
      channels.forEach(c -> options.put(c.id().toString(), c.shownAs()));
      return options;
    }
  }
}
