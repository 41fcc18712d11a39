package id.gaung.creator;

import id.gaung.creator.CreatorAccount.FollowerSource;
import id.gaung.creator.CreatorDirectory.Asked;
import id.gaung.creator.CreatorDirectory.Card;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.Network;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.media.Photos;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.TakesFile;
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
import java.util.List;
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
  private final Photos photos;

  CreatorsPages(
      Creators creators,
      CreatorDirectory directory,
      Supplier<Map<String, String>> kecamatan,
      Photos photos) {
    this.photos = photos;
    this.creators = creators;
    this.directory = directory;
    this.kecamatan = kecamatan;
  }

  /**
   * @param search a part of the name, of an account or of the WhatsApp number
   * @param district a kecamatan's code; empty for all
   * @param network on which they have an account; all if it is none of the networks
   * @param show which of them; all if it is none of the names
   */
  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("kecamatan") @DefaultValue("") String district,
      @QueryParam("network") @DefaultValue("") String network,
      @QueryParam("show") @DefaultValue("") String show,
      @QueryParam("page") @DefaultValue("1") int page) {
    Asked asked =
        new Asked(
            search.strip(), district, Network.ofPath(network), CreatorDirectory.Show.of(show));
    Page<Card> rows = directory.page(asked, page);
    return new View(
        "creator/list.jte",
        new Listing(rows, creators.accounts(ids(rows.rows())), asked, kecamatan.get()));
  }

  private List<CreatorAccount> accounts(UUID id) {
    return creators.accounts(List.of(id)).getOrDefault(id, List.of());
  }

  private static List<UUID> ids(List<Card> cards) {
    return cards.stream().map(Card::id).toList();
  }

  @GET
  @Path("new")
  @RolesAllowed(Role.Names.STAFF)
  public View blank(@Auth Viewer viewer) {
    return form(Form.empty(), Optional.empty());
  }

  @POST
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @RolesAllowed(Role.Names.STAFF)
  @TakesFile
  public Response create(@Auth Viewer viewer, Form form) {
    return form.attempt(
        () -> {
          takeIn(viewer, form);
          CreateCreator asked = form.as(CreateCreator.class).with(AccountLines.read(form));
          return Flash.to(
              "/creators/" + creators.create(viewer.actor(), asked).id(), "creator.saved");
        },
        again -> form(again, Optional.empty()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Creator creator = creators.find(id).orElseThrow(Problem::notFound);
    String where = creator.kecamatanCode().map(c -> kecamatan.get().getOrDefault(c, c)).orElse("");
    List<Card> card = directory.cards(List.of(id));
    return new View(
        "creator/show.jte",
        new Show(creator, accounts(id), where, card.get(0), creators.readFollowers(id)));
  }

  @GET
  @Path("{id}/edit")
  @RolesAllowed(Role.Names.STAFF)
  public View edit(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Creator creator = creators.find(id).orElseThrow(Problem::notFound);
    return form(filled(creator), Optional.of(creator));
  }

  @POST
  @Path("{id}")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @RolesAllowed(Role.Names.STAFF)
  @TakesFile
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          if (form.has("removePhoto", "yes")) {
            form.with("photoId", "");
          }
          takeIn(viewer, form);
          ChangeCreator asked = form.as(ChangeCreator.class).with(AccountLines.read(form));
          return Flash.to(
              "/creators/" + creators.change(viewer.actor(), id, asked).id(), "creator.saved");
        },
        again -> again(again, creators.find(id).orElseThrow(Problem::notFound)));
  }

  /** Takes a chosen picture in before the rest, so that it is not lost when a field is wrong. */
  private void takeIn(Viewer viewer, Form form) {
    form.file("photo")
        .map(file -> photos.storeBeforehand(viewer.actor(), file))
        .ifPresent(photo -> form.with("photoId", photo.id().toString()));
  }

  private Form filled(Creator creator) {
    return AccountLines.fill(Form.of(ChangeCreator.of(creator)), accounts(creator.id()));
  }

  private View again(Form form, Creator newest) {
    return form(form.against(filled(newest), "version"), Optional.of(newest));
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

    /** How many lines of accounts the form has. */
    public int lines() {
      return AccountLines.lines(form);
    }

    public Map<String, String> networks() {
      return AccountLines.networks();
    }

    /** What staff may say of where a number comes from; what was read stays a choice if it is. */
    public Map<String, String> sources(Translator t, String now) {
      Map<String, String> sources = new LinkedHashMap<>();
      for (FollowerSource source : FollowerSource.values()) {
        if (source != FollowerSource.READ || source.name().equals(now)) {
          sources.put(source.name(), t.name("creator.source", source));
        }
      }
      return sources;
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

  /**
   * The directory.
   *
   * @param accounts of those on this page
   */
  public record Listing(
      Page<Card> rows,
      Map<UUID, List<CreatorAccount>> accounts,
      Asked asked,
      Map<String, String> kecamatan) {

    public List<CreatorAccount> accounts(Card card) {
      return accounts.getOrDefault(card.id(), List.of());
    }

    /** The address of this list with others shown, up to its page. */
    public String href(CreatorDirectory.Show show) {
      return "/creators?q="
          + URLEncoder.encode(asked.search(), StandardCharsets.UTF_8)
          + "&kecamatan="
          + URLEncoder.encode(asked.kecamatan(), StandardCharsets.UTF_8)
          + "&network="
          + asked.network().map(Network::path).orElse("")
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
          || asked.network().isPresent()
          || asked.show() != CreatorDirectory.Show.ALL;
    }
  }

  /**
   * One creator.
   *
   * @param kecamatan the district's name; empty if it is not known
   * @param card what is going on
   * @param read how many followed the accounts when Gaung read that, beside what people typed
   */
  public record Show(
      Creator creator,
      List<CreatorAccount> accounts,
      String kecamatan,
      Card card,
      List<ReadFollowers> read) {

    /** The newest of an account; empty where nothing was read. */
    public Optional<ReadFollowers> read(CreatorAccount account) {
      return read.stream().filter(one -> one.isOf(account)).reduce((older, newer) -> newer);
    }
  }
}
