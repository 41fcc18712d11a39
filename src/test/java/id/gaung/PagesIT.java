package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import id.gaung.collaboration.Offer;
import id.gaung.demo.DemoPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page in a real browser, at a desk and on a phone, in both languages: it answers, axe finds
 * nothing of WCAG 2.2 AA, in light and dark, nothing is wider than the screen, also at 200 and 400
 * % zoom, and the console is silent.
 */
@Tag("database")
class PagesIT {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** What stays on the screen while one reads leaves more than half of it. */
  private static final double MOST_COVERED = 0.5;

  private static final String ZOOMED =
      """
      () => {
        window.scrollTo(0, document.documentElement.scrollHeight / 2);
        const bars = [...document.querySelectorAll('body *')]
          .filter((part) => ['fixed', 'sticky'].includes(getComputedStyle(part).position))
          .map((part) => part.getBoundingClientRect())
          .filter((box) => box.width > innerWidth / 2 && box.height > 0)
          .map((box) => Math.min(box.bottom, innerHeight) - Math.max(box.top, 0))
          .filter((height) => height > 0);
        return {
          wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
          covered: bars.reduce((sum, height) => sum + height, 0) / innerHeight,
        };
      }
      """;

  private final RunningGaung gaung = RunningGaung.get();

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @CsvSource({"1440, en", "360, id"})
  void every_page_can_be_used_by_everybody(int width, String language) {
    List<String> wrong = new ArrayList<>();
    try (Chromium chromium = Chromium.start()) {
      paths()
          .forEach(
              (person, paths) -> {
                try (BrowserContext context = context(chromium, width)) {
                  Page page = context.newPage();
                  enter(page, person, language);
                  Set<String> links = new TreeSet<>();
                  wrong.addAll(lookAt(page, paths, links));
                  if (width > 1000) {
                    wrong.addAll(closed(page, person, links));
                  }
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  /** Nobody is shown a link that does not open for them. */
  private List<String> closed(Page page, String person, Set<String> links) {
    List<String> closed = new ArrayList<>();
    for (String link : links) {
      APIResponse answer = page.request().get(gaung.address() + link);
      if (answer.status() >= 400) {
        closed.add(person + " is shown " + link + ": " + answer.status());
      }
      answer.dispose();
    }
    return closed;
  }

  private List<String> lookAt(Page page, List<String> paths, Set<String> links) {
    List<String> wrong = new ArrayList<>();
    List<String> console = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            console.add(message.text());
          }
        });
    for (String path : paths) {
      console.clear();
      look(page, path).forEach(problem -> wrong.add(path + ": " + problem));
      Object found =
          page.evaluate(
              "[...document.querySelectorAll('a[href^=\"/\"]')]"
                  + ".map(a => a.getAttribute('href').replace(/#.*/, ''))");
      ((List<?>) found).forEach(link -> links.add((String) link));
      console.forEach(line -> wrong.add(path + ": console " + line));
    }
    return wrong;
  }

  private List<String> look(Page page, String path) {
    List<String> wrong = new ArrayList<>();
    Response response = page.navigate(gaung.address() + path);
    if (response.status() != 200) {
      wrong.add("status " + response.status());
      return wrong;
    }
    Object wide =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    if (Boolean.TRUE.equals(wide)) {
      wrong.add("wider than the screen");
    }
    if (page.content().contains("!") && page.content().matches("(?s).*>!\\w[\\w.-]+!<.*")) {
      wrong.add("a text is missing");
    }
    wrong.addAll(violations(axe(page).withTags(WCAG)));
    // In the dark only colours are others.
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    violations(axe(page).withRules(List.of("color-contrast")))
        .forEach(violation -> wrong.add("in the dark " + violation));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    if (page.viewportSize().width > 1000) {
      wrong.addAll(zoomed(page));
    }
    return wrong;
  }

  /** At 200 and 400 % a screen of 1440 or 1280 pixels holds half or a quarter: WCAG 2.2, 1.4.10. */
  private static List<String> zoomed(Page page) {
    List<String> wrong = new ArrayList<>();
    ViewportSize whole = page.viewportSize();
    for (int[] size : new int[][] {{720, 450}, {320, 256}}) {
      page.setViewportSize(size[0], size[1]);
      Map<?, ?> seen = (Map<?, ?>) page.evaluate(ZOOMED);
      if (Boolean.TRUE.equals(seen.get("wide"))) {
        wrong.add("wider than a screen of " + size[0]);
      }
      if (((Number) seen.get("covered")).doubleValue() > MOST_COVERED) {
        wrong.add("bars cover a screen of " + size[1] + ": " + seen.get("covered"));
      }
    }
    page.setViewportSize(whole.width, whole.height);
    return wrong;
  }

  /** Without a second window for each analysis; no page of ours has frames. */
  private static AxeBuilder axe(Page page) {
    return new AxeBuilder(page).setLegacyMode(true);
  }

  private static List<String> violations(AxeBuilder axe) {
    return axe.analyze().getViolations().stream()
        .map(violation -> violation.getId() + " " + violation.getNodes().get(0).getHtml())
        .toList();
  }

  private static BrowserContext context(Chromium chromium, int width) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width < 500 ? 740 : 900)
                // Colours that are on their way are no colours yet.
                .setReducedMotion(ReducedMotion.REDUCE));
  }

  private void enter(Page page, String person, String language) {
    page.navigate(gaung.address() + "/practice");
    if (language.equals("en")) {
      page.locator("button[lang=en]").click();
    }
    if (!person.isEmpty()) {
      page.locator("form:has(input[value=" + person + "]) button").click();
    }
  }

  /** Every kind of page that can be read, by who reads it. */
  private Map<String, List<String>> paths() {
    Gaung product = gaung.gaung();
    String week = product.report().reports().newestPath().orElseThrow();
    UUID campaign = one("select id from campaign where state = 'ACTIVE' order by id limit 1");
    UUID offer =
        one(
            "select id from offer where state = 'ACCEPTED' and work_ends_on > now() order by id limit 1");
    UUID deliverable = one("select id from deliverable where state = 'LIVE' order by id limit 1");
    UUID post = one("select id from post order by created_at limit 1");
    UUID rendition = one("select id from rendition where state = 'PUBLISHED' order by id limit 1");
    UUID umkm = one("select id from umkm order by id limit 1");
    UUID productId = one("select id from product order by id limit 1");
    UUID creator = one("select id from creator order by id limit 1");
    UUID photo = one("select id from photo where not still order by id limit 1");
    UUID person = one("select id from person order by id limit 1");
    UUID byHand = one("select id from channel where mode = 'BY_HAND' order by id limit 1");
    UUID connected = one("select id from channel where mode = 'API' order by id limit 1");
    UUID handPost = one("select post_id from task order by opened_at desc limit 1");
    String tasks =
        product
            .task()
            .tasks()
            .path(
                one("select id from task order by opened_at desc limit 1"),
                one("select person_id from task order by opened_at desc limit 1"));
    Offer accepted = product.collaboration().offers().get(offer);
    String link = "/o/" + product.collaboration().links().token(accepted);
    return Map.of(
        "",
        List.of(
            "/practice",
            "/sign-in",
            link,
            link + "/deliverables/" + deliverableOf(offer),
            link + "/deliverables/" + deliverableOf(offer) + "/posts",
            tasks),
        DemoPerson.STAFF.name(),
        List.of(
            "/",
            "/campaigns",
            "/campaigns/new",
            "/campaigns/" + campaign,
            "/campaigns/" + campaign + "/brief",
            "/campaigns/" + campaign + "/brief/edit",
            "/campaigns/" + campaign + "/offers",
            "/campaigns/" + campaign + "/offers/new",
            "/campaigns/" + campaign + "/products",
            "/offers/" + offer,
            "/reviews",
            "/deliverables/" + deliverable,
            "/deliverables/" + deliverable + "/posts",
            "/found-posts",
            "/posts",
            "/posts/new",
            "/posts/" + post,
            "/posts/" + handPost,
            "/calendar",
            "/publishing",
            "/engagement/posts/" + rendition,
            "/reports",
            week,
            week + "/rows",
            week + "/paper",
            "/umkm",
            "/umkm/new",
            "/umkm/" + umkm,
            "/umkm/" + umkm + "/edit",
            "/products",
            "/products/new?umkm=" + umkm,
            "/products/" + productId,
            "/products/" + productId + "/edit",
            "/imports",
            "/imports/new",
            "/creators",
            "/creators/new",
            "/creators/" + creator,
            "/creators/" + creator + "/edit",
            "/creators/compare?creator=" + creator,
            "/channels",
            "/channels/" + byHand,
            "/practice/networks",
            "/profile",
            "/library",
            "/library/" + photo,
            "/messages",
            "/search?q=a",
            "/campaigns/" + campaign + "/creators",
            "/campaigns/" + campaign + "/posts",
            "/campaigns/" + campaign + "/history",
            "/menu"),
        DemoPerson.ADMIN.name(),
        List.of(
            "/",
            "/people",
            "/people/new",
            "/people/" + person,
            "/audit",
            "/settings",
            "/settings/office",
            "/settings/health",
            "/settings/mail",
            "/settings/counting",
            "/profile",
            "/channels",
            "/channels/connect/bluesky",
            "/channels/connect/mastodon",
            "/channels/connect/instagram",
            "/channels/permits/x",
            "/channels/by-hand/bluesky",
            "/channels/" + byHand,
            "/channels/" + connected),
        DemoPerson.APPROVER.name(),
        List.of("/", "/campaigns", "/campaigns/" + campaign, "/posts", "/calendar", week),
        DemoPerson.OBSERVER.name(),
        List.of("/", "/campaigns/" + campaign, week, week + "/rows", week + "/umkm"),
        DemoPerson.CREATOR.name(),
        List.of("/", "/me"));
  }

  private UUID deliverableOf(UUID offer) {
    return one(
        "select id from deliverable where offer_id = '" + offer + "' order by number limit 1");
  }

  private UUID one(String sql) {
    return gaung
        .gaung()
        .foundation()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(UUID.class).one());
  }
}
