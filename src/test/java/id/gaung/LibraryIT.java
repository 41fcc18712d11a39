package id.gaung;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import id.gaung.demo.DemoPerson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The media library in a real browser: what its scripts do, and what a cut line does to them. */
@Tag("database")
class LibraryIT {

  private static final int LARGE = 20 << 20;
  private static final int BYTES_A_SECOND = 8 << 20;

  /** Every request that tells its progress can be cut off in the middle. */
  private static final String LINES =
      """
      window.lines = [];
      const { open } = XMLHttpRequest.prototype;
      XMLHttpRequest.prototype.open = function opened(...how) { lines.push(this); open.apply(this, how); };
      """;

  @TempDir Path folder;
  private static final RunningGaung GAUNG = RunningGaung.fresh();
  private final List<String> console = new ArrayList<>();
  private Chromium chromium;
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void open() {
    chromium = Chromium.start();
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(1440, 900)
                    .setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    page.onConsoleMessage(m -> console.add(m.text()));
    page.navigate(GAUNG.address() + "/practice");
    page.locator("form:has(input[value=" + DemoPerson.STAFF + "]) button").click();
    page.navigate(GAUNG.address() + "/library");
  }

  @AfterEach
  void close() {
    assertThat(console).noneMatch(line -> line.contains("Content Security Policy"));
    chromium.close();
  }

  /** Two seconds of 180 by 320 pixels; each half second has a colour of its own. */
  static byte[] film() {
    try (InputStream file = LibraryIT.class.getResourceAsStream("/media/kedai.mp4")) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The same with more in its last box, as a longer film has. */
  private static byte[] large() {
    byte[] film = film();
    byte[] more = new byte[LARGE];
    new Random().nextBytes(more);
    byte[] large = Arrays.copyOf(film, film.length + more.length);
    System.arraycopy(more, 0, large, film.length, more.length);
    int at = 0;
    while (at + ByteBuffer.wrap(film).getInt(at) < film.length) {
      at += ByteBuffer.wrap(film).getInt(at);
    }
    ByteBuffer.wrap(large).putInt(at, large.length - at);
    return large;
  }

  private void slow() {
    CDPSession line = context.newCDPSession(page);
    JsonObject how = new JsonObject();
    how.addProperty("offline", false);
    how.addProperty("latency", 1);
    how.addProperty("downloadThroughput", -1);
    how.addProperty("uploadThroughput", BYTES_A_SECOND);
    line.send("Network.enable");
    line.send("Network.emulateNetworkConditions", how);
  }

  private void choose(Path file) {
    page.locator("#f-file").setInputFiles(file);
  }

  /** Looked for with every picture the browser draws: an assertion's steps are longer than that. */
  private void came(String percents) {
    page.waitForFunction(
        "asked => new RegExp('^' + asked)"
            + ".test(document.querySelector('[data-numbers]').textContent)",
        percents);
  }

  /** The line is cut in the middle of a part, then the page is left; what had come is kept. */
  @Test
  void a_film_goes_on_where_the_server_has_come_to() throws IOException {
    byte[] film = large();
    Path file = Files.write(folder.resolve("panjang.mp4"), film);
    List<Long> offsets = new ArrayList<>();
    page.addInitScript(LINES);
    page.reload();
    page.onRequest(request -> offset(request, offsets));
    slow();
    choose(file);
    came("[1-3]\\d %");
    page.evaluate("lines.at(-1).abort()");
    assertThat(page.locator("[data-state=broken]")).isVisible();
    assertThat(page.locator("[data-numbers]")).containsText("tidak mengulang");
    came("[6-8]\\d %");
    assertThat(offsets.get(0)).isZero();
    assertThat(offsets.get(1)).isPositive();
    page.onceDialog(com.microsoft.playwright.Dialog::accept);
    page.reload();
    offsets.clear();
    choose(file);
    assertThat(page.locator("[data-state=done]")).isVisible();
    assertThat(offsets.get(0)).isGreaterThan(LARGE / 3);
    String item = page.locator("[data-open]").getAttribute("href");
    byte[] kept = page.request().get(GAUNG.address() + item + "/file").body();
    assertThat(Arrays.equals(kept, film)).as("the same bytes").isTrue();
  }

  private static void offset(Request request, List<Long> offsets) {
    if (request.method().equals("PATCH")) {
      offsets.add(Long.parseLong(request.headers().get("upload-offset")));
    }
  }

  @Test
  void a_cover_is_taken_out_of_the_film_and_then_cannot_be_deleted() {
    page.locator("#f-file").setInputFiles(new FilePayload("kedai.mp4", "video/mp4", film()));
    assertThat(page.locator("[data-state=done]")).isVisible();
    assertThat(page.locator("main .shot").first()).containsText("kedai.mp4");
    page.locator("[data-open]").click();
    String film = page.url();
    assertThat(page.locator("[data-video]")).hasJSProperty("videoWidth", 180);
    page.locator("[data-scrub]").fill("1.2");
    page.locator("[data-still] button").click();
    assertThat(page.locator("#cover img.pic").first()).isVisible();
    Object colour =
        page.evaluate(
            """
            async () => {
              const seen = document.querySelector('#cover img');
              await seen.decode();
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [seen.naturalWidth, seen.naturalHeight];
              const pen = canvas.getContext('2d');
              pen.drawImage(seen, 0, 0);
              const [r, g, b] = pen.getImageData(3, 3, 1, 1).data;
              return r > 200 && g > 130 && g < 190 && b < 110 ? 'amber' : [r, g, b].join();
            }
            """);
    assertThat(colour).isEqualTo("amber");
    assertThat(violations()).isEmpty();

    // A photo of which another page says that nothing shows it becomes the cover meanwhile.
    page.navigate(GAUNG.address() + "/library");
    page.locator("#f-file")
        .setInputFiles(new FilePayload("sampul.jpg", "image/jpeg", PhoneOffice.jpeg(300, 200)));
    page.locator("[data-open]").click();
    Page other = context.newPage();
    other.navigate(film + "?photos=sampul#cover");
    other.locator("#cover button.shot").first().click();
    assertThat(other.locator("main [role=status].toast")).isVisible();
    page.locator("[popovertarget=gone]").first().click();
    page.locator("#gone .btn.danger").click();
    assertThat(page.locator("main [role=alert]")).containsText("kedai.mp4");
    assertThat(page.locator("main .rows a")).hasAttribute("href", Pattern.compile("/library/.*"));
  }

  @Test
  void a_photo_is_described_licensed_and_cut_as_a_person_wants() {
    page.locator("#f-file")
        .setInputFiles(new FilePayload("pisang.jpg", "image/jpeg", PhoneOffice.jpeg(600, 400)));
    page.locator("[data-open]").click();
    page.locator("#f-title").fill("Pisang gapit");
    page.locator("#f-altText").fill("Pisang bakar di atas daun");
    page.locator("#f-licenceEnds").fill("31/12/2027");
    page.locator("main aside .main-act").click();
    assertThat(page.locator("h1")).hasText("Pisang gapit");
    assertThat(page.locator(".over .state")).containsText("31 Des");
    page.locator("details:has(#c11-s) summary").click();
    page.locator("#c11-l").fill("0");
    assertThat(page.locator("[data-seen='1:1']")).hasAttribute("viewBox", "0 0 400 400");
    page.locator("form:has(#c11-s) .btn").first().click();
    assertThat(page.locator("figure:has([data-seen='1:1'])")).containsText("dipilih");
    UUID id = UUID.fromString(page.url().replaceAll(".*/library/([0-9a-f-]{36}).*", "$1"));
    double left =
        GAUNG
            .gaung()
            .foundation()
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select x from media_crop where photo_id = :id")
                        .bind("id", id)
                        .mapTo(Double.class)
                        .one());
    assertThat(left).isZero();
    assertThat(violations()).isEmpty();
  }

