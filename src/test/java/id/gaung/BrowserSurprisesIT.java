package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import id.gaung.collaboration.Offer;
import id.gaung.demo.DemoPerson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What browsers did to the users of other tools, by those tools' public reports: another time zone,
 * storage that refuses, dark paper, pages put aside and taken out again, names that do not end.
 */
@Tag("database")
class BrowserSurprisesIT {

  private static final String NO_STORAGE =
      """
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
      Object.defineProperty(window, 'indexedDB', { get: () => undefined });
      """;

  private final RunningGaung gaung = RunningGaung.get();
  private final PhoneOffice office = new PhoneOffice(gaung);
  private Chromium chromium;

  @BeforeEach
  void open() {
    chromium = Chromium.start();
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private Page desk(Browser.NewContextOptions options) {
    // Colours that are on their way are no colours yet.
    options.setViewportSize(1440, 900).setReducedMotion(ReducedMotion.REDUCE);
    Page page = chromium.browser().newContext(options).newPage();
    page.navigate(gaung.address() + "/practice");
    page.locator("form:has(input[value=" + DemoPerson.STAFF + "]) button").click();
    return page;
  }

  /** A day west of the office, and a day east. */
  @ParameterizedTest
  @ValueSource(strings = {"America/Los_Angeles", "Pacific/Kiritimati"})
  void days_and_hours_are_the_offices_wherever_the_browser_is(String zone) {
    Page here = desk(new Browser.NewContextOptions().setTimezoneId("Asia/Makassar"));
    Page there = desk(new Browser.NewContextOptions().setTimezoneId(zone).setLocale("en-US"));
    for (String path : List.of("/calendar", "/posts", "/campaigns/new")) {
      here.navigate(gaung.address() + path);
      there.navigate(gaung.address() + path);
      assertThat(there.locator("main").innerText())
          .as(path)
          .isEqualTo(here.locator("main").innerText());
    }
    there.locator("[data-dated] [data-date]").first().fill("24/11/2026");
    assertThat(there.locator("[data-dated] [data-words]").first().innerText())
        .isEqualTo("Selasa, 24 November 2026");
  }

  @Test
  void a_draft_is_sent_from_a_phone_that_can_keep_nothing() {
    PhoneOffice.Accepted work = office.accepted("Kreator Tanpa Simpanan");
    try (BrowserContext context =
        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
      context.addInitScript(NO_STORAGE);
      Page page = context.newPage();
      List<String> errors = new ArrayList<>();
      page.onPageError(errors::add);
      page.navigate(work.address());
      page.locator("#f-caption").fill("Amplang renyah dari Manggar, pesan lewat WhatsApp.");
      page.locator("[data-slot] input[type=file]")
          .first()
          .setInputFiles(new FilePayload("satu.jpg", "image/jpeg", PhoneOffice.jpeg(600, 400)));
      page.locator("[data-slot] textarea").first().fill("Sepiring amplang");
      page.locator("[data-send]").click();
      page.waitForFunction("() => !document.querySelector('form[data-draft]')");
      assertThat(errors).isEmpty();
    }
    assertThat(office.drafts(work)).hasSize(1);
    assertThat(office.drafts(work).get(0).altTexts()).containsExactly("Sepiring amplang");
  }

  @Test
  void who_reads_in_the_dark_prints_on_white() {
    Page page = desk(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
    String week = gaung.gaung().report().reports().newestPath().orElseThrow();
    for (boolean chosen : new boolean[] {false, true}) {
      for (String path : List.of(week, week + "/paper", "/calendar")) {
        page.navigate(gaung.address() + path);
        if (chosen) {
          page.evaluate("() => document.documentElement.dataset.theme = 'dark'");
        }
        page.emulateMedia(
            new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        Object dark =
            page.evaluate(
                """
                () => {
                  const light = (colour) => {
                    const [r, g, b, a] = colour.match(/[\\d.]+/g).map(Number);
                    return a === 0 ? null : (r + g + b) / 765;
                  };
                  return [...document.querySelectorAll('body, main, .card, h1, h2, td')]
                    .filter((part) => part.getClientRects().length)
                    .filter((part) => !part.closest('.band'))
                    .filter((part) => {
                      const style = getComputedStyle(part);
                      const ground = light(style.backgroundColor);
                      return light(style.color) > 0.6 || (ground !== null && ground < 0.6);
                    })
                    .map((part) => part.tagName + '.' + part.className);
                }
                """);
        assertThat((List<?>) dark).as(path + (chosen ? " chosen dark" : "")).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      }
    }
  }

  @Test
  void a_page_that_was_put_aside_comes_back_with_its_buttons_working() {
    Page page = desk(new Browser.NewContextOptions());
    for (String path : List.of("/campaigns/new", office.link(office.invited("Kreator Kembali")))) {
      page.navigate(path.startsWith("/") ? gaung.address() + path : path);
      page.evaluate("() => document.querySelector('form').dataset.sent = 'yes'");
      page.evaluate(
          "() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
      assertThat(page.locator("form[data-sent]").count()).as(path).isZero();
    }
  }

  @Test
  void the_key_of_the_search_leaves_alone_who_writes() {
    Page page = desk(new Browser.NewContextOptions());
    page.navigate(gaung.address() + "/campaigns/new");
    page.locator("main textarea").first().focus();
    page.keyboard().press("Control+k");
    assertThat(page.evaluate("() => document.activeElement.tagName")).isEqualTo("TEXTAREA");
    page.locator("h1").click();
    page.keyboard().press("Control+k");
    assertThat(page.evaluate("() => document.activeElement.matches('[data-find]')"))
        .isEqualTo(true);
  }

  @Test
  void a_name_without_a_space_and_with_signs_stays_in_its_place() {
    String name = "Rasa_100%<b>\"O'Neil\"&" + "amplang".repeat(12);
    Offer offer = office.invited(name);
    String campaign = "/campaigns/" + offer.campaignId();
    Page page = desk(new Browser.NewContextOptions());
    page.setViewportSize(360, 740);
    holds(
        page,
        List.of(
            "/creators?q=Rasa_100%25",
            "/search?q=Rasa_100%25",
            "/creators/" + offer.creatorId(),
            "/creators/compare?creator=" + offer.creatorId(),
            "/offers/" + offer.id(),
            campaign + "/creators",
            office.link(offer)));
    page.navigate(gaung.address() + "/creators?q=Rasa%25100");
    assertThat(page.locator("main").innerText()).doesNotContain("O'Neil");
    page.navigate(gaung.address() + "/practice");
    page.locator("form:has(input[value=" + DemoPerson.ADMIN + "]) button").click();
    holds(page, List.of("/people", "/audit"));
  }

  /** The name is there as it was written, and makes no page wider than the phone. */
  private void holds(Page page, List<String> paths) {
    for (String path : paths) {
      page.navigate(path.startsWith("/") ? gaung.address() + path : path);
      assertThat(page.locator("main").innerText()).as(path).contains("<b>\"O'Neil\"&amplang");
      assertThat(
              page.evaluate(
                  "() => document.documentElement.scrollWidth"
                      + " > document.documentElement.clientWidth"))
          .as(path)
          .isEqualTo(false);
    }
  }
}
