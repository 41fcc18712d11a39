package id.gaung.identity;

import id.gaung.identity.Profile.ChangePassword;
import id.gaung.identity.Profile.ChangeProfile;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Whatsapp;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Language;
import id.gaung.web.LanguagePages;
import id.gaung.web.Translator;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everybody's own page: name, language, password, API tokens. */
@Path("profile")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public final class ProfilePages {

  private final Profile profile;
  private final ApiTokens tokens;
  private final Optional<NewsChoices> news;

  /**
   * @param news what people say about messages; empty where there are none
   */
  ProfilePages(Profile profile, ApiTokens tokens, Optional<NewsChoices> news) {
    this.profile = profile;
    this.tokens = tokens;
    this.news = news;
  }

  @GET
  public View show(@Auth Viewer viewer, @Context ContainerRequestContext request) {
    return page(viewer, request, filled(viewer), Form.empty(), Form.empty());
  }

  @POST
  public Response edit(@Auth Viewer viewer, @Context ContainerRequestContext request, Form form) {
    return form.submit(
        ChangeProfile.class,
        edit -> {
          profile.edit(viewer.actor(), edit);
          return Response.fromResponse(Flash.to("/profile", "profile.saved"))
              .cookie(LanguagePages.cookie(edit.language()))
              .build();
        },
        again -> page(viewer, request, again, Form.empty(), Form.empty()));
  }

  @POST
  @Path("password")
  public Response password(
      @Auth Viewer viewer, @Context ContainerRequestContext request, Form form) {
    Token session = session(request);
    return form.submit(
        ChangePassword.class,
        change -> {
          profile.changePassword(viewer.actor(), session, change);
          return Flash.to("/profile", "password.saved");
        },
        again -> page(viewer, request, filled(viewer), again, Form.empty()));
  }

  @POST
  @Path("mail")
  public Response mail(@Auth Viewer viewer, Form form) {
    NewsChoices choices = news.orElseThrow(Problem::notFound);
    choices.choose(viewer.actor(), form.values("kinds"));
    return Flash.to("/profile", "profile.mail.saved");
  }

  @POST
  @Path("tokens")
  public Response makeToken(
      @Auth Viewer viewer, @Context ContainerRequestContext request, Form form) {
    // A stolen token must not be able to make more of its kind.
    Token session = session(request);
    return form.submit(
        NewApiToken.class,
        wanted -> {
          profile.prove(viewer.actor(), session, wanted.tokenPassword(), "tokenPassword");
          Token token = tokens.create(viewer.actor(), wanted);
          return Response.status(Response.Status.CREATED)
              .entity(new View("identity/token.jte", new NewToken(wanted.tokenName(), token)))
              .build();
        },
        again -> page(viewer, request, filled(viewer), Form.empty(), again));
  }

  @POST
  @Path("tokens/{id}/revoke")
  public Response revokeToken(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    tokens.revoke(viewer.actor(), id);
    return Flash.to("/profile", "token.revoked");
  }

  private Form filled(Viewer viewer) {
    Person person = profile.of(viewer.actor());
    return Form.of(
        new ChangeProfile(
            person.name(),
            person.language(),
            Optional.of(person.phone().map(Whatsapp::spoken).orElse(""))));
  }

  private static Token session(ContainerRequestContext request) {
    return SessionCookie.in(request)
        .filter(token -> request.getHeaderString("Authorization") == null)
        .orElseThrow(() -> Problem.forbidden("profile.session-only"));
  }

  private View page(
      Viewer viewer, ContainerRequestContext request, Form edit, Form password, Form token) {
    boolean asksCurrent =
        SessionCookie.in(request)
            .map(session -> profile.asksCurrent(viewer.actor(), session))
            .orElse(true);
    return new View(
        "identity/profile.jte",
        new Show(
            profile.of(viewer.actor()),
            asksCurrent,
            tokens.of(viewer.id()),
            news.map(choices -> new News(viewer.actor(), choices)),
            edit,
            password,
            token));
  }

  /**
   * A person's own page.
   *
   * @param news which messages the person gets
   * @param edit the form with name and language
   * @param password the form for another password
   * @param token the form for a new API token
   */
  public record Show(
      Person person,
      boolean asksCurrent,
      List<ApiToken> tokens,
      Optional<News> news,
      Form edit,
      Form password,
      Form token) {

    public String roles(Translator t) {
      return RoleOptions.text(person.roles(), t);
    }

    public Map<String, String> languages() {
      Map<String, String> options = new LinkedHashMap<>();
      for (Language language : Language.values()) {
        options.put(language.name(), language.ownName());
      }
      return options;
    }
  }

  /** Which messages a person gets, and may get. */
  public record News(Actor of, NewsChoices choices) {

    public Map<String, String> offered(Translator t) {
      return choices.offered(of, t);
    }

    public Form form() {
      return Form.empty().withAll("kinds", choices.wanted(of));
    }
  }

  /** A new API token, shown this once. */
  public record NewToken(String name, Token token) {}
}
