package id.gaung.catalogue;

import id.gaung.catalogue.Products.ChangeProduct;
import id.gaung.catalogue.Products.CreateProduct;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.web.PageResponse;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Products over the API. */
@Path("api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
public final class ProductsResource {

  private final Products products;

  public ProductsResource(Products products) {
    this.products = products;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  @Operation(
      summary = "Products by name, one page of 25; q searches products, businesses, categories")
  public PageResponse<ProductSummaryResponse> list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("1") int page) {
    return PageResponse.of(products.page(search, page), ProductSummaryResponse::from);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "One product")
  public ProductResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return ProductResponse.from(products.find(id).orElseThrow(Problem::notFound));
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Enters a product of a business")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ProductResponse.class)))
  public Response create(@Auth Viewer viewer, CreateProduct asked) {
    Product product = products.create(viewer.actor(), asked);
    return Response.created(URI.create("/api/v1/products/" + product.id()))
        .entity(ProductResponse.from(product))
        .build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Changes a product; version is that of the row that was read")
  public ProductResponse change(
      @Auth Viewer viewer, @PathParam("id") UUID id, ChangeProduct asked) {
    return ProductResponse.from(products.change(viewer.actor(), id, asked));
  }

  /** A product as the API shows it. */
  public record ProductResponse(
      UUID id,
      UUID umkmId,
      String umkmName,
      String name,
      String category,
      String description,
      Rupiah price,
      Optional<UUID> photoId,
      Instant createdAt,
      Instant updatedAt,
      int version) {

    static ProductResponse from(Product product) {
      return new ProductResponse(
          product.id(),
          product.umkmId(),
          product.umkmName(),
          product.name(),
          product.category(),
          product.description(),
          product.price(),
          product.photoId(),
          product.createdAt(),
          product.updatedAt(),
          product.version());
    }
  }

  /** A product in a list of the API. */
  public record ProductSummaryResponse(
      UUID id,
      String name,
      UUID umkmId,
      String umkmName,
      String kecamatanCode,
      String kecamatanName,
      Rupiah price,
      Optional<UUID> photoId) {

    static ProductSummaryResponse from(ProductSummary product) {
      return new ProductSummaryResponse(
          product.id(),
          product.name(),
          product.umkmId(),
          product.umkmName(),
          product.kecamatanCode(),
          product.kecamatanName(),
          product.price(),
          product.photoId());
    }
  }
}
