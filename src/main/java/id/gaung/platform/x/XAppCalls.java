package id.gaung.platform.x;

import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls in the app's own name, about tokens: a confidential client gives its id and secret by HTTP
 * Basic, without which X answers nothing; a public one only its id, in the form.
 */
final class XAppCalls {

  private final XApi api;
  private final XApp app;

  XAppCalls(XApi api, XApp app) {
    this.api = api;
    this.app = app;
  }

  boolean isSetUp() {
    return app.isComplete();
  }

  /** Sent once, as all calls are. */
  HttpOutcome ask(String path, Map<String, String> fields) {
    PlatformRequest request = PlatformRequest.post(app.api(), "/2/oauth2/" + path);
    if (app.clientSecret().isEmpty()) {
      Map<String, String> form = new LinkedHashMap<>(fields);
      form.put("client_id", app.clientId());
      return api.send(request.form(form));
    }
    byte[] basic = (app.clientId() + ":" + app.clientSecret()).getBytes(StandardCharsets.UTF_8);
    return api.send(
        request
            .form(fields)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic)));
  }
}
