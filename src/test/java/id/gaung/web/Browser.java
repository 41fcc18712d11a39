package id.gaung.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;

/** Somebody who visits the server: keeps cookies, follows no redirect by itself. */
public final class Browser {

  private final WebServer server;
  private final CookieManager cookies = new CookieManager();
  private String csrfOf = "";
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).version(HttpClient.Version.HTTP_1_1).build();

  Browser(WebServer server) {
    this.server = server;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  /** Sends a form with the CSRF token as the page had it; reads a page first if there is none. */
  public HttpResponse<String> post(String path, String... fields) {
    String session = cookie("gaung_session").map(HttpCookie::getValue).orElse("");
    if (csrf().isEmpty() || !session.equals(csrfOf)) {
      // A page is read before its form is sent.
      get("/a-page-that-does-not-exist");
      csrfOf = session;
    }
    return postWithToken(path, csrf().orElse(""), fields);
  }

  /** Sends a form with a CSRF token of one's own. */
  public HttpResponse<String> postWithToken(String path, String token, String... fields) {
    StringJoiner body = new StringJoiner("&");
    body.add("_csrf=" + token);
    for (int i = 0; i < fields.length; i += 2) {
      body.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
    }
    return send(
        "POST",
        path,
        BodyPublishers.ofString(body.toString()),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  public HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> json(String method, String path, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send(method, path, BodyPublishers.ofString(body), all);
  }

  public Optional<String> csrf() {
    return cookie("gaung_csrf").map(HttpCookie::getValue);
  }

  public Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  public void forget(String name) {
    cookie(name).ifPresent(found -> cookies.getCookieStore().remove(null, found));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
