package id.gaung.identity;

import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.PeopleResource.TurnPerson;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Whatsapp;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Translator;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Administrators' pages about people. */
@Path("people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class PeoplePages {

  private final People people;
  private final SignInLinks links;

  PeoplePages(People people, SignInLinks links) {
    this.people = people;
    this.links = links;
  }

  @GET
  public View list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("1") int page) {
    return new View("identity/list.jte", Listing.of(people, search, page));
  }

  @GET
  @Path("new")
  public View blank(@Auth Viewer viewer) {
    return added(Form.empty());
  }

  /** Adds a person and shows the link by which they come in. */
  @POST
  public Response add(@Auth Viewer viewer, Form form) {
    return form.submit(
        CreatePerson.class,
        person ->
            Response.status(Response.Status.CREATED)
                .entity(made(links.invite(viewer.actor(), person)))
                .build(),
        this::added);
  }

  @GET
  @Path("{id}")
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Person person = existing(id);
    return edited(id, Form.of(ChangePerson.of(person)));
  }

  @POST
  @Path("{id}")
  public Response edit(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ChangePerson.class,
        edit -> {
          people.edit(viewer.actor(), id, edit);
          return Flash.to("/people/" + id, "person.saved");
        },
        again -> edited(id, again.against(Form.of(ChangePerson.of(existing(id))), "version")));
  }

  @POST
  @Path("{id}/deactivate")
  public Response deactivate(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return step(
        id, form, version -> people.deactivate(viewer.actor(), id, version), "person.deactivated");
  }

  @POST
  @Path("{id}/activate")
  public Response activate(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return step(
        id, form, version -> people.activate(viewer.actor(), id, version), "person.activated");
  }

  @POST
  @Path("{id}/sign-in-link")
  public Response link(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> Response.ok(made(links.create(viewer.actor(), id))).build(),
        again -> edited(id, refilled(id, again)));
  }

  private Response step(UUID id, Form form, Consumer<Integer> step, String done) {
    return form.submit(
        TurnPerson.class,
        seen -> {
          step.accept(seen.version());
          return Flash.to("/people/" + id, done);
        },
        again -> edited(id, refilled(id, again)));
  }

  /** The small forms beside the large one carry none of its fields. */
  private Form refilled(UUID id, Form form) {
    Person person = existing(id);
    form.with("name", person.name());
    form.with("phone", person.phone().map(Whatsapp::spoken).orElse(""));
    form.withAll("roles", person.roles().stream().map(Role::name).toList());
    return form.with("version", Integer.toString(person.version()));
  }

  private Person existing(UUID id) {
    return people.find(id).orElseThrow(Problem::notFound);
  }

  private View added(Form form) {
    return new View("identity/form.jte", new PersonEditor(Optional.empty(), form));
  }

  private View edited(UUID id, Form form) {
    return new View("identity/form.jte", new PersonEditor(Optional.of(existing(id)), form));
  }

  private static View made(SignInLink link) {
    return new View("identity/made.jte", link);
  }

  /**
   * The list of people.
   *
   * @param search what was searched for; empty for everybody
   * @param out those of them who cannot get in yet
   */
  public record Listing(Page<Person> people, String search, Set<UUID> out) {

    public static Listing of(People people, String search, int page) {
      Page<Person> found = people.page(search, page);
      return new Listing(found, search, people.withoutWayIn(found.rows()));
    }

    /** The last part of the key of that person's state. */
    public String state(Person person) {
      return !person.active() ? "inactive" : out.contains(person.id()) ? "out" : "active";
    }

    public List<Role> explained() {
      return RoleOptions.useful();
    }

    /** A line of a narrow column breaks between roles, never inside one. */
    public String roles(Person person, Translator t) {
      return RoleOptions.text(person.roles(), t).replace(' ', '\u00a0').replace(",\u00a0", ", ");
    }

    /** The address of this list, to which a page number is added. */
    public String href() {
      return "/people?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&";
    }
  }
}
