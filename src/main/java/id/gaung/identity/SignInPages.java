package id.gaung.identity;

import id.gaung.kernel.Trace;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.LocalPath;
import id.gaung.web.PublicPage;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.validation.constraints.NotBlank;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Signing in by password. */
@Path("sign-in")
@Produces(MediaType.TEXT_HTML)
public final class SignInPages {

  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final boolean practice;

  SignInPages(SignIn signIn, Sessions sessions, SessionCookie cookie, boolean practice) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.practice = practice;
  }

  @GET
  @PublicPage("one signs in here")
  public Response show(
      @Auth Optional<Viewer> viewer, @QueryParam("back") @DefaultValue("/") String back) {
    if (viewer.isPresent()) {
      return Flash.to(LocalPath.orHome(back));
    }
    return Response.ok(page(Form.empty().with("back", back))).build();
  }

  @POST
  @PublicPage("one signs in here")
  public Response signIn(@Context ContainerRequestContext request, Form form) {
    return form.submit(
        EnterPassword.class,
        typed -> {
          SignIn.In in =
              signIn.withPassword(
                  typed.email(),
                  typed.password(),
                  Trace.current().address(),
                  SessionCookie.browser(request));
          SessionCookie.in(request).ifPresent(sessions::end);
          return Response.seeOther(URI.create(LocalPath.orHome(typed.back())))
              .cookie(cookie.of(in.session(), request), cookie.known(in.browser(), request))
              .build();
        },
        this::page);
  }

  private View page(Form form) {
    return new View("identity/sign_in.jte", new Show(form, practice));
  }

  /** What the sign-in form sends. */
  record EnterPassword(@NotBlank String email, @NotBlank String password, String back) {
    @Override
    public String toString() {
      return "EnterPassword[hidden]";
    }
  }

  /**
   * The sign-in page.
   *
   * @param practice whether there is a page to choose a role instead
   */
  public record Show(Form form, boolean practice) {

    /** To the page to choose a role, from where one comes back to the same place. */
    public String practiceLink() {
      return "/practice?back=" + URLEncoder.encode(form.value("back"), StandardCharsets.UTF_8);
    }
  }
}
