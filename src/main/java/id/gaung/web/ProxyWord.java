package id.gaung.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of the forwarded headers what our own proxy said: the last address of X-Forwarded-For,
 * which it put there itself, and X-Forwarded-Proto. The rest a visitor may have sent, who would so
 * choose an address and escape the counting of failed sign-ins. Nothing is believed that does not
 * come from this machine or its private network.
 */
final class ProxyWord implements HttpConfiguration.Customizer {

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final Pattern SCHEME = Pattern.compile("https?");

  @Override
  public Request customize(Request request, HttpFields.Mutable answer) {
    HttpFields told = said(request.getHeaders(), isNear(request));
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return told;
      }
    };
  }

  static HttpFields said(HttpFields all, boolean believed) {
    HttpFields.Mutable told = HttpFields.build();
    for (HttpField field : all) {
      if (!isForwarding(field)) {
        told.add(field);
      }
    }
    if (believed) {
      put(told, HttpHeader.X_FORWARDED_FOR, last(all, HttpHeader.X_FORWARDED_FOR), ADDRESS);
      put(told, HttpHeader.X_FORWARDED_PROTO, last(all, HttpHeader.X_FORWARDED_PROTO), SCHEME);
    }
    return told;
  }

  private static boolean isForwarding(HttpField field) {
    String name = field.getLowerCaseName();
    return name.equals("forwarded")
        || name.startsWith("x-forwarded-")
        || name.startsWith("x-proxied-");
  }

  private static void put(
      HttpFields.Mutable told, HttpHeader header, @Nullable String value, Pattern known) {
    if (value != null && known.matcher(value).matches()) {
      told.put(header, value);
    }
  }

  private static @Nullable String last(HttpFields all, HttpHeader header) {
    String last = null;
    for (HttpField field : all.getFields(header)) {
      last = field.getValue();
    }
    return last == null ? null : last.substring(last.lastIndexOf(',') + 1).strip();
  }

  private static boolean isNear(Request request) {
    if (request.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress peer) {
      InetAddress address = peer.getAddress();
      return address != null && (address.isLoopbackAddress() || address.isSiteLocalAddress());
    }
    return false;
  }
}
