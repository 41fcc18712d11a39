package id.gaung.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Trace;
import id.gaung.web.Outage.OutageLog;
import io.dropwizard.jersey.optional.EmptyOptionalException;
import io.dropwizard.jersey.validation.JerseyViolationException;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one mapper of exceptions. What is not a {@link Problem} and not Jersey's own refusal is a
 * defect of ours: logged in full, answered with the request's id and nothing else.
 */
final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
  private static final String UNIQUE_VIOLATION = "23505";

  private final ProblemAnswer answer;
  private final OutageLog outages;

  // A provider: the mapper is one for all requests, and Jersey has no stand-in for this type.
  @Context private @Nullable Provider<ContainerRequestContext> request;

  ProblemMapper(ProblemAnswer answer, OutageLog outages) {
    this.answer = answer;
    this.outages = outages;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    ContainerRequestContext asked = Objects.requireNonNull(request).get();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Problem problem) {
        return answer.to(problem, asked);
      }
      if (t instanceof SQLException refused && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
        // Two did the same at once, and the database decided who came first.
        LOG.info("Request {} came second", Trace.current().requestId(), thrown);
        return answer.to(Problem.conflict("problem.came-second"), asked);
      }
    }
    if (thrown instanceof ParamException.QueryParamException unreadable) {
      return answer.to(Problem.parameter(unreadable.getParameterName(), "field.format"), asked);
    }
    Optional<Outage> outage = Outage.in(thrown);
    if (outage.isPresent()) {
      outages.tell(outage.get(), thrown);
      return answer.to(outage.get().problem(), asked);
    }
    if (thrown instanceof WebApplicationException refused) {
      return of(refused, asked);
    }
    if (thrown instanceof JsonProcessingException) {
      return answer.to(Problem.of(Problem.Kind.MALFORMED, "problem.json-object"), asked);
    }
    if (thrown instanceof EmptyOptionalException) {
      return answer.to(Problem.notFound(), asked);
    }
    if (thrown instanceof JerseyViolationException) {
      return answer.to(Problem.of(Problem.Kind.MALFORMED, "problem.malformed"), asked);
    }
    LOG.error("Request {} failed", Trace.current().requestId(), thrown);
    return failed(asked);
  }

  private Response of(WebApplicationException refused, ContainerRequestContext asked) {
    Response given = refused.getResponse();
    int status = given.getStatus();
    if (status < 400) {
      return given;
    }
    if (status >= 500) {
      LOG.error("Request {} failed", Trace.current().requestId(), refused);
      return failed(asked);
    }
    Response.ResponseBuilder answered =
        Response.fromResponse(answer.to(problem(status), status, asked));
    String allow = given.getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answered.build() : answered.header(HttpHeaders.ALLOW, allow).build();
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 401 -> Problem.of(Problem.Kind.UNAUTHENTICATED, "problem.unauthenticated");
      case 403 -> Problem.forbidden("problem.forbidden");
      case 404 -> Problem.notFound();
      case 405 -> Problem.of(Problem.Kind.MALFORMED, "problem.method");
      case 413 -> Problem.of(Problem.Kind.TOO_LARGE, "problem.too-large", "1 MB");
      case 415 -> Problem.of(Problem.Kind.UNSUPPORTED, "problem.media-type");
      default -> Problem.of(Problem.Kind.MALFORMED, "problem.malformed");
    };
  }

  private Response failed(ContainerRequestContext asked) {
    Problem ours =
        Problem.of(Problem.Kind.UNAVAILABLE, "problem.failed", Trace.current().requestId());
    return answer.to(ours, 500, asked);
  }
}
