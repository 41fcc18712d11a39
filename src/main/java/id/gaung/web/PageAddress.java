package id.gaung.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the page that is being shown can be read again. A page that was read has its own address; a
 * page that is the answer to a form has the address of the page on which that form was, which each
 * form repeats in a field: the address the form was sent to can often not be read.
 */
final class PageAddress {

  static final String FIELD = "_page";
  private static final String SENT = "gaung.page.sent";

  private PageAddress() {}

  /** The form of this request said on which page it was; anything but a path of ours is ignored. */
  static void sent(ContainerRequestContext request, String page) {
    LocalPath.ours(page).ifPresent(ours -> request.setProperty(SENT, ours));
  }

  /** A path of ours with its query. */
  static String of(ContainerRequestContext request) {
    if (request.getMethod().equals(HttpMethod.GET)) {
      // A part of a page that asks for itself again is read again with its page.
      return ours(request, request.getHeaderString("HX-Current-URL"))
          .map(PageAddress::of)
          .orElseGet(() -> of(request.getUriInfo().getRequestUri()));
    }
    if (request.getProperty(SENT) instanceof String page) {
      return page;
    }
    return referer(request).map(PageAddress::of).orElse("/");
  }

  private static String of(URI address) {
    String path = address.getRawPath();
    String query = address.getRawQuery();
    return LocalPath.ours(query == null ? path : path + "?" + query)
        .orElseGet(() -> LocalPath.orHome(path));
  }

  /** The page that sent the form, if it is one of ours. */
  private static Optional<URI> referer(ContainerRequestContext request) {
    return ours(request, request.getHeaderString("Referer"));
  }

  private static Optional<URI> ours(ContainerRequestContext request, @Nullable String referer) {
    String host = request.getHeaderString(HttpHeaders.HOST);
    if (referer == null || host == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(referer)).filter(uri -> host.equalsIgnoreCase(uri.getAuthority()));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
