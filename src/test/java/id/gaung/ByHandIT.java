package id.gaung;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import id.gaung.demo.DemoPerson;
import id.gaung.demo.StoryClock;
import id.gaung.demo.TimePasses;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three accounts without any login, from their entry to the weekly report: what is due is a task on
 * a phone, what was posted is known by its address, and its figures are typed.
 */
@Tag("database")
class ByHandIT {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm");
  private static final String CAPTION =
      "Keripik singkong Manggar, renyah seharian. #UMKMBalikpapan";

  private record Account(String network, String typed, String post) {}

  private static final List<Account> ACCOUNTS =
      List.of(
          new Account(
              "instagram", "@umkm.balikpapan", "https://www.instagram.com/p/CxYz123abc/?igsh=1"),
          new Account(
              "bluesky",
              "umkm-balikpapan.bsky.social",
              "https://bsky.app/profile/umkm-balikpapan.bsky.social/post/3lbkripik"),
          new Account(
              "mastodon",
              "https://mastodon.social/@umkm_balikpapan",
              "https://mastodon.social/@umkm_balikpapan/113555"));

  private final RunningGaung running = RunningGaung.fresh();
  private final Gaung gaung = running.gaung();
  private final StoryClock clock = running.practice().clock();
  private final UUID campaign = UUID.randomUUID();

  @Test
  void three_accounts_without_a_login_go_from_the_calendar_to_the_report() {
    monday();
    campaign();
    try (Chromium chromium = Chromium.start();
        BrowserContext desk = window(chromium, 1440);
        BrowserContext other = window(chromium, 1440);
        BrowserContext phone = window(chromium, 360)) {
      enterAccounts(enter(desk, DemoPerson.ADMIN));
      Page staff = enter(desk, DemoPerson.STAFF);
      LocalDateTime due = Wita.dateTime(clock.instant()).withMinute(0).withSecond(0).plusHours(3);
      String post = compose(staff, due);
      approve(enter(other, DemoPerson.APPROVER), post);
      staff.navigate(running.address() + "/calendar");
      assertThat(staff.locator("main a[href^='" + path(post) + "']")).hasCount(1);

      pass(Wita.instant(due).plusSeconds(90));
      staff = enter(desk, DemoPerson.STAFF);
      Locator task = staff.locator("a[href^='/tasks/']").first();
      assertThat(staff.locator("main")).containsText("Terbitkan dengan tangan");
      publish(phone.newPage(), running.address() + task.getAttribute("href"));
      staff.navigate(post);
      assertThat(staff.locator(".accounts a[href*='bsky.app/profile/umkm-balikpapan']").first())
          .isVisible();

      pass(Wita.instant(Week.of(clock.instant()).sunday().atTime(20, 0)));
      staff = enter(desk, DemoPerson.STAFF);
      type(staff);

      pass(Wita.instant(Week.of(clock.instant()).next().monday().atTime(9, 0)));
      inTheReport(enter(desk, DemoPerson.STAFF));
    } finally {
      gaung.jobs().stop();
      TimePasses.release(clock);
    }
  }

  /** The story begins on a Monday, so that it ends in one week. */
  private void monday() {
    Instant monday = Wita.instant(Week.of(clock.instant()).next().monday().atTime(9, 0));
    TimePasses.until(clock, monday, () -> {});
  }

  private void pass(Instant end) {
    TimePasses.until(
        clock,
        end,
        () -> {
          gaung.publishing().engine().runOnce();
          gaung.clusterSchedules().forEach(s -> s.job().run());
        });
    gaung.publishing().engine().runOnce();
    assertThat(gaung.clusterSchedules())
        .allSatisfy(s -> assertThat(s.job().failing()).as(s.job().name()).isZero());
  }

