package id.gaung;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.gaung.demo.DemoPerson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A creator sends a video from the phone, by the link alone; staff look at it where they review.
 */
@Tag("database")
class FilmFromPhoneIT {

  private final RunningGaung gaung = RunningGaung.get();
  private final PhoneOffice office = new PhoneOffice(gaung);

  @Test
  void a_video_goes_from_the_phone_into_the_review() {
    PhoneOffice.Accepted work = office.accepted("Kreator Berfilm");
    try (Chromium chromium = Chromium.start();
        BrowserContext phone = window(chromium, 360);
        BrowserContext desk = window(chromium, 1440)) {
      Page page = phone.newPage();
      page.navigate(work.address());
      page.locator("#f-caption").fill("Kedai pagi di Klandasan, datang sebelum jam delapan.");
      page.locator("[data-slot] input[type=file]")
          .first()
          .setInputFiles(new FilePayload("kedai.mp4", "video/mp4", LibraryIT.film()));
      assertThat(page.locator("[data-slot] [data-state]").first()).hasText("Sudah diunggah");
      page.locator("[data-slot] textarea").first().fill("Cangkir yang terisi");
      // The page is left and comes back with its video, which is alone in its draft.
      page.reload();
      assertThat(page.locator("[data-film]").first()).hasJSProperty("videoWidth", 180);
      assertThat(page.locator("[data-slot]:visible")).hasCount(1);
      page.locator("[data-send]").click();
      assertThat(page.locator("[data-focus]")).containsText("Draf terkirim");
      assertThat(office.drafts(work).get(0).video()).isPresent();

      Page staff = desk.newPage();
      staff.navigate(gaung.address() + "/practice");
      staff.locator("form:has(input[value=" + DemoPerson.STAFF + "]) button").click();
      staff.navigate(gaung.address() + "/deliverables/" + work.deliverable());
      assertThat(staff.locator(".stage video").first()).hasJSProperty("videoWidth", 180);
    }
  }

  private static BrowserContext window(Chromium chromium, int width) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions().setViewportSize(width, width < 500 ? 740 : 900));
  }
}
