package id.gaung;

import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import java.util.List;

/**
 * No log of requests is written, whatever the settings say or leave out: the addresses of offers'
 * and sign-in links are keys, and Dropwizard's default prints each of them.
 */
final class RequestLogs {

  private RequestLogs() {}

  static void switchOff(ServerFactory server) {
    if (server instanceof AbstractServerFactory factory) {
      LogbackAccessRequestLogFactory none = new LogbackAccessRequestLogFactory();
      none.setAppenders(List.of());
      factory.setRequestLogFactory(none);
    }
  }
}
