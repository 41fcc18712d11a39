package id.gaung.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dropwizard.jersey.optional.EmptyOptionalException;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jersey.validation.JerseyViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Dropwizard and Jersey bring mappers for these exceptions, which would be nearer to them than ours
 * for all. Of two for the very same exception the registered one goes first.
 */
final class OwnMappers {

  private OwnMappers() {}

  static void register(JerseyEnvironment jersey, ProblemMapper mapper) {
    jersey.register(mapper);
    jersey.register(new IllegalStates(mapper));
    jersey.register(new JsonProcessing(mapper));
    jersey.register(new Violated(mapper));
    jersey.register(new Validation(mapper));
    jersey.register(new EmptyOptionals(mapper));
  }

  private record IllegalStates(ProblemMapper mapper)
      implements ExceptionMapper<IllegalStateException> {
    @Override
    public Response toResponse(IllegalStateException thrown) {
      return mapper.toResponse(thrown);
    }
  }

  private record JsonProcessing(ProblemMapper mapper)
      implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException thrown) {
      return mapper.toResponse(thrown);
    }
  }

  private record Violated(ProblemMapper mapper)
      implements ExceptionMapper<JerseyViolationException> {
    @Override
    public Response toResponse(JerseyViolationException thrown) {
      return mapper.toResponse(thrown);
    }
  }

  private record Validation(ProblemMapper mapper) implements ExceptionMapper<ValidationException> {
    @Override
    public Response toResponse(ValidationException thrown) {
      return mapper.toResponse(thrown);
    }
  }

  private record EmptyOptionals(ProblemMapper mapper)
      implements ExceptionMapper<EmptyOptionalException> {
    @Override
    public Response toResponse(EmptyOptionalException thrown) {
      return mapper.toResponse(thrown);
    }
  }
}
