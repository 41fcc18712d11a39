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
import java.util.LinkedHashMap;
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
          return Flash.to("/campaigns/" + id + "/products", "campaign.flash.products");
        },
        again -> page(id, again, "", 1));
  }

  private View page(UUID id, Form form, String search, int page) {
    return new View(
        "campaign/product_list.jte",
        new Listing(campaigns.get(id), form, show.linked(id), products.page(search, page), search));
  }

  /**
   * Choosing the products of a campaign.
   *
   * @param linked those it has
   * @param found what the search found
   */
  public record Listing(
      Campaign campaign,
      Form form,
      List<ProductSummary> linked,
      Page<ProductSummary> found,
      String search) {

    /** What was found and is not linked yet, as choices. */
    public Map<String, String> options() {
      Map<String, String> options = new LinkedHashMap<>();
      for (ProductSummary product : found.rows()) {
        if (linked.stream().noneMatch(l -> l.id().equals(product.id()))) {
          options.put(
              product.id().toString(),
              product.name() + " · " + product.umkmName() + " · " + product.kecamatanName());
        }
      }
      return options;
    }

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
