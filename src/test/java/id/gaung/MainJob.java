package id.gaung;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.gaung.demo.DemoPerson;
import id.gaung.kernel.Network;
import id.gaung.kernel.Wita;
import id.gaung.platform.Attachment;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PublishMode;
import id.gaung.sandbox.PracticeServer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The main job, done with somebody's hands: staff plans, the approver approves, a creator accepts
 * and delivers on a phone, staff approves and schedules, and the post is out on three networks.
 * Counts the presses where offices compare products.
 */
final class MainJob {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm");
  private static final String ID = "[0-9a-f-]{36}";

  private final RunningGaung gaung;
  private final Hands hands;
  private final String name;
  private final String caption;
  private final Map<String, Integer> presses = new LinkedHashMap<>();

  /**
   * @param name of the campaign, of which there is no other
   */
  MainJob(RunningGaung gaung, Hands hands, String name) {
    this.gaung = gaung;
    this.hands = hands;
    this.name = name;
    this.caption = name + " renyah dari Manggar 😋 #Amplang https://gaung.example/amplang";
  }

  /** How many presses each of the counted steps took. */
  Map<String, Integer> presses() {
    return presses;
  }

  String name() {
    return name;
  }

  /**
   * @return the post's page
   */
  String run(BrowserContext desk, BrowserContext other, BrowserContext phone) {
    Page staff = enter(desk, DemoPerson.STAFF);
    String campaign = plan(staff);
    approve(enter(other, DemoPerson.APPROVER), campaign);
    String link = invite(staff, campaign);
    Page creator = phone.newPage();
    accept(creator, link);
    deliver(creator);
    review(staff);
    String post = schedule(staff);
    move(staff);
    isOut(staff);
    isOnTheCalendar(staff, post);
    return post;
  }

  private String plan(Page page) {
    LocalDate today = LocalDate.now(Wita.ZONE);
    page.navigate(gaung.address() + "/campaigns/new");
    hands.type(page, "#f-name", name);
    hands.type(page, "#f-goal", "Amplang Manggar dikenal di seluruh kota.");
    hands.type(page, "#f-startsOn", DAY.format(today));
    hands.type(page, "#f-endsOn", DAY.format(today.plusDays(20)));
    hands.type(page, "#f-budget", "sejuta");
    hands.press(page, "main form .main-act");
    // Refused, and nothing typed is lost.
    assertThat(page.locator("#e-budget")).isVisible();
    assertThat(page.locator("#f-name")).hasValue(name);
    assertThat(page.locator("#f-startsOn")).hasValue(DAY.format(today));
    hands.type(page, "#f-budget", "1.500.000");
    hands.press(page, "main form .main-act");
    page.waitForURL(Pattern.compile(".*/campaigns/" + ID + "/products"));
    String campaign = page.url().replace("/products", "");
    hands.choose(page.locator("#f-add input").first());
    hands.press(page, "form:has(#f-add) .main-act");
    assertThat(page.locator("#f-productIds form")).hasCount(1);
    page.navigate(campaign + "/brief/edit");
    for (Locator section : page.locator("main textarea").all()) {
      hands.type(section, "Ceritakan rasanya dengan jujur.");
    }
    // Saves the brief and submits the campaign.
    hands.press(page, "main form button.main-act");
    assertThat(page.locator("main textarea")).hasCount(0);
    return campaign;
  }

  private void approve(Page page, String campaign) {
    page.navigate(campaign);
    hands.press(page, ".next a[href$='/approve']");
    step(page, "approve");
  }

  private String invite(Page page, String campaign) {
    page.navigate(campaign);
    hands.press(page, ".head details.menu > summary");
    step(page, "activate");
    page.navigate(campaign);
    hands.presses();
    hands.press(page, "a[href$='/offers/new']");
    for (int i = 0; i < 5; i++) {
      hands.choose(page.locator("input[name=creator]").nth(i));
      hands.type(page.locator("input[name^='title.']").nth(i), "Foto amplang " + (i + 1));
      hands.type(page.locator("input[name^='fee.']").nth(i), "100.000");
    }
    assertThat(page.locator("#f-respondBy")).not().hasValue("");
    hands.press(page, "button[value=send]");
    page.waitForURL(campaign + "/offers");
    presses.put("invite_five_creators", hands.presses());
    hands.press(page.locator(".rows a.title-link").first());
    assertThat(page.locator("a[href^='https://wa.me/']")).isVisible();
    return page.inputValue("#link");
  }

  private void accept(Page page, String link) {
    page.navigate(link);
    hands.press(page, ".bar button[popovertarget=yes]");
    hands.choose(page.locator("#f-briefRead"));
    hands.choose(page.locator("#f-personalData"));
    hands.choose(page.locator("#f-disclosure"));
    hands.type(page, "#f-name", "Kreator Uji");
    step(page, "accept");
  }

