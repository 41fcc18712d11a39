package id.gaung.creator;

import id.gaung.creator.CreatorDirectory.Asked;
import id.gaung.creator.CreatorDirectory.Card;
import id.gaung.creator.Creators.ChangeCreator;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Translator;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The pages of the directory. */
@Path("creators")
@Produces(MediaType.TEXT_HTML)
@Hidden
public final class CreatorsPages {

  private final Creators creators;
  private final CreatorDirectory directory;
  private final Supplier<Map<String, String>> kecamatan;

  CreatorsPages(
      Creators creators, CreatorDirectory directory, Supplier<Map<String, String>> kecamatan) {
    this.creators = creators;
    this.directory = directory;
    this.kecamatan = kecamatan;
  }

  /**
   * @param search a part of the name or of the WhatsApp number
   * @param district a kecamatan's code; empty for all
   * @param show which of them; all if it is none of the names
   */
  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("kecamatan") @DefaultValue("") String district,
      @QueryParam("show") @DefaultValue("") String show,
      @QueryParam("page") @DefaultValue("1") int page) {
    Asked asked = new Asked(search.strip(), district, CreatorDirectory.Show.of(show));
    return new View(
        "creator/list.jte", new Listing(directory.page(asked, page), asked, kecamatan.get()));
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
        CreateCreator.class,
        asked ->
            Flash.to("/creators/" + creators.create(viewer.actor(), asked).id(), "creator.saved"),
        again -> form(again, Optional.empty()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Creator creator = creators.find(id).orElseThrow(Problem::notFound);
    String where = creator.kecamatanCode().map(c -> kecamatan.get().getOrDefault(c, c)).orElse("");
    return new View("creator/show.jte", new Show(creator, where));
  }

  @GET
  @Path("{id}/edit")
  @RolesAllowed(Role.Names.STAFF)
  public View edit(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Creator creator = creators.find(id).orElseThrow(Problem::notFound);
    return form(Form.of(ChangeCreator.of(creator)), Optional.of(creator));
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Role.Names.STAFF)
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ChangeCreator.class,
        asked ->
            Flash.to(
                "/creators/" + creators.change(viewer.actor(), id, asked).id(), "creator.saved"),
        again -> again(again, creators.find(id).orElseThrow(Problem::notFound)));
  }

  private View again(Form form, Creator newest) {
    return form(form.against(Form.of(ChangeCreator.of(newest)), "version"), Optional.of(newest));
  }

  private View form(Form form, Optional<Creator> creator) {
    return new View("creator/form.jte", new Editor(form, creator, kecamatan.get()));
  }

  /**
   * A creator to be entered or changed.
   *
   * @param creator the one that is changed, as it is now
   */
  public record Editor(Form form, Optional<Creator> creator, Map<String, String> kecamatan) {

    public String action() {
      return creator.map(c -> "/creators/" + c.id()).orElse("/creators");
    }

    public Map<String, String> kinds(Translator t) {
      Map<String, String> kinds = new LinkedHashMap<>();
      for (CreatorKind kind : CreatorKind.values()) {
        kinds.put(kind.name(), t.name("creator.kind", kind));
      }
      return kinds;
    }

    public Map<String, String> states(Translator t) {
      Map<String, String> states = new LinkedHashMap<>();
      states.put("true", t.get("creator.active"));
      states.put("false", t.get("creator.retired"));
      return states;
    }
  }

  /** The directory. */
  public record Listing(Page<Card> rows, Asked asked, Map<String, String> kecamatan) {

    /** The address of this list with others shown, up to its page. */
    public String href(CreatorDirectory.Show show) {
      return "/creators?q="
          + URLEncoder.encode(asked.search(), StandardCharsets.UTF_8)
          + "&kecamatan="
          + URLEncoder.encode(asked.kecamatan(), StandardCharsets.UTF_8)
          + "&show="
          + show
          + "&";
    }

    /** The address of a page of this list, up to its number. */
    public String href() {
      return href(asked.show());
    }

    public boolean isFiltered() {
      return !asked.search().isEmpty()
          || !asked.kecamatan().isEmpty()
          || asked.show() != CreatorDirectory.Show.ALL;
    }
  }

  /**
   * One creator.
   *
   * @param kecamatan the district's name; empty if it is not known
   */
  public record Show(Creator creator, String kecamatan) {}
}
