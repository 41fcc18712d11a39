package id.gaung.catalogue;

import id.gaung.catalogue.Products.EditProduct;
import id.gaung.catalogue.Products.NewProduct;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Products over the API. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
public final class ProductsResource {

  private final Products products;

  public ProductsResource(Products products) {
    this.products = products;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF})
  @Operation(
      summary = "Products by name, one page of 25; q searches products, businesses, categories")
  public Page<ProductSummary> list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("1") int page) {
    return products.page(search, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.Names.STAFF})
  @Operation(summary = "One product")
  public Product show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return products.find(id).orElseThrow(Problem::notFound);
  }

  @POST
  @RolesAllowed({Role.Names.STAFF})
  @Operation(summary = "Enters a product of a business")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Product.class)))
  public Response create(@Auth Viewer viewer, NewProduct asked) {
    Product product = products.create(viewer.actor(), asked);
    return Response.created(URI.create("/api/v1/products/" + product.id())).entity(product).build();
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Role.Names.STAFF})
  @Operation(summary = "Changes a product; version is that of the row that was read")
  public Product change(@Auth Viewer viewer, @PathParam("id") UUID id, EditProduct asked) {
    return products.change(viewer.actor(), id, asked);
  }
}
