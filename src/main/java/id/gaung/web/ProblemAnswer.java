package id.gaung.web;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Trace;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers a problem: as problem details under {@code /api}, else as a page. */
final class ProblemAnswer {

  private final Frames frames;

  ProblemAnswer(Frames frames) {
    this.frames = frames;
  }

  Response to(Problem problem, ContainerRequestContext request) {
    return to(problem, problem.kind().status(), request);
  }

  /**
   * @param status where it says more than the problem's kind does, such as 405
   */
  Response to(Problem problem, int status, ContainerRequestContext request) {
    Translator t = frames.translator(Frames.language(request, Frames.viewer(request)));
    String id = Trace.current().requestId();
    if (Paths.isApi(request)) {
      Response.ResponseBuilder details =
          Response.status(status)
              .type(ProblemDetails.MEDIA_TYPE)
              .entity(ProblemDetails.of(problem, status, t, id));
      if (status == 401) {
        details.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      }
      return waiting(problem, details).build();
    }
    if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
      return Response.seeOther(signIn(request)).build();
    }
    ProblemPage page =
        new ProblemPage(
            status,
            t.get(problem.key(), problem.args()),
            problem.errors().stream().map(e -> e.field() + ": " + t.get(e)).toList(),
            Optional.of(PageAddress.of(request))
                .filter(any -> problem.key().equals(Repeats.DONE_WITHOUT_ANSWER)),
            id);
    Response.ResponseBuilder shown =
        Response.status(status)
            .type(MediaType.TEXT_HTML_TYPE)
            .entity(new View("web/problem.jte", page));
    return waiting(problem, shown).build();
  }

  private static Response.ResponseBuilder waiting(
      Problem problem, Response.ResponseBuilder answer) {
    problem
        .retryAfter()
        .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
    return answer;
  }

  /** Leads back to the page that was being read, or on which the form was that was being sent. */
  private static URI signIn(ContainerRequestContext request) {
    String back = PageAddress.of(request);
    return URI.create(
        back.equals("/")
            ? "/sign-in"
            : "/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }
}
