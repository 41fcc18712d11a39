package id.gaung;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import id.gaung.LookPages.Look;
import id.gaung.demo.DemoPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a picture of every page that has a drawing, at a desk and on a phone, light and dark, into
 * {@code target/screens/NAME-WIDTH.png} and {@code NAME-WIDTH-dark.png}.
 */
final class Screens {

  private static final Path FOLDER = Path.of("target/screens");

  /** Until every picture is there, or five seconds. */
  private static final String LOADED =
      """
      () => Promise.race([
        new Promise((done) => setTimeout(done, 5000)),
        Promise.all([...document.images].filter((image) => !image.complete).map((image) =>
          new Promise((done) => { image.onload = image.onerror = done; }))),
      ])
      """;

  private Screens() {}

  /**
   * @param args names of pages; none for all
   */
  public static void main(String[] args) throws Exception {
    Files.createDirectories(FOLDER);
    List<Round> rounds = rounds(List.of(args));
    try (Chromium chromium = Chromium.start()) {
      for (int width : new int[] {1440, 360}) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          rounds.forEach(round -> take(chromium, round, width, scheme));
        }
      }
    }
    System.exit(0);
  }

  /** Some pages of one office. */
  private record Round(RunningGaung gaung, List<Look> looks) {}

  /** The told story takes its time: it is not told for pages of a new office alone. */
  private static List<Round> rounds(List<String> names) {
    List<Round> rounds = new ArrayList<>();
    List<Look> first = asked(names, LookPages.ofNewOffice());
    if (!first.isEmpty()) {
      rounds.add(new Round(RunningGaung.fresh(), first));
    }
    if (names.isEmpty() || first.size() < names.size()) {
      RunningGaung told = RunningGaung.get();
      rounds.add(new Round(told, asked(names, new LookPages(told).all())));
    }
    return rounds;
  }

  private static List<Look> asked(List<String> names, List<Look> all) {
    return all.stream().filter(look -> names.isEmpty() || names.contains(look.name())).toList();
  }

  private static void take(Chromium chromium, Round round, int width, ColorScheme scheme) {
    RunningGaung gaung = round.gaung();
    LookPages pages = new LookPages(gaung);
    try (BrowserContext window =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height(width))
                    .setColorScheme(scheme))) {
      Page page = window.newPage();
      Optional<DemoPerson> in = Optional.empty();
      for (Look look : round.looks()) {
        if (!look.person().equals(in)) {
          window.clearCookies();
          look.person().ifPresent(person -> pages.enter(page, person));
          in = look.person();
        }
        page.setViewportSize(width, height(width));
        Response answer = page.navigate(gaung.address() + look.path());
        prepare(page, look.name());
        String dark = scheme == ColorScheme.DARK ? "-dark" : "";
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(FOLDER.resolve(look.name() + "-" + width + dark + ".png")));
        System.err.println(answer.status() + " " + look.name() + " " + width + dark);
      }
    }
  }

  private static int height(int width) {
    return width < 500 ? 740 : 900;
  }

  /**
   * The window as high as the page, so that bars lie at its ends as they would while one reads,
   * with every picture loaded and nothing under the pointer.
   */
  private static void prepare(Page page, String name) {
    if (name.equals("invite")) {
      for (int i = 0; i < Math.min(3, page.locator("input[name=creator]").count()); i++) {
        page.locator("input[name=creator]").nth(i).check();
        page.locator("input[name^='title.']").nth(i).fill("Foto produk di etalase");
        page.locator("input[name^='fee.']").nth(i).fill(i == 1 ? "1.200.000" : "750.000");
      }
    }
    page.evaluate("document.activeElement.blur()");
    page.mouse().move(0, 0);
    Object high = page.evaluate("document.documentElement.scrollHeight");
    page.setViewportSize(
        page.viewportSize().width,
        Math.max(page.viewportSize().height, ((Number) high).intValue()));
    page.evaluate(LOADED);
    page.waitForTimeout(200);
  }
}
