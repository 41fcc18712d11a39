package id.gaung;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import id.gaung.LookPages.Look;
import id.gaung.web.Assets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * What pages weigh and how long they take, in an office with 2,000 posts, 10,000 UMKM and 1,000
 * creators: bytes and requests in Chromium, cold and warm; first paint of the creator's page on a
 * slow phone and network; the server's time at p99 and the statements of every page. One JSON
 * object a line on standard output. Run by {@code .ci/bench pages}.
 */
final class PagesBench {

  private static final int WARM_UP = 60;
  private static final int ASKED = 200;
  private static final int KBIT_PER_S = 400;
  private static final int LATENCY_MS = 400;
  private static final int SLOWED = 4;

  private static final PrintStream FIGURES = System.out;

  private final RunningGaung gaung = RunningGaung.get();
  private final LookPages pages = new LookPages(gaung);

  /**
   * @param args names of pages; none for all
   */
  public static void main(String[] args) throws Exception {
    // Requests are logged on standard output too.
    System.setOut(System.err);
    new PagesBench().run(List.of(args));
    System.exit(0);
  }

  private void run(List<String> names) throws Exception {
    CrowdedOffice.fill(gaung.gaung().foundation().jdbi());
    figure("staff_css_kb", kilobytes(zipped(Assets.address("gaung.css"))));
    List<Look> looks =
        pages.all().stream()
            .filter(look -> names.isEmpty() || names.contains(look.name()))
            .toList();
    try (Chromium chromium = Chromium.start()) {
      for (Look look : looks) {
        weigh(chromium.browser(), look);
      }
      looks.stream()
          .filter(look -> look.name().equals("offer"))
          .forEach(offer -> paint(chromium.browser(), offer));
      for (Look look : looks) {
        time(chromium.browser(), look);
      }
    }
  }

  /** Bytes on the wire and requests, with an empty cache and then once more. */
  private void weigh(Browser browser, Look look) {
    try (BrowserContext window = window(browser, look)) {
      Page page = window.newPage();
      String name = look.name().replace('-', '_');
      Weight cold = load(page, look);
      figure(name + "_cold_kb", cold.allKb());
      figure(name + "_cold_requests", cold.requests());
      if (look.name().equals("offer")) {
        figure("creator_first_kb", cold.withoutPicturesKb());
      }
      Weight warm = load(page, look);
      figure(name + "_warm_kb", warm.allKb());
      figure(name + "_warm_requests", warm.requests());
    }
  }

  private Weight load(Page page, Look look) {
    CDPSession session = page.context().newCDPSession(page);
    Map<String, String> types = new HashMap<>();
    AtomicLong all = new AtomicLong();
    AtomicLong pictures = new AtomicLong();
    AtomicInteger requests = new AtomicInteger();
    session.on(
        "Network.responseReceived",
        event -> types.put(event.get("requestId").getAsString(), event.get("type").getAsString()));
    session.on(
        "Network.loadingFinished",
        event -> {
          long bytes = event.get("encodedDataLength").getAsLong();
          all.addAndGet(bytes);
          // What the browser had kept comes without a byte.
          if (bytes > 0) {
            requests.incrementAndGet();
          }
          // The mark in the browser's tab is a picture of the product, not of the page.
          if ("Image".equals(types.get(event.get("requestId").getAsString()))) {
            pictures.addAndGet(bytes);
          }
        });
    session.send("Network.enable");
    page.navigate(gaung.address() + look.path());
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    session.detach();
    return new Weight(all.get(), pictures.get(), requests.get());
  }

  /** First paint on a phone with a slow processor and a slow network, the median of five. */
  private void paint(Browser browser, Look look) {
    double[] paints = new double[5];
    for (int i = 0; i < paints.length; i++) {
      try (BrowserContext window = window(browser, look)) {
        Page page = window.newPage();
        CDPSession session = window.newCDPSession(page);
        session.send("Network.enable");
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", LATENCY_MS);
        slow.addProperty("downloadThroughput", KBIT_PER_S * 1000 / 8);
        slow.addProperty("uploadThroughput", KBIT_PER_S * 1000 / 8);
        session.send("Network.emulateNetworkConditions", slow);
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOWED);
        session.send("Emulation.setCPUThrottlingRate", rate);
        page.navigate(gaung.address() + look.path());
        paints[i] =
            ((Number)
                    page.evaluate(
                        "performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                .doubleValue();
      }
    }
    Arrays.sort(paints);
    figure("creator_first_paint_ms", Math.round(paints[paints.length / 2]));
  }

  /** The server's time, asked by one reader after another, and the statements of one page. */
  private void time(Browser browser, Look look) throws IOException, InterruptedException {
    String cookies;
    try (BrowserContext window = window(browser, look)) {
      cookies =
          window.cookies().stream()
              .map(cookie -> cookie.name + "=" + cookie.value)
              .collect(Collectors.joining("; "));
    }
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gaung.address() + look.path()))
            .header("Cookie", cookies)
            .build();
    figure(look.name().replace('-', '_') + "_statements", statements(client, request));
    long[] took = new long[ASKED];
    String name = look.name().replace('-', '_');
    for (int i = -WARM_UP; i < ASKED; i++) {
      long begun = System.nanoTime();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException(look.name() + " answered " + answer.statusCode());
      }
      if (i >= 0) {
        took[i] = System.nanoTime() - begun;
      }
    }
    Arrays.sort(took);
    figure(name + "_p99_ms", took[ASKED * 99 / 100 - 1] / 1e6);
  }

  /** What the driver sent for one page, with the beginnings and ends of transactions. */
  private static int statements(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    AtomicInteger sent = new AtomicInteger();
    Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    Handler counting =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            if (line.getMessage().contains("FE=> Execute")) {
              sent.incrementAndGet();
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    counting.setLevel(Level.ALL);
    driver.addHandler(counting);
    driver.setUseParentHandlers(false);
    driver.setLevel(Level.FINEST);
    try {
      client.send(request, HttpResponse.BodyHandlers.discarding());
      return sent.get();
    } finally {
      driver.setLevel(Level.OFF);
      driver.removeHandler(counting);
    }
  }

  private BrowserContext window(Browser browser, Look look) {
    BrowserContext window =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(look.phone() ? 360 : 1440, look.phone() ? 740 : 900));
    look.person()
        .ifPresent(
            person -> {
              Page page = window.newPage();
              pages.enter(page, person);
              page.close();
              // What signing in loaded is not to be known any more.
              CDPSession session = window.newCDPSession(window.newPage());
              session.send("Network.clearBrowserCache");
            });
    return window;
  }

  private byte[] zipped(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gaung.address() + address))
            .header("Accept-Encoding", "gzip")
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    return out.toByteArray();
  }

  private static double kilobytes(byte[] bytes) {
    return bytes.length / 1024.0;
  }

  private static void figure(String metric, double value) {
    FIGURES.printf(
        Locale.ROOT, "{\"bench\":\"pages\",\"metric\":\"%s\",\"value\":%.2f}%n", metric, value);
  }

  private record Weight(long bytes, long pictures, int requests) {

    double allKb() {
      return bytes / 1024.0;
    }

    double withoutPicturesKb() {
      return (bytes - pictures) / 1024.0;
    }
  }
}
