package id.gaung;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.gaung.demo.DemoPerson;
import id.gaung.demo.StoryClock;
import id.gaung.demo.TimePasses;
import id.gaung.jobs.Job;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.sandbox.PracticeNetwork;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The main job as people do it, in a browser: staff plans, the approver approves, a creator accepts
 * and delivers on a phone, staff approves and composes, the post is out on three networks, and a
 * week later it is in the report. Last of all, since it lets time pass in the office that it shares
 * with the others.
 */
@Order(Integer.MAX_VALUE)
@Tag("database")
class MainJobIT {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
  private static final String CAMPAIGN = "Uji: Amplang untuk semua";
  private static final String CAPTION =
      "Amplang renyah dari Manggar 😋 #Amplang https://gaung.example/amplang";

  private static final String ID = "[0-9a-f-]{36}";

  private final RunningGaung gaung = RunningGaung.get();

  @Test
  void from_a_plan_to_the_report_on_three_networks() {
    Gaung product = gaung.gaung();
    try (Chromium chromium = Chromium.start();
        BrowserContext desk = window(chromium, 1440, 900);
        BrowserContext other = window(chromium, 1440, 900);
        BrowserContext phone = window(chromium, 360, 740)) {
      product.start();
      Page staff = enter(desk, DemoPerson.STAFF);
      String campaign = plan(staff);
      approve(enter(other, DemoPerson.APPROVER), campaign);
      String link = invite(staff, campaign);
      Page creator = phone.newPage();
      accept(creator, link);
      deliver(creator);
      review(staff);
      String post = compose(staff);
      isOut(staff, post);
      isOnTheCalendar(staff, post);
      product.jobs().stop();
      nextMonday(product);
      isInTheReport(enter(desk, DemoPerson.STAFF), post);
    } finally {
      product.jobs().stop();
      TimePasses.release(gaung.practice().clock());
    }
  }

  private String plan(Page page) {
    LocalDate today = LocalDate.now(Wita.ZONE);
    page.navigate(gaung.address() + "/campaigns/new");
    page.fill("#f-name", CAMPAIGN);
    page.fill("#f-goal", "Amplang Manggar dikenal di seluruh kota.");
    page.fill("#f-startsOn", today.toString());
    page.fill("#f-endsOn", today.plusDays(20).toString());
    page.fill("#f-budget", "sejuta");
    theSessionEndsMeanwhile(page);
    page.click("main form .main-act");
    // Refused, and nothing typed is lost.
    assertThat(page.locator("#e-budget")).isVisible();
    assertThat(page.locator("#f-name")).hasValue(CAMPAIGN);
    page.click("summary.face");
    page.click("button[lang=en]");
    assertThat(page.locator("html[lang=en] #f-name")).hasValue(CAMPAIGN);
    page.click("summary.face");
    page.click("button[lang=id]");
    page.waitForURL(gaung.address() + "/campaigns/new");
    assertThat(page.locator("#f-startsOn"))
        .hasValue(DateTimeFormatter.ofPattern("dd/MM/uuuu").format(today));
    page.fill("#f-budget", "1.500.000");
    page.click("main form .main-act");
    page.waitForURL(Pattern.compile(".*/campaigns/" + ID + "/products"));
    String campaign = page.url().replace("/products", "");
    page.locator("#f-add input").first().check();
    page.click("form:has(#f-add) .main-act");
    assertThat(page.locator("#f-productIds form")).hasCount(1);
    page.navigate(campaign + "/brief/edit");
    for (Locator section : page.locator("main textarea").all()) {
      section.fill("Ceritakan rasanya dengan jujur.");
    }
    page.click("main form .main-act");
    assertThat(page.locator("main textarea")).hasCount(0);
    page.navigate(campaign);
    step(page, "submit");
    return campaign;
  }

