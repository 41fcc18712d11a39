package id.gaung;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.gaung.demo.DemoPerson;
import id.gaung.demo.StoryClock;
import id.gaung.demo.TimePasses;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The main job as people do it, in a browser, once with a mouse and once with the keyboard alone,
 * and a week later both posts are in the report. Last of all, since it lets time pass in the office
 * that it shares with the others.
 */
@Order(Integer.MAX_VALUE)
@Tag("database")
class MainJobIT {

  /** At most so many presses, where an office compares products. */
  private static final Map<String, Integer> MOST =
      Map.of(
          "invite_five_creators", 9,
          "approve_a_draft", 2,
          "schedule_on_three_networks", 4,
          "move_on_three_networks", 4);

  private final RunningGaung gaung = RunningGaung.get();

  @Test
  void from_a_plan_to_the_report_on_three_networks() {
    Gaung product = gaung.gaung();
    MainJob mouse = new MainJob(gaung, Hands.mouse(), "Uji tetikus");
    MainJob keyboard = new MainJob(gaung, Hands.keyboard(), "Uji papan ketik");
    try (Chromium chromium = Chromium.start();
        BrowserContext desk = window(chromium, 1440, 900);
        BrowserContext other = window(chromium, 1440, 900);
        BrowserContext phone = window(chromium, 360, 740)) {
      product.start();
      theSessionEndsMeanwhile(mouse.enter(desk, DemoPerson.STAFF));
      String first = mouse.run(desk, other, phone);
      String second = keyboard.run(desk, other, phone);
      product.jobs().stop();
      System.out.println("Presses: " + mouse.presses());
      assertThat(mouse.presses().keySet()).isEqualTo(MOST.keySet());
      mouse
          .presses()
          .forEach((step, made) -> assertThat(made).as(step).isLessThanOrEqualTo(MOST.get(step)));
      nextMonday(product);
      Page staff = mouse.enter(desk, DemoPerson.STAFF);
      isInTheReport(staff, mouse, first);
      isInTheReport(staff, keyboard, second);
    } finally {
      product.jobs().stop();
      TimePasses.release(gaung.practice().clock());
    }
  }

  /** Signing in leads back to the form, which still holds what was typed. */
  private void theSessionEndsMeanwhile(Page page) {
    page.navigate(gaung.address() + "/campaigns/new");
    page.fill("#f-name", "Belum jadi");
    page.fill("#f-goal", "Disimpan di perangkat.");
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("gaung_session"));
    page.click("main form .main-act");
    assertThat(page.locator("[data-kept-waiting]")).isVisible();
    page.click("main a[href^='/practice']");
    page.click("form:has(input[value=STAFF]) button");
    page.waitForURL(gaung.address() + "/campaigns/new");
    assertThat(page.locator("[data-kept-filled]")).isVisible();
    assertThat(page.locator("#f-name")).hasValue("Belum jadi");
    assertThat(page.locator("#f-goal")).hasValue("Disimpan di perangkat.");
    assertThat(page.evaluate("sessionStorage.getItem('gaung.kept')")).isNull();
    page.click("summary.face");
    page.click("button[lang=en]");
    assertThat(page.locator("html[lang=en] #f-name")).hasValue("Belum jadi");
    page.click("summary.face");
    page.click("button[lang=id]");
    assertThat(page.locator("html[lang=id] #f-name")).hasValue("Belum jadi");
  }

  /** The week of the posts ends, and on Monday morning its report is there. */
  private static void nextMonday(Gaung product) {
    StoryClock clock = RunningGaung.get().practice().clock();
    Instant end = Wita.instant(Week.of(clock.instant()).next().monday().atTime(9, 0));
    TimePasses.until(clock, end, () -> product.clusterSchedules().forEach(s -> s.job().run()));
    // Jobs keep what fails to themselves, so that the rest goes on.
    assertThat(product.clusterSchedules())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.job().failing()).as(s.job().name()).isZero());
  }

  /** One row for the post, with a mark for each account, somewhere among the week's. */
  private void isInTheReport(Page page, MainJob job, String post) {
    page.navigate(gaung.address() + "/reports");
    page.locator("main table a").first().click();
    assertThat(page.locator("main")).containsText("Laporan pekan");
    page.navigate(page.url().replaceFirst("\\?.*", "") + "/rows");
    Locator row = page.locator("tr:has(a[href^='" + job.path(post) + "'])");
    while (row.count() == 0) {
      page.locator("a[rel=next]").click();
    }
    assertThat(row).hasCount(1);
    assertThat(row).containsText(job.name());
    assertThat(row.locator(".nets .net")).hasCount(MainJob.networks());
    row.locator("details > summary").click();
    row.locator("a[href^='/engagement/posts/']").first().click();
    assertThat(page.locator("main")).containsText(job.name());
  }

  private static BrowserContext window(Chromium chromium, int width, int height) {
    BrowserContext window =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    window.setDefaultTimeout(15_000);
    return window;
  }
}
