package id.gaung.catalogue;

import id.gaung.catalogue.CatalogueLists.Filter;
import id.gaung.catalogue.CatalogueLists.ListedProduct;
import id.gaung.catalogue.CatalogueLists.ProductTally;
import id.gaung.catalogue.CatalogueLists.Shown;
import id.gaung.catalogue.Products.ChangeProduct;
import id.gaung.catalogue.Products.CreateProduct;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.media.ChosenPhoto;
import id.gaung.media.Photos;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Tab;
import id.gaung.web.TakesFile;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages of the products. */
@Path("products")
@Produces(MediaType.TEXT_HTML)
@Hidden
public final class ProductsPages {

  private final Products products;
  private final Umkms umkms;
  private final Photos photos;
  private final CatalogueLists lists;
  private final Territory territory;

  ProductsPages(
      Products products, Umkms umkms, Photos photos, CatalogueLists lists, Territory territory) {
    this.products = products;
    this.umkms = umkms;
    this.photos = photos;
    this.lists = lists;
    this.territory = territory;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("kecamatan") @DefaultValue("") String kecamatan,
      @QueryParam("sort") @DefaultValue("") String sort,
      @QueryParam("unshown") boolean unshown,
      @QueryParam("bare") boolean bare,
      @QueryParam("cheap") boolean cheap,
      @QueryParam("page") @DefaultValue("1") int page) {
    Filter filter = Filter.read(search, kecamatan, sort, unshown, bare, cheap);
    return new View(
        "catalogue/product_list.jte",
        new Listing(
            lists.products(filter, page),
            lists.productTally(),
            filter,
            territory.kecamatanNames()));
  }

  @GET
  @Path("new")
  @RolesAllowed(Role.Names.STAFF)
  public View blank(
      @Auth Viewer viewer,
      @QueryParam("umkm") Optional<UUID> umkm,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("1") int page) {
    return umkm.map(
            id -> form(Form.empty().with("umkmId", id.toString()), maker(id), Optional.empty()))
        .orElseGet(
            () ->
                new View(
                    "catalogue/product_whose.jte",
                    new Whose(umkms.page(search, "", page), search)));
  }

  @POST
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @RolesAllowed(Role.Names.STAFF)
  @TakesFile
  public Response create(@Auth Viewer viewer, Form form) {
    Umkm maker = maker(chosen(form));
    return form.attempt(
        () -> {
          keepPhoto(viewer, form);
          Product product = products.create(viewer.actor(), form.as(CreateProduct.class));
          return Flash.to("/products/" + product.id(), "catalogue.product.saved");
        },
        again -> form(again, maker, Optional.empty()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Product product = existing(id);
    return new View(
        "catalogue/product_show.jte", new Show(product, maker(product.umkmId()), lists.shown(id)));
  }

  @GET
  @Path("{id}/edit")
  @RolesAllowed(Role.Names.STAFF)
  public View edit(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Product product = existing(id);
    return form(Form.of(ChangeProduct.of(product)), maker(product.umkmId()), Optional.of(product));
  }

  @POST
  @Path("{id}")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @RolesAllowed(Role.Names.STAFF)
  @TakesFile
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    Product before = existing(id);
    return form.attempt(
        () -> {
          keepPhoto(viewer, form);
          products.change(viewer.actor(), id, form.as(ChangeProduct.class));
          return Flash.to("/products/" + id, "catalogue.product.saved");
        },
        again -> again(again, maker(before.umkmId()), existing(id)));
  }

  /**
   * Stores a chosen photo and puts its id into the form, so that it is not lost when another field
   * is wrong.
   */
  private void keepPhoto(Viewer viewer, Form form) {
    ChosenPhoto.keep(photos, viewer.actor(), form, "photo", "removePhoto", "photoId");
  }

  private static View again(Form form, Umkm maker, Product newest) {
    return form(
        form.against(Form.of(ChangeProduct.of(newest)), "version"), maker, Optional.of(newest));
  }

  private static View form(Form form, Umkm maker, Optional<Product> product) {
    return new View("catalogue/product_form.jte", new Editor(form, maker, product));
  }

  private static UUID chosen(Form form) {
    try {
      return UUID.fromString(form.value("umkmId"));
    } catch (IllegalArgumentException noId) {
      throw Problem.notFound();
    }
  }

  private Umkm maker(UUID id) {
    return umkms.find(id).orElseThrow(Problem::notFound);
  }

  private Product existing(UUID id) {
    return products.find(id).orElseThrow(Problem::notFound);
  }

  /**
   * A product to be entered or changed.
   *
   * @param product the one that is changed, as it is now
   */
  public record Editor(Form form, Umkm umkm, Optional<Product> product) {

    public String action() {
      return product.map(p -> "/products/" + p.id()).orElse("/products");
    }

    public String back() {
      return product.map(p -> "/products/" + p.id()).orElse("/umkm/" + umkm.id());
    }
  }

  /** The products. */
  public record Listing(
      Page<ListedProduct> rows,
      ProductTally tally,
      Filter filter,
      Map<String, String> kecamatanNames) {

    public List<Tab> tabs() {
      return List.of(
          Tab.counted("catalogue.nav.products", "/products", tally.products()),
          Tab.counted("catalogue.nav.umkm", "/umkm", tally.umkm()));
    }
  }

  /** Asks whose the new product is. */
  public record Whose(Page<Umkm> rows, String search) {

    public String href() {
      return "/products/new?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&";
    }
  }

  /** One product. */
  public record Show(Product product, Umkm umkm, Shown shown) {}
}
