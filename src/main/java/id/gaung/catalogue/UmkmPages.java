package id.gaung.catalogue;

import id.gaung.catalogue.CatalogueLists.Filter;
import id.gaung.catalogue.CatalogueLists.ListedUmkm;
import id.gaung.catalogue.CatalogueLists.UmkmTally;
import id.gaung.catalogue.Umkms.ChangeUmkm;
import id.gaung.catalogue.Umkms.CreateUmkm;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Tab;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages of the businesses. */
@Path("umkm")
@Produces(MediaType.TEXT_HTML)
@Hidden
public final class UmkmPages {

  private final Umkms umkms;
  private final Products products;
  private final Territory territory;
  private final CatalogueLists lists;

  UmkmPages(Umkms umkms, Products products, Territory territory, CatalogueLists lists) {
    this.umkms = umkms;
    this.products = products;
    this.territory = territory;
    this.lists = lists;
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
      @QueryParam("page") @DefaultValue("1") int page) {
    Filter filter = Filter.read(search, kecamatan, sort, unshown, bare, false);
    return new View(
        "catalogue/umkm_list.jte",
        new Listing(
            lists.umkm(filter, page), lists.umkmTally(), filter, territory.kecamatanNames()));
  }

  @GET
  @Path("new")
  @RolesAllowed(Role.Names.STAFF)
  public View blank(@Auth Viewer viewer) {
    return form(Form.empty(), Optional.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Role.Names.STAFF)
  public Response create(@Auth Viewer viewer, Form form) {
    return withAccounts(form)
        .submit(
            CreateUmkm.class,
            asked ->
                Flash.to(
                    "/umkm/" + umkms.create(viewer.actor(), asked).id(), "catalogue.umkm.saved"),
            again -> form(again, Optional.empty()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return new View(
        "catalogue/umkm_show.jte", new Show(existing(id), umkms.accounts(id), products.ofUmkm(id)));
  }

  @GET
  @Path("{id}/edit")
  @RolesAllowed(Role.Names.STAFF)
  public View edit(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Umkm umkm = existing(id);
    return form(Form.of(ChangeUmkm.of(umkm, umkms.accounts(id))), Optional.of(umkm));
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Role.Names.STAFF)
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return withAccounts(form)
        .submit(
            ChangeUmkm.class,
            asked ->
                Flash.to(
                    "/umkm/" + umkms.change(viewer.actor(), id, asked).id(),
                    "catalogue.umkm.saved"),
            again -> again(again, existing(id)));
  }

  private View again(Form form, Umkm newest) {
    return form(
        form.against(Form.of(ChangeUmkm.of(newest, umkms.accounts(newest.id()))), "version"),
        Optional.of(newest));
  }

  private View form(Form form, Optional<Umkm> umkm) {
    return new View("catalogue/umkm_form.jte", UmkmEditor.of(form, umkm, territory));
  }

  private Umkm existing(UUID id) {
    return umkms.find(id).orElseThrow(Problem::notFound);
  }

  /** The rows of the form, each a network and a handle, as one field. */
  private static Form withAccounts(Form form) {
    List<String> accounts = new ArrayList<>();
    for (int i = 1; i <= UmkmAccount.MOST; i++) {
      String handle = form.value("handle" + i);
      if (!handle.isBlank()) {
        accounts.add(form.value("network" + i) + "/" + handle);
      }
    }
    return form.withAll("accounts", accounts);
  }

  /** The businesses. */
  public record Listing(
      Page<ListedUmkm> rows, UmkmTally tally, Filter filter, Map<String, String> kecamatanNames) {

    public List<Tab> tabs() {
      return List.of(
          Tab.counted("catalogue.nav.products", "/products", tally.products()),
          Tab.counted("catalogue.nav.umkm", "/umkm", tally.umkm()));
    }
  }

  /** One business and its products. */
  public record Show(Umkm umkm, List<UmkmAccount> accounts, List<Product> products) {}
}
