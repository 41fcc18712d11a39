package id.gaung.platform;

import java.io.IOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Sends requests to the networks so that each leaves at most once: no connection retry, no
 * redirects, one-shot bodies, and a fresh connection for everything but GET, since a kept one may
 * have been closed by the server just then, which would leave the outcome unknown for nothing.
 * HTTP/1.1 alone, so that a broken connection speaks of one request. No proxy: behind one the name
 * would be resolved where the {@link HostPolicy} does not see it. Thread-safe; keep one.
 */
public final class PlatformHttp {

  /** Larger answers are not read. The largest honest one is a page of 40 statuses. */
  static final long MAX_ANSWER_BYTES = 4 * 1024 * 1024L;

  /** Connections for reading, of as many accounts as are read at a time. */
  private static final int KEPT = 32;

  /**
   * How long to wait.
   *
   * @param connect for one address
   * @param idle between two bytes, either way
   * @param call for all of one call, from the name to the last byte
   */
  public record Timeouts(Duration connect, Duration idle, Duration call) {
    public static final Timeouts STANDARD =
        new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  private final HostPolicy policy;
  private final OkHttpClient reading;
  private final OkHttpClient writing;
  private volatile boolean stopping;

  public PlatformHttp(HostPolicy policy, Timeouts timeouts) {
    this.policy = policy;
    OkHttpClient base =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            .proxy(Proxy.NO_PROXY)
            .dns(new PolicyDns(policy))
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.idle())
            .writeTimeout(timeouts.idle())
            .callTimeout(timeouts.call())
            .addInterceptor(PlatformHttp::patiently)
            .addNetworkInterceptor(PlatformHttp::withoutCallToRepeat)
            .eventListenerFactory(PlatformHttp::departure)
            .build();
    // A dispatcher each: it is what knows the calls under way, and they are ended at two times.
    this.reading =
        base.newBuilder()
            .dispatcher(new Dispatcher())
            .connectionPool(new ConnectionPool(KEPT, 2, TimeUnit.SECONDS))
            .build();
    this.writing =
        base.newBuilder()
            .dispatcher(new Dispatcher())
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
  }

  /**
   * From now on nothing is asked any more, and what is being asked is broken off: {@link #send}
   * throws {@link CancellationException}, which ends whatever loop asked. What changes something at
   * a network goes on, so that its outcome is known.
   */
  public void stopReading() {
    stopping = true;
    reading.dispatcher().cancelAll();
  }

  /** Nothing leaves any more, and every call under way is broken off; its outcome is unknown. */
  public void stop() {
    stopReading();
    writing.dispatcher().cancelAll();
  }

  /**
   * Sends the request once and waits for the answer, unless this thread's {@link CallWatch} is
   * against it. Throws nothing for what a network may do.
   *
   * @throws CancellationException if the program is being stopped and nothing that changes anything
   *     was sent
   */
  public HttpOutcome send(PlatformRequest request) {
    if (stopping) {
      throw new CancellationException("stopping");
    }
    CallWatch watch = CallWatch.current();
    Optional<String> waits = watch.against();
    if (waits.isPresent()) {
      return new HttpOutcome.NotSent(HttpOutcome.NotSent.Reason.WAITS, waits.get());
    }
    Departure departure = new Departure();
    Request sent;
    try {
      sent =
          request
              .toOkHttp()
              .newBuilder()
              .tag(Departure.class, departure)
              .tag(Patience.class, request.isPatient() ? new Patience() : null)
              .build();
    } catch (IllegalArgumentException e) {
      return new HttpOutcome.NotSent(
          HttpOutcome.NotSent.Reason.REFUSED, "the request cannot be formed: " + request);
    }
    Optional<String> refusal = refusal(sent.url());
    if (refusal.isPresent()) {
      return new HttpOutcome.NotSent(HttpOutcome.NotSent.Reason.REFUSED, refusal.get());
    }
    Call call = (changesNothing(sent) ? reading : writing).newCall(sent);
    request.timeout().ifPresent(t -> call.timeout().timeout(t.toMillis(), TimeUnit.MILLISECONDS));
    try (Response response = call.execute()) {
      HttpOutcome outcome = answered(response);
      if (outcome instanceof HttpOutcome.Answered whole) {
        watch.answered(request, whole);
      }
      return outcome;
    } catch (IOException e) {
      if (stopping && changesNothing(sent)) {
        throw new CancellationException("stopping");
      }
      return departure.left && !(e instanceof OneShotBody.ContentUnreadable)
          ? new HttpOutcome.Unknown(words(e))
          : new HttpOutcome.NotSent(reason(e), words(e));
    }
  }

  private static boolean changesNothing(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  /** Plain HTTP, ports and addresses written as numbers never come by the resolver. */
  private Optional<String> refusal(HttpUrl url) {
    String host = url.host();
    String shown = host.contains(":") ? "[" + host + "]" : host;
    if (policy.server(url.scheme() + "://" + shown + ":" + url.port()).isEmpty()) {
      return Optional.of("the host policy refuses " + shown);
    }
    return Optional.empty();
  }

  private static HttpOutcome answered(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(MAX_ANSWER_BYTES + 1)) {
      return new HttpOutcome.Unknown(
          "status " + response.code() + " with more than " + MAX_ANSWER_BYTES + " bytes");
    }
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
    return new HttpOutcome.Answered(response.code(), headers, source.readUtf8());
  }

  private static HttpOutcome.NotSent.Reason reason(IOException e) {
    if (e instanceof OneShotBody.ContentUnreadable) {
      return HttpOutcome.NotSent.Reason.CONTENT_UNREADABLE;
    }
    if (e instanceof PolicyDns.HostRefused) {
      return HttpOutcome.NotSent.Reason.REFUSED;
    }
    if (e instanceof UnknownHostException) {
      return HttpOutcome.NotSent.Reason.NAME_UNKNOWN;
    }
    return e instanceof SSLException
        ? HttpOutcome.NotSent.Reason.TLS
        : HttpOutcome.NotSent.Reason.NO_CONNECTION;
  }

  /** OkHttp's messages name hosts but neither query nor headers. */
  private static String words(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  /**
   * OkHttp repeats any request, bodies not marked one-shot included, when a 503 says {@code
   * Retry-After: 0}; it tells the caller nothing anyway.
   */
  private static Response withoutCallToRepeat(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String after = response.header("Retry-After");
    return response.code() == 503 && after != null && after.matches("0+")
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  /** The call's own limit is then the only one. */
  private static Response patiently(Interceptor.Chain chain) throws IOException {
    boolean patient = chain.request().tag(Patience.class) != null;
    return (patient ? chain.withReadTimeout(0, TimeUnit.MILLISECONDS) : chain)
        .proceed(chain.request());
  }

  /** Marks a request whose answer is waited for. */
  private record Patience() {}

  private static EventListener departure(Call call) {
    Departure departure = call.request().tag(Departure.class);
    return departure == null ? EventListener.NONE : departure;
  }

  /** Knows whether the first byte of the request may have left. */
  private static final class Departure extends EventListener {
    private volatile boolean left;

    @Override
    public void requestHeadersStart(Call call) {
      left = true;
    }
  }
}
