package id.gaung.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import java.util.List;

/**
 * Problem details of RFC 9457.
 *
 * @param type {@code about:blank}: the status and the title say it
 * @param title the kind of problem in a few words
 * @param code a stable word for programs, the problem's key
 * @param detail the sentence for people
 * @param instance the request's id
 * @param errors the fields that are wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetails(
    String type,
    String title,
    int status,
    String code,
    String detail,
    String instance,
    List<Field> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** A field and what is wrong with it. */
  public record Field(String field, String reason) {}

  static ProblemDetails of(Problem problem, int status, Translator t, String requestId) {
    return new ProblemDetails(
        "about:blank",
        title(problem, status, t),
        status,
        problem.key(),
        detail(problem, t),
        "urn:request:" + requestId,
        problem.errors().stream().map(e -> new Field(e.field(), reason(e, t))).toList());
  }

  private static String reason(FieldError error, Translator t) {
    String own = "problem.api." + error.key();
    return t.get(
        t.has(own) ? new FieldError(error.field(), own, error.args(), error.subject()) : error);
  }

  private static String title(Problem problem, int status, Translator t) {
    String own = "problem.title." + status;
    return t.get(t.has(own) ? own : "problem.title." + problem.kind().status());
  }

  /** Some sentences speak of the page that the reader looks at; programs get one of their own. */
  private static String detail(Problem problem, Translator t) {
    String own = "problem.api." + problem.key().replaceFirst("^problem\\.", "");
    return t.get(t.has(own) ? own : problem.key(), problem.args());
  }
}
