package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.demo.DemoPerson;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A creator tells on a phone of a post on an account of their own and sends its numbers; staff see
 * it, find its figures and take a wrong address back.
 */
@Tag("database")
class OwnPostsIT {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private final RunningGaung gaung = RunningGaung.get();
  private final PhoneOffice office = new PhoneOffice(gaung);
  private final List<String> wrong = new ArrayList<>();

  @Test
  void a_post_on_the_creators_own_account_goes_from_the_phone_to_staff() {
    UUID content = office.drafted("Kreator Tayang Sendiri");
    String link = office.linkOf(content);
    gaung.gaung().collaboration().reviews().approve(staff(), content, ApproveDraft.plain());
    account(content);
    try (Chromium chromium = Chromium.start();
        BrowserContext phone = context(chromium, 360);
        BrowserContext desk = context(chromium, 1440)) {
      Page page = phone.newPage();
      page.navigate(link);
      look(page, "own-offer");
      page.locator("a[href$='/posts']").click();
      page.locator("#f-address")
          .fill("https://www.linkedin.com/posts/lain_amplang-activity-7141000000000000000-aBcD");
      page.locator(".bar .main-act").click();
      assertThat(page.locator("#e-address").innerText()).contains("akun lain");
      look(page, "own-refused");
      page.locator("#f-address")
          .fill(
              "https://www.linkedin.com/posts/tayang-sendiri_amplang-activity-7141000000000000001-aBcD?utm_source=share");
      page.locator(".bar .main-act").click();
      page.locator("a[href*='/posts/']").waitFor();
      look(page, "own-given");
      page.locator("a[href*='/posts/']").click();
      page.locator("#f-views").fill("1200");
      page.locator("#f-likes").fill("90");
      page.locator("#f-comments").fill("7");
      page.locator("#f-shares").fill("3");
      page.locator(".bar .main-act").click();
      assertThat(page.locator("#e-photo").innerText()).contains("tangkapan layar");
      look(page, "own-type");
      page.locator("#f-photo")
          .setInputFiles(new FilePayload("a.jpg", "image/jpeg", PhoneOffice.jpeg(300, 600)));
      page.locator(".bar .main-act").click();
      page.locator(".note.ok").waitFor();
      assertThat(page.locator("main").innerText()).contains("1.200", "diketik");
      look(page, "own-counted");

      Page staff = desk.newPage();
      staff.navigate(gaung.address() + "/practice");
      staff.locator("form:has(input[value=" + DemoPerson.STAFF + "]) button").click();
      staff.navigate(gaung.address() + "/deliverables/" + content);
      staff.locator("main a[href$='/posts']").click();
      assertThat(staff.locator("main").innerText()).contains("1.200", "tayang-sendiri");
      look(staff, "own-staff");
      staff.locator("main a[href^='/engagement/posts/']").click();
      assertThat(staff.locator("main").innerText()).contains("Kreator Tayang Sendiri");
      look(staff, "own-figures");
      staff.goBack();
      staff.locator("main details summary").click();
      staff.locator("input[name=reason]").fill("Itu video lain");
      staff.locator("main details .danger").click();
      staff.locator(".flash, .toast, [role=status]").first().waitFor();
      assertThat(staff.locator("main").innerText()).doesNotContain("1.200");
    }
    assertThat(wrong).isEmpty();
  }

  private Actor staff() {
    return Actor.person(
        office.one("select id from person where name like 'Staf Kreator Tayang%'", UUID.class),
        "Staf",
        Set.of(Role.STAFF));
  }

  private void account(UUID content) {
    gaung
        .gaung()
        .foundation()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into creator_account (creator_id, network, handle, place, active)"
                        + " select creator_id, 'LINKEDIN', 'in/tayang-sendiri', 1, true"
                        + " from collaboration_deliverable_line where deliverable_id = ?",
                    content));
  }

  private static BrowserContext context(Chromium chromium, int width) {
    return chromium
        .browser()
        .newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("id-ID"));
  }

  private void look(Page page, String name) {
    int own = page.viewportSize().width;
    for (int width : own < 1000 ? new int[] {360} : new int[] {1440, 360}) {
      page.setViewportSize(width, 900);
      if (Boolean.TRUE.equals(
          page.evaluate(
              "document.documentElement.scrollWidth > document.documentElement.clientWidth"))) {
        wrong.add(page.url() + " wider than " + width);
      }
      if (Boolean.getBoolean("gaung.screens")) {
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target/screens/" + name + "-" + width + ".png"))
                .setFullPage(true));
      }
      new AxeBuilder(page)
          .setLegacyMode(true)
          .withTags(WCAG)
          .analyze()
          .getViolations()
          .forEach(
              found ->
                  wrong.add(
                      page.url() + " " + found.getId() + " " + found.getNodes().get(0).getHtml()));
    }
    page.setViewportSize(own, 900);
  }
}