  /** Several at once are dropped; what is nothing that is taken is said beside its name. */
  @Test
  void dropped_files_are_taken_or_refused_in_plain_words() {
    page.setViewportSize(360, 740);
    page.evaluate(
        """
        (photo) => {
          const files = new DataTransfer();
          files.items.add(new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg'));
          files.items.add(new File([Uint8Array.from(atob(photo), (c) => c.charCodeAt(0))], 'b.jpg'));
          files.items.add(new File(['<html>'], 'a-long-name-without-a-space-'.repeat(5) + '.jpg'));
          document.querySelector('main').dispatchEvent(
            new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
        }
        """,
        java.util.Base64.getEncoder().encodeToString(PhoneOffice.jpeg(80, 60)));
    assertThat(page.locator("[data-list] > li")).hasCount(3);
    assertThat(page.locator("[data-state=failed]:visible")).hasCount(2);
    assertThat(page.locator("[data-state=done]:visible")).hasCount(1);
    assertThat(page.locator("[data-why]").first()).containsText("bukan foto atau video");
    assertThat(page.locator("[data-sum]")).hasText("1 dari 3 selesai");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(violations()).isEmpty();
    page.locator("[data-cancel]:visible").first().click();
    assertThat(page.locator("[data-list] > li")).hasCount(2);
  }

  private List<String> violations() {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      new AxeBuilder(page)
          .setLegacyMode(true)
          .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
          .analyze()
          .getViolations()
          .forEach(v -> found.add(v.getId() + " " + v.getNodes().get(0).getHtml()));
    }
    return found;
  }
}
