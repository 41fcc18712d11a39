package id.gaung.campaign;

import id.gaung.campaign.Campaigns.ChooseProducts;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.web.Flash;
import id.gaung.web.Form;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Choosing the products of a draft. */
@Path("campaigns/{id}/products")
@Produces(MediaType.TEXT_HTML)
public final class CampaignProductPages {

  private final Campaigns campaigns;
  private final CampaignShow show;
  private final Products products;

  CampaignProductPages(Campaigns campaigns, CampaignShow show, Products products) {
    this.campaigns = campaigns;
    this.show = show;
    this.products = products;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View choose(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("1") int page) {
    return page(id, Form.empty(), search.strip(), page);
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ChooseProducts.class,
        choice -> {
          campaigns.changeProducts(viewer.actor(), id, choice);
          return Flash.to(address(id, form.value("q")), "campaign.flash.products");
        },
        again -> page(id, again, form.value("q").strip(), 1));
  }

  /** The search stays, so that several of one kind are chosen without typing it again. */
  private static String address(UUID id, String search) {
    String query =
        search.isBlank() ? "" : "?q=" + URLEncoder.encode(search.strip(), StandardCharsets.UTF_8);
    return "/campaigns/" + id + "/products" + query;
  }

  private View page(UUID id, Form form, String search, int number) {
    List<ProductSummary> linked = show.linked(id);
    Page<ProductSummary> found =
        products.choices(search, linked.stream().map(ProductSummary::id).toList(), number);
    return new View(
        "campaign/product_list.jte",
        new Listing(
            campaigns.get(id),
            form,
            linked,
            found,
            show.lastShown(found.rows().stream().map(ProductSummary::id).toList()),
            search));
  }

  /**
   * Choosing the products of a campaign.
   *
   * @param linked those it has
   * @param found what the search found besides
   * @param lastShown when a post with the product was out last; those that never were are left out
   */
  public record Listing(
      Campaign campaign,
      Form form,
      List<ProductSummary> linked,
      Page<ProductSummary> found,
      Map<UUID, Instant> lastShown,
      String search) {

    /** The address of a page of what was found, up to its number. */
    public String href() {
      return "/campaigns/"
          + campaign.id()
          + "/products?q="
          + URLEncoder.encode(search, StandardCharsets.UTF_8)
          + "&";
    }
  }
}
