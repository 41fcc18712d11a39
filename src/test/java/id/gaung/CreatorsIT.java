package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.gaung.demo.DemoPerson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Creators with their accounts and picture, in a real browser at a desk and on a phone. */
@Tag("database")
class CreatorsIT {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private final RunningGaung gaung = RunningGaung.get();

  @Test
  void a_creator_is_entered_with_accounts_and_a_picture_found_and_compared() {
    List<String> wrong = new ArrayList<>();
    try (Chromium chromium = Chromium.start();
        BrowserContext context =
            chromium
                .browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
      Page page = context.newPage();
      page.navigate(gaung.address() + "/practice");
      page.locator("form:has(input[value=" + DemoPerson.STAFF + "]) button").click();
      page.navigate(gaung.address() + "/creators/new");
      wrong.addAll(look(page));
      page.locator("#f-name").fill("Rani Kuliner Pesisir");
      page.locator("#f-whatsapp").fill("0858-1234-9876");
      page.locator("#f-photo").setInputFiles(picture());
      account(page, 0, "INSTAGRAM", "rani kuliner", "12.400");
      account(page, 1, "LINKEDIN", "in/rani-kuliner", "");
      page.locator("main .main-act").click();
      assertThat(page.locator("[id='e-accounts[0].handle']").innerText()).contains("Instagram");
      wrong.addAll(look(page));
      account(page, 0, "INSTAGRAM", "https://www.instagram.com/rani.pesisir/", "12.400");
      page.locator("main .main-act").click();
      page.waitForURL("**/creators/*-*");
      String address = page.url();
      assertThat(page.locator("main img.face").count()).isEqualTo(1);
      assertThat(page.locator("ul.accts").innerText())
          .contains("@rani.pesisir", "12.400", "staf", "in/rani-kuliner");
      wrong.addAll(look(page));

      page.navigate(gaung.address() + "/creators?q=rani.pesisir&network=linkedin");
      assertThat(page.locator("li.creator").count()).isEqualTo(1);
      page.navigate(gaung.address() + "/creators");
      wrong.addAll(look(page));
      page.locator("li.creator input[type=checkbox]").nth(0).check();
      page.locator("li.creator input[type=checkbox]").nth(1).check();
      page.locator(".bar button:not(.main-act)").click();
      assertThat(page.locator("thead th").count()).isEqualTo(2);
      wrong.addAll(look(page));
      page.navigate(address + "/edit");
      page.locator("input[name=removePhoto]").check();
      page.locator("main .main-act").click();
      page.waitForURL(address);
      assertThat(page.locator("main img.face").count()).isZero();
    }
    assertThat(wrong).isEmpty();
  }

  private static void account(Page page, int line, String network, String handle, String many) {
    page.locator("[id='f-accounts[" + line + "].network']").selectOption(network);
    page.locator("[id='f-accounts[" + line + "].handle']").fill(handle);
    page.locator("[id='f-accounts[" + line + "].followers']").fill(many);
  }

  private static List<String> look(Page page) {
    List<String> wrong = new ArrayList<>();
    for (int width : new int[] {1440, 360}) {
      page.setViewportSize(width, 900);
      if (Boolean.TRUE.equals(
          page.evaluate(
              "document.documentElement.scrollWidth > document.documentElement.clientWidth"))) {
        wrong.add(page.url() + " wider than " + width);
      }
      new AxeBuilder(page)
          .setLegacyMode(true)
          .withTags(WCAG)
          .analyze()
          .getViolations()
          .forEach(
              violation ->
                  wrong.add(
                      page.url()
                          + " "
                          + violation.getId()
                          + " "
                          + violation.getNodes().get(0).getHtml()));
    }
    page.setViewportSize(1440, 900);
    return wrong;
  }

  private static FilePayload picture() {
    return new FilePayload("rani.jpg", "image/jpeg", PhoneOffice.jpeg(300, 300));
  }
}
