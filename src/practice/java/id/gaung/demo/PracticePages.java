package id.gaung.demo;

import id.gaung.identity.EntryWithoutSecret;
import id.gaung.identity.Person;
import id.gaung.kernel.Problem;
import id.gaung.web.Form;
import id.gaung.web.LocalPath;
import id.gaung.web.PublicPage;
import id.gaung.web.View;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One button for each role. Registered in practice mode alone. */
@Path("practice")
@Produces(MediaType.TEXT_HTML)
@PublicPage("practice mode holds made-up data alone")
public final class PracticePages {

  private final DemoPeople people;
  private final EntryWithoutSecret entry;
  private final Supplier<Optional<String>> newestReportPath;

  /**
   * @param newestReportPath the address of the newest weekly report
   */
  public PracticePages(
      DemoPeople people, EntryWithoutSecret entry, Supplier<Optional<String>> newestReportPath) {
    this.people = people;
    this.entry = entry;
    this.newestReportPath = newestReportPath;
  }

  @GET
  public View show(@QueryParam("back") @DefaultValue("/") String back) {
    return page(Form.empty().with("back", back));
  }

  /** Signs in as the person whose constant's name is in the field {@code role}. */
  @POST
  @Path("sign-in")
  public Response signIn(@Context ContainerRequestContext request, Form form) {
    return form.attempt(
        () -> {
          DemoPerson demo =
              DemoPerson.named(form.value("role"))
                  .orElseThrow(() -> Problem.invalid("role", "field.choice"));
          Person person = people.active(demo);
          return Response.seeOther(URI.create(LocalPath.orHome(form.value("back"))))
              .cookie(entry.signIn(person, request))
              .build();
        },
        this::page);
  }

  private View page(Form form) {
    return new View(
        "demo/practice.jte",
        new PracticePage(List.of(DemoPerson.values()), newestReportPath.get(), form));
  }
}
