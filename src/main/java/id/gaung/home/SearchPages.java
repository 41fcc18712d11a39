package id.gaung.home;

import id.gaung.campaign.CampaignFeature;
import id.gaung.catalogue.CatalogueFeature;
import id.gaung.creator.Creators;
import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.publishing.PostSlots;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds things by their names, among what the reader may open. */
@Path("search")
public final class SearchPages {

  private static final int SHOWN = 5;
  private static final int LONGEST = 100;

  private final CampaignFeature campaigns;
  private final CatalogueFeature catalogue;
  private final Creators creators;
  private final PostSlots posts;

  SearchPages(
      CampaignFeature campaigns, CatalogueFeature catalogue, Creators creators, PostSlots posts) {
    this.campaigns = campaigns;
    this.catalogue = catalogue;
    this.creators = creators;
    this.posts = posts;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  public View search(@Auth Viewer viewer, @QueryParam("q") @DefaultValue("") String asked) {
    String q = asked.strip();
    String query = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
    return new View(
        "home/search.jte",
        new Found(query, query.isEmpty() ? List.of() : groups(viewer, query).toList()));
  }

  private Stream<Group> groups(Viewer viewer, String q) {
    return Stream.<Optional<Group>>of(
            Optional.of(
                group(
                    "campaign.nav",
                    "/campaigns?q=",
                    q,
                    campaigns.campaigns().page(Optional.empty(), q, 1),
                    c -> Hit.of("campaign", c.name(), "/campaigns/" + c.id()))),
            viewer.is(Role.STAFF) || viewer.is(Role.APPROVER)
                ? Optional.of(posts(q))
                : Optional.empty(),
            forStaff(
                viewer,
                () ->
                    group(
                        "catalogue.nav.products",
                        "/products?q=",
                        q,
                        catalogue.products().page(q, 1),
                        p ->
                            new Hit(
                                "gift",
                                p.photoId(),
                                p.name(),
                                p.umkmName(),
                                Optional.empty(),
                                "/products/" + p.id()))),
            forStaff(
                viewer,
                () ->
                    group(
                        "catalogue.nav.umkm",
                        "/umkm?q=",
                        q,
                        catalogue.umkms().page(q, "", 1),
                        u ->
                            new Hit(
                                "store",
                                Optional.empty(),
                                u.name(),
                                u.kecamatanName(),
                                Optional.empty(),
                                "/umkm/" + u.id()))),
            forStaff(
                viewer,
                () ->
                    group(
                        "creator.nav",
                        "/creators?q=",
                        q,
                        creators.page(q, 1),
                        c -> Hit.of("creators", c.name(), "/creators/" + c.id()))))
        .flatMap(Optional::stream)
        .filter(group -> !group.hits().isEmpty());
  }

  private Group posts(String q) {
    List<PostSlots.Slot> found = posts.search(q, SHOWN);
    return new Group(
        "home.search.posts",
        found.stream()
            .map(
                slot ->
                    new Hit(
                        "calendar",
                        slot.photoId(),
                        slot.name(),
                        slot.name().equals(slot.excerpt()) ? "" : slot.excerpt(),
                        Optional.of(slot.at()),
                        "/posts/" + slot.postId()))
            .toList(),
        found.size(),
        "/posts");
  }

  private static Optional<Group> forStaff(Viewer viewer, Supplier<Group> group) {
    return viewer.is(Role.STAFF) ? Optional.of(group.get()) : Optional.empty();
  }

  private static <T> Group group(
      String key, String all, String q, Page<T> found, Function<T, Hit> hit) {
    return new Group(
        key,
        found.rows().stream().limit(SHOWN).map(hit).toList(),
        found.total(),
        all + URLEncoder.encode(q, StandardCharsets.UTF_8));
  }

  /** What was found, by kind; kinds without any are left out. */
  public record Found(String query, List<Group> groups) {}

  /**
   * @param key of the kind's name
   * @param total how many there are, of which the hits are the first
   * @param all where all of them are
   */
  public record Group(String key, List<Hit> hits, long total, String all) {

    public boolean hasMore() {
      return total > hits.size();
    }
  }

  /**
   * One thing.
   *
   * @param icon shown where there is no photo
   * @param note whose or what it is; empty without any
   */
  public record Hit(
      String icon,
      Optional<UUID> photo,
      String name,
      String note,
      Optional<Instant> at,
      String href) {

    static Hit of(String icon, String name, String href) {
      return new Hit(icon, Optional.empty(), name, "", Optional.empty(), href);
    }
  }
}