  private void campaign() {
    UUID umkm = UUID.randomUUID();
    UUID product = UUID.randomUUID();
    gaung
        .foundation()
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "insert into umkm (id, name, kecamatan_code, created_at, updated_at)"
                      + " values (?, 'Dapur Manggar', '64.71.01', now(), now())",
                  umkm);
              h.execute(
                  "insert into product (id, umkm_id, name, name_key, category, description,"
                      + " price_rupiah, created_at, updated_at) values (?, ?, 'Keripik singkong',"
                      + " 'keripik singkong', 'kuliner', 'Renyah', 15000, now(), now())",
                  product,
                  umkm);
              h.execute(
                  """
                  insert into campaign (id, name, goal, starts_on, ends_on, budget_rupiah, state,
                    created_by, created_at, updated_at)
                  select ?, 'Camilan Manggar', 'Dikenal', current_date - 7, current_date + 60,
                    1000000, 'ACTIVE', id, now(), now()
                  from person order by created_at limit 1
                  """,
                  campaign);
              h.execute(
                  "insert into campaign_product (campaign_id, product_id) values (?, ?)",
                  campaign,
                  product);
            });
  }

  private void enterAccounts(Page page) {
    for (Account account : ACCOUNTS) {
      page.navigate(running.address() + "/channels");
      page.click("a[href='/channels/by-hand/" + account.network() + "']");
      page.fill("#f-account", "kedai kopi saya");
      page.click("main form .main-act");
      assertThat(page.locator("#e-account")).isVisible();
      page.fill("#f-account", account.typed());
      page.selectOption(
          "#f-responsibleId", new SelectOption().setLabel(DemoPerson.STAFF.personName()));
      page.click("main form .main-act");
      page.waitForURL(running.address() + "/channels");
    }
    assertThat(page.locator("main .acct")).hasCount(3);
    assertThat(page.locator("main")).containsText("Dengan tangan");
  }

  private String compose(Page page, LocalDateTime due) {
    page.navigate(running.address() + "/posts/new?campaign=" + campaign);
    page.fill("#f-text", CAPTION);
    for (Locator box : page.locator("#f-channelIds input[type=checkbox]").all()) {
      box.setChecked(true, new Locator.SetCheckedOptions().setForce(true));
    }
    page.setInputFiles(
        "#compose input[type=file], main form input[type=file]",
        new FilePayload("keripik.jpg", "image/jpeg", PhoneOffice.jpeg(1080, 1080)));
    page.fill("#f-altText", "Keripik singkong dalam mangkuk");
    page.fill("#f-dueAt", DAY.format(due));
    page.fill("[id='f-dueAt.time']", HOUR.format(due));
    page.click("main form .main-act[value=compose]");
    page.waitForURL(Pattern.compile(".*/posts/[0-9a-f-]{36}.*"));
    return page.url().replaceFirst("\\?.*", "");
  }

  private static void approve(Page page, String post) {
    page.navigate(post);
    page.locator("form[action$='/approve'] button").first().click();
    assertThat(page.locator("main")).containsText("Terjadwal");
  }

  private void publish(Page phone, String link) {
    phone.navigate(link);
    assertThat(phone.locator("h1")).containsText("Keripik singkong");
    assertThat(phone.locator("textarea").first())
        .hasValue(Pattern.compile("[\\s\\S]*renyah[\\s\\S]*"));
    assertThat(phone.locator("a[download] img")).hasCount(1);
    assertThat(phone.locator("ol.numbered")).hasCount(3);
    assertThat((int) phone.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
        .as("nothing stands out at 360")
        .isZero();
    List<Locator> fields = phone.locator("input[name^='url-']").all();
    assertThat(fields).hasSize(3);
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).fill(ACCOUNTS.get(i).post());
    }
    fields.get(0).fill("https://www.instagram.com/umkm.balikpapan/");
    phone.click("button[form=out]");
    assertThat(phone.locator(".err")).containsText("profil");
    assertThat(phone.locator("input[name^='url-']").nth(2)).hasValue(ACCOUNTS.get(2).post());
    phone.locator("input[name^='url-']").nth(0).fill(ACCOUNTS.get(0).post());
    phone.click("button[form=out]");
    assertThat(phone.locator("main")).containsText("Semua sudah terbit");
    assertThat(phone.locator("input[name^='url-']")).hasCount(0);
  }

  private void type(Page page) {
    for (int i = 0; i < ACCOUNTS.size(); i++) {
      page.navigate(running.address() + "/");
      page.locator("main a[href^='/engagement/posts/']").first().click();
      page.fill("#f-likes", String.valueOf(40 + i));
      page.fill("#f-comments", "5");
      page.fill("#f-shares", "2");
      if (page.locator("#f-saves").count() > 0) {
        page.fill("#f-saves", "3");
        page.fill("#f-views", "900");
      }
      page.fill("#f-followers", "1000");
      page.setInputFiles(
          "#f-photo", new FilePayload("layar.jpg", "image/jpeg", PhoneOffice.jpeg(360, 640)));
      page.click("#type .main-act");
      assertThat(page.locator("main")).containsText("dari tangkapan layar");
    }
    page.navigate(running.address() + "/");
    assertThat(page.locator("main a[href^='/engagement/posts/']")).hasCount(0);
  }

  private void inTheReport(Page page) {
    page.navigate(running.address() + "/reports");
    page.locator("main table a").first().click();
    assertThat(page.locator("main")).containsText("Laporan pekan");
    page.navigate(page.url().replaceFirst("\\?.*", "") + "/rows");
    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Keripik singkong"));
    assertThat(row.first().locator(".nets .net")).hasCount(3);
    // 40 + 5 + 2 + 3, 41 + 5 + 2 and 42 + 5 + 2, in whichever order they were typed.
    assertThat(row.first()).containsText("147");
    assertThat(page.locator("main")).not().containsText("belum lengkap");
  }

  private Page enter(BrowserContext window, DemoPerson person) {
    window.clearCookies();
    Page page = window.newPage();
    page.navigate(running.address() + "/practice");
    page.locator("form:has(input[value=" + person + "]) button").click();
    return page;
  }

  private String path(String post) {
    return post.replace(running.address().toString(), "");
  }

  private static BrowserContext window(Chromium chromium, int width) {
    BrowserContext window =
        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
    window.setDefaultTimeout(Duration.ofSeconds(15).toMillis());
    return window;
  }
}
