package id.gaung.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import id.gaung.kernel.Ids;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ServerProperties;

/** Wires the web. */
public final class WebFeature {

  /** Photos from phones fit; videos come later by another way. */
  private static final long BODY_LIMIT = 32L * 1024 * 1024;

  private final Frames frames;
  private final Ids ids;

  public WebFeature(Frames frames, Ids ids) {
    this.frames = frames;
    this.ids = ids;
  }

  public void register(Environment environment) {
    Json.teach(environment.getObjectMapper());
    JerseyEnvironment jersey = environment.jersey();
    // A page that cannot be rendered is answered like any other defect.
    jersey.property(ServerProperties.PROCESSING_RESPONSE_ERRORS_ENABLED, true);
    // Behind a proxy that speaks https for us, an absolute address would say http.
    jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
    jersey.register(new TraceFilter(ids));
    jersey.register(new TraceEnd());
    jersey.register(new BodyLimitFilter(BODY_LIMIT));
    jersey.register(new SameOriginFilter());
    jersey.register(new ParameterFilter());
    jersey.register(new ConstantParams());
    jersey.register(new ResponseHeadersFilter());
    jersey.register(new UnreadBody());
    jersey.register(new AccessRules());
    jersey.register(new FormsOnly());
    jersey.register(new AuthValueFactoryProvider.Binder<>(Viewer.class));
    jersey.register(MultiPartFeature.class);
    jersey.register(new FormReader());
    jersey.register(new JsonBodyReader());
    jersey.register(new ViewWriter(TemplateEngine.createPrecompiled(ContentType.Html), frames));
    OutageLog outages = new OutageLog();
    jersey.register(outages);
    OwnMappers.register(jersey, new ProblemMapper(new ProblemAnswer(frames), outages));
    jersey.register(new LanguagePages());
  }
}