  private void deliver(Page page) {
    hands.press(page, "a[href*='/deliverables/']");
    hands.type(page, "#f-caption", caption);
    page.locator("[data-slot] input[type=file]")
        .first()
        .setInputFiles(new FilePayload("amplang.jpg", "image/jpeg", PhoneOffice.jpeg(1200, 1200)));
    hands.type(page.locator("[data-slot] textarea").first(), "Sepiring amplang");
    assertThat(page.locator("[data-state].ok:not([hidden])")).hasCount(1);
    hands.press(page, "[data-send]");
    assertThat(page.locator("#f-caption")).hasCount(0);
  }

  /** From the first page: the draft, and yes. */
  private void review(Page page) {
    page.navigate(gaung.address() + "/");
    Locator waiting = page.locator("li:has-text('" + name + "') a.btn[href^='/deliverables/']");
    hands.presses();
    if (waiting.count() > 0) {
      hands.press(waiting.first());
    } else {
      // Behind those that wait longer.
      page.navigate(gaung.address() + "/reviews");
      hands.press(page.locator("li:has-text('" + name + "') a.btn").first());
    }
    step(page, "approve");
    presses.put("approve_a_draft", hands.presses());
  }

  private String schedule(Page page) {
    // Whoever approves is led on to the composer.
    page.waitForURL(Pattern.compile(".*/posts/new\\?deliverable=.*"));
    assertThat(page.locator("#f-channelIds input:checked")).hasCount(accounts());
    assertThat(page.locator("#preview .mock")).hasCount(accounts());
    assertThat(page.locator("#preview")).containsText("renyah dari Manggar");
    hands.type(page, "#f-text", caption + " x".repeat(200));
    assertThat(page.locator("#counts .state.bad").first()).isVisible();
    hands.type(page, "#f-text", caption);
    assertThat(page.locator("#counts .state.bad")).hasCount(0);
    assertThat(page.locator("#f-dueAt")).not().hasValue("");
    hands.press(page, "main form .main-act[value=compose]");
    page.waitForURL(Pattern.compile(".*/posts/" + ID + ".*"));
    presses.put("schedule_on_three_networks", hands.presses());
    return page.url().replaceFirst("\\?.*", "");
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

  /** On how many networks a photo goes out by us, beside those that people publish on. */
  static int networks() {
    return (int)
        modules().filter(module -> module.traits().modes().get(0) == PublishMode.API).count();
  }

  /** How many accounts a photo is composed for: all but those that take only videos. */
  private static int accounts() {
    return (int)
        modules()
            .filter(module -> module.traits().attachments().contains(Attachment.Kind.PICTURES))
            .count();
  }

  private static Stream<NetworkModule> modules() {
    return PracticeServer.networks().stream().map(NetworkModule::of);
  }

  /** The page says so by itself, without being loaded again. */
  private void isOut(Page page) {
    Locator out = page.locator(".accounts a[rel*=noopener][target=_blank]");
    out.nth(networks() - 1).waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    assertThat(out).hasCount(networks());
    for (Network network : PracticeServer.networks()) {
      assertThat(gaung.practice().sandbox().posts().duplicates(network)).isEmpty();
    }
  }

  private void isOnTheCalendar(Page page, String post) {
    page.navigate(gaung.address() + "/calendar");
    assertThat(page.locator("main a[href^='" + path(post) + "']")).hasCount(1);
  }

  /** The post gets another time on all three networks, which is now. */
  private void move(Page page) {
    hands.press(page, "button[popovertarget=ask-move]");
    LocalDateTime at = aMinuteThatIsNotAboutToEnd(page);
    hands.type(page, "#f-dueAt-move", DAY.format(at));
    hands.type(page.locator("[id='f-dueAt-move.time']"), HOUR.format(at));
    hands.press(page, "#ask-move button.main-act");
    assertThat(page.locator(".toast")).isVisible();
    presses.put("move_on_three_networks", hands.presses());
  }

  String path(String page) {
    return page.substring(gaung.address().toString().length());
  }

  /** Presses the button of a step and waits until it is no longer offered. */
  private void step(Page page, String step) {
    Locator form = page.locator("form[action$='/" + step + "']");
    hands.press(form.locator("button").last());
    assertThat(form).hasCount(0);
  }

  Page enter(BrowserContext window, DemoPerson person) {
    Page page = window.newPage();
    page.navigate(gaung.address() + "/practice");
    page.locator("form:has(input[value=" + person + "]) button").click();
    return page;
  }
}
