package id.gaung.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import id.gaung.kernel.Ids;
import id.gaung.web.Outage.OutageLog;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import org.glassfish.jersey.server.ServerProperties;

/** Wires the web. */
public final class WebFeature {

  private final Frames frames;
  private final Ids ids;
  private final URI publicUrl;
  private final RepeatStore repeatStore;

  /**
   * @param publicUrl where the outside reaches Gaung; under https cookies and browsers are bound to
   *     it
   */
  public WebFeature(Frames frames, Ids ids, URI publicUrl, RepeatStore repeatStore) {
    this.frames = frames;
    this.ids = ids;
    this.publicUrl = publicUrl;
    this.repeatStore = repeatStore;
  }

  public void register(Environment environment) {
    Json.teach(environment.getObjectMapper());
    environment.lifecycle().addEventListener(new Doorway(publicUrl));
    JerseyEnvironment jersey = environment.jersey();
    // A page that cannot be rendered is answered like any other defect.
    jersey.property(ServerProperties.PROCESSING_RESPONSE_ERRORS_ENABLED, true);
    // Behind a proxy that speaks https for us, an absolute address would say http.
    jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
    jersey.register(new TraceFilter(ids));
    jersey.register(new TraceEnd());
    jersey.register(new PlainRequests());
    jersey.register(new SiteCookies(publicUrl));
    jersey.register(new BodyLimits());
    jersey.register(new SameOriginFilter());
    jersey.register(new ParameterFilter());
    jersey.register(new ConstantParams());
    jersey.register(new ResponseHeadersFilter());
    jersey.register(new UnreadBody());
    jersey.register(new AccessRules());
    jersey.register(new FormsOnly());
    jersey.register(new AuthValueFactoryProvider.Binder<>(Viewer.class));
    Repeats repeats = new Repeats(repeatStore, environment.getObjectMapper());
    jersey.register(repeats);
    jersey.register(new KeyedBodies(repeats));
    jersey.register(new FormReader(repeats));
    jersey.register(new JsonBodyReader());
    jersey.register(new ViewWriter(TemplateEngine.createPrecompiled(ContentType.Html), frames));
    OutageLog outages = new OutageLog();
    jersey.register(outages);
    OwnMappers.register(jersey, new ProblemMapper(new ProblemAnswer(frames), outages));
    jersey.register(new LanguagePages());
    jersey.register(new ThemePages());
    jersey.register(new MenuPages());
    Assets.register(environment);
  }
}
