package id.gaung.catalogue;

import id.gaung.catalogue.Umkms.ChangeUmkm;
import id.gaung.catalogue.Umkms.CreateUmkm;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Flash;
import id.gaung.web.Form;
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
import java.util.LinkedHashMap;
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

  public UmkmPages(Umkms umkms, Products products, Territory territory) {
    this.umkms = umkms;
    this.products = products;
    this.territory = territory;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("kecamatan") @DefaultValue("") String kecamatan,
      @QueryParam("page") @DefaultValue("1") int page) {
    String href = "/umkm?q=" + encoded(search) + "&kecamatan=" + encoded(kecamatan) + "&";
    return new View(
        "catalogue/umkm_list.jte",
        new Listing(
            umkms.page(search, kecamatan, page),
            search,
            kecamatan,
            territory.kecamatanNames(),
            href));
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
    return form.submit(
        CreateUmkm.class,
        asked ->
            Flash.to("/umkm/" + umkms.create(viewer.actor(), asked).id(), "catalogue.umkm.saved"),
        again -> form(again, Optional.empty()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return new View("catalogue/umkm_show.jte", new Show(existing(id), products.ofUmkm(id)));
  }

  @GET
  @Path("{id}/edit")
  @RolesAllowed(Role.Names.STAFF)
  public View edit(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Umkm umkm = existing(id);
    return form(Form.of(ChangeUmkm.of(umkm)), Optional.of(umkm));
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Role.Names.STAFF)
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ChangeUmkm.class,
        asked ->
            Flash.to(
                "/umkm/" + umkms.change(viewer.actor(), id, asked).id(), "catalogue.umkm.saved"),
        again -> again(again, existing(id)));
  }

  private View again(Form form, Umkm newest) {
    return form(form.against(Form.of(ChangeUmkm.of(newest)), "version"), Optional.of(newest));
  }

  private View form(Form form, Optional<Umkm> umkm) {
    return new View("catalogue/umkm_form.jte", Editor.of(form, umkm, territory));
  }

  private Umkm existing(UUID id) {
    return umkms.find(id).orElseThrow(Problem::notFound);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * A business to be entered or changed.
   *
   * @param umkm the one that is changed, as it is now
   */
  public record Editor(
      Form form,
      Optional<Umkm> umkm,
      Map<String, String> kecamatan,
      Map<String, String> kelurahan) {

    static Editor of(Form form, Optional<Umkm> umkm, Territory territory) {
      Map<String, String> districts = territory.kecamatanNames();
      Map<String, String> villages = new LinkedHashMap<>();
      territory
          .kelurahan()
          .forEach(
              k ->
                  villages.put(
                      Integer.toString(k.id()),
                      k.name() + " (" + districts.getOrDefault(k.kecamatanCode(), "") + ")"));
      return new Editor(form, umkm, districts, villages);
    }

    public String action() {
      return umkm.map(u -> "/umkm/" + u.id()).orElse("/umkm");
    }
  }

  /** The businesses. */
  public record Listing(
      Page<Umkm> rows,
      String search,
      String kecamatan,
      Map<String, String> kecamatanNames,
      String href) {}

  /** One business and its products. */
  public record Show(Umkm umkm, List<Product> products) {}
}
