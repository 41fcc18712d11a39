package id.gaung.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Container;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * What holds for every request and every answer of the server, also where no door of ours is asked:
 * files, unknown addresses, requests that cannot be read. Set on the server while it starts, before
 * it takes its first connection.
 */
final class Doorway implements LifeCycle.Listener {

  /**
   * Nothing from another host, no inline script, no inline style but the one text that the phone's
   * pages carry, named by its hash.
   */
  static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self' "
          + Assets.phoneStyleSource()
          + "; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; manifest-src 'self'";

  /** Bodies up to this are waited for without a thread, however slowly they come. */
  private static final int AWAITED_BYTES = 64 * 1024;

  private final List<HttpField> headers = new ArrayList<>();

  /**
   * @param publicUrl under https browsers are told to come by https alone, for a year
   */
  Doorway(URI publicUrl) {
    headers.add(new HttpField("Content-Security-Policy", CSP));
    headers.add(new HttpField("X-Content-Type-Options", "nosniff"));
    headers.add(new HttpField("X-Frame-Options", "DENY"));
    // The address of an offer's page is a key: it must not reach another site.
    headers.add(new HttpField("Referrer-Policy", "same-origin"));
    headers.add(new HttpField("Cross-Origin-Opener-Policy", "same-origin"));
    headers.add(new HttpField("Permissions-Policy", "geolocation=(), microphone=()"));
    if ("https".equalsIgnoreCase(publicUrl.getScheme())) {
      headers.add(new HttpField("Strict-Transport-Security", "max-age=31536000"));
    }
  }

  // Dropwizard still uses the handler that Jetty means to drop.
  @SuppressWarnings({"deprecation", "removal"})
  @Override
  public void lifeCycleStarting(LifeCycle starting) {
    if (starting instanceof Server server) {
      // Dropwizard wraps them to count connections.
      for (Connector connector : server.getConnectors()) {
        ((Container) connector)
            .getContainedBeans(HttpConfiguration.ConnectionFactory.class)
            .forEach(factory -> set(factory.getHttpConfiguration()));
      }
      // A request of some kilobytes could unfold into gigabytes; without this its encoding is
      // still in its header, for which PlainRequests refuses it.
      server.getDescendants(GzipHandler.class).forEach(gzip -> gzip.setInflateBufferSize(0));
      server.setErrorHandler(new Refusals());
      server.setHandler(
          new PacedAnswers(
              new EagerContentHandler(
                  new Headed(server.getHandler()),
                  new EagerContentHandler.RetainedContentLoaderFactory(AWAITED_BYTES, 1024, false)),
              PacedBody.LEAST_BYTES_PER_SECOND,
              PacedBody.PATIENCE,
              PlainRequests.TICKING));
    }
  }

  private void set(HttpConfiguration configuration) {
    configuration.setSendServerVersion(false);
    if (configuration.getCustomizer(ForwardedRequestCustomizer.class) != null) {
      List<HttpConfiguration.Customizer> all = new ArrayList<>(configuration.getCustomizers());
      all.add(0, new ProxyWord());
      configuration.setCustomizers(all);
    }
    configuration.addCustomizer(
        (request, answer) -> {
          head(answer);
          return request;
        });
  }

  private void head(HttpFields.Mutable answer) {
    headers.forEach(answer::put);
  }

  /** A door that refuses by the servlet's own means empties the answer first, headers and all. */
  private final class Headed extends Handler.Wrapper {
    Headed(Handler next) {
      super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      return super.handle(request, new Kept(request, response), callback);
    }
  }

  private final class Kept extends Response.Wrapper {
    Kept(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void reset() {
      super.reset();
      head(super.getHeaders());
    }

    @Override
    public HttpFields.Mutable getHeaders() {
      return new Fields(super.getHeaders());
    }
  }

  private final class Fields extends HttpFields.Mutable.Wrapper {
    Fields(HttpFields.Mutable fields) {
      super(fields);
    }

    @Override
    public HttpFields.Mutable clear() {
      getWrapped().clear();
      head(getWrapped());
      return this;
    }
  }

  /** What the server refuses by itself. */
  private final class Refusals extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      head(response.getHeaders());
      return super.handle(request, response, callback);
    }

    // Still asked for requests that could not even be begun to read.
    @SuppressWarnings("removal")
    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
      head(fields);
      return super.badMessageError(status, reason, fields);
    }
  }
}