  /** Signing in leads back to the form, which still holds what was typed. */
  private void theSessionEndsMeanwhile(Page page) {
    String goal = page.inputValue("#f-goal");
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("gaung_session"));
    page.click("main form .main-act");
    assertThat(page.locator("[data-kept-waiting]")).isVisible();
    page.click("main a[href^='/practice']");
    page.click("form:has(input[value=STAFF]) button");
    page.waitForURL(gaung.address() + "/campaigns/new");
    assertThat(page.locator("[data-kept-filled]")).isVisible();
    assertThat(page.locator("#f-name")).hasValue(CAMPAIGN);
    assertThat(page.locator("#f-goal")).hasValue(goal);
    assertThat(page.evaluate("sessionStorage.getItem('gaung.kept')")).isNull();
  }

  private void approve(Page page, String campaign) {
    page.navigate(campaign);
    step(page, "approve");
  }

  private String invite(Page page, String campaign) {
    LocalDateTime now = LocalDateTime.now(Wita.ZONE);
    page.navigate(campaign);
    page.click(".head details.menu > summary");
    step(page, "activate");
    page.navigate(campaign + "/offers/new");
    page.locator("input[name=creator]").first().check();
    page.locator("input[name^='title.']").first().fill("Foto amplang");
    page.locator("input[name^='fee.']").first().fill("500.000");
    page.fill("#f-respondBy", now.plusDays(3).format(MINUTES));
    page.fill("#f-dueOn", now.toLocalDate().plusDays(5).toString());
    page.fill("#f-workEndsOn", now.toLocalDate().plusDays(15).toString());
    page.click("button[value=send]");
    page.locator(".rows a.title-link").first().click();
    assertThat(page.locator("a[href^='https://wa.me/']")).isVisible();
    return page.inputValue("#link");
  }

  private void accept(Page page, String link) {
    page.navigate(link);
    page.check("#f-briefRead");
    page.check("#f-personalData");
    page.check("#f-disclosure");
    page.fill("#f-name", "Kreator Uji");
    step(page, "accept");
  }

  private void deliver(Page page) {
    page.click("a[href*='/deliverables/']");
    page.fill("#f-caption", CAPTION);
    page.setInputFiles("#f-photo", new FilePayload("amplang.jpg", "image/jpeg", photo()));
    page.fill("#f-altText", "Sepiring amplang");
    page.click("main form .main-act");
    assertThat(page.locator("#f-caption")).hasCount(0);
  }

  private void review(Page page) {
    page.navigate(gaung.address() + "/reviews");
    page.locator("li:has-text('" + CAMPAIGN + "') a.btn").first().click();
    step(page, "approve");
  }

  private String compose(Page page) {
    page.navigate(gaung.address() + "/posts/new");
    page.locator("li:has-text('" + CAMPAIGN + "') a").first().click();
    for (Locator channel : page.locator("#f-channelIds input").all()) {
      channel.check();
    }
    page.click("details:has(#f-productIds) > summary");
    page.locator("#f-productIds input").first().check();
    assertThat(page.locator("#preview .mock")).hasCount(3);
    assertThat(page.locator("#preview")).containsText("Amplang renyah");
    page.fill("#f-text", CAPTION + " x".repeat(200));
    assertThat(page.locator("#counts .state.bad").first()).isVisible();
    page.fill("#f-text", CAPTION);
    assertThat(page.locator("#counts .state.bad")).hasCount(0);
    page.fill("#f-dueAt", aMinuteThatIsNotAboutToEnd(page).format(MINUTES));
    page.click("main form .main-act[value=compose]");
    page.waitForURL(Pattern.compile(".*/posts/" + ID));
    return page.url();
  }

  /** A post is due in this minute at the earliest: the form must arrive before the next begins. */
  private static LocalDateTime aMinuteThatIsNotAboutToEnd(Page page) {
    LocalDateTime now = LocalDateTime.now(Wita.ZONE);
    if (now.getSecond() < 40) {
      return now;
    }
    page.waitForTimeout((60 - now.getSecond()) * 1_000.0);
    return LocalDateTime.now(Wita.ZONE);
  }

  private void isOut(Page page, String post) {
    long published = 0;
    for (int look = 0; look < 60 && published < 3; look++) {
      page.waitForTimeout(1_000);
      page.navigate(post);
      published = page.locator("a[rel*=noopener][target=_blank]").count();
    }
    assertThat(published).as(page.locator("main").innerText()).isEqualTo(3);
    for (PracticeNetwork network : PracticeNetwork.values()) {
      assertThat(gaung.practice().sandbox().posts().duplicates(network)).isEmpty();
    }
  }

  private void isOnTheCalendar(Page page, String post) {
    page.navigate(gaung.address() + "/calendar");
    String path = post.substring(gaung.address().toString().length());
    assertThat(page.locator("main a[href^='" + path + "']")).hasCount(1);
  }

  /** The week of the post ends, and on Monday morning its report is there. */
  private static void nextMonday(Gaung product) {
    StoryClock clock = RunningGaung.get().practice().clock();
    Instant end = Wita.instant(Week.of(clock.instant()).next().monday().atTime(9, 0));
    TimePasses.until(clock, end, () -> product.clusterJobs().forEach(Job::run));
    // Jobs keep what fails to themselves, so that the rest goes on.
    org.assertj.core.api.Assertions.assertThat(product.clusterJobs())
        .isNotEmpty()
        .allSatisfy(
            job ->
                org.assertj.core.api.Assertions.assertThat(job.failing()).as(job.name()).isZero());
  }

  private void isInTheReport(Page page, String post) {
    page.navigate(gaung.address() + "/reports");
    page.locator("main table a").first().click();
    assertThat(page.locator("main")).containsText("Amplang");
    page.navigate(page.url().replaceFirst("\\?.*", "") + "/rows");
    Locator rows = page.locator("tr:has-text('" + CAMPAIGN + "')");
    assertThat(rows).hasCount(3);
    String path = post.substring(gaung.address().toString().length());
    assertThat(rows.locator("a[href^='" + path + "']")).hasCount(3);
    rows.first().locator("a[href^='/engagement/posts/']").click();
    assertThat(page.locator("main table tbody tr").nth(2)).isVisible();
  }

  /** Presses the button of a step and waits until it is no longer offered. */
  private static void step(Page page, String step) {
    Locator form = page.locator("form[action$='/" + step + "']");
    form.locator("button").click();
    assertThat(form).hasCount(0);
  }

  private static byte[] photo() {
    BufferedImage image = new BufferedImage(1200, 1200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillOval(200, 200, 800, 800);
    pen.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Page enter(BrowserContext window, DemoPerson person) {
    Page page = window.newPage();
    page.navigate(gaung.address() + "/practice");
    page.locator("form:has(input[value=" + person + "]) button").click();
    return page;
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
