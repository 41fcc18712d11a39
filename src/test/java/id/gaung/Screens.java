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
import java.util.List;
import java.util.Optional;

/**
 * Takes a picture of every page that has a drawing, at a desk and on a phone, light and dark, into
 * {@code target/screens/NAME-WIDTH.png} and {@code NAME-WIDTH-dark.png}.
 */
final class Screens {

  private static final Path FOLDER = Path.of("target/screens");

  private Screens() {}

  /**
   * @param args names of pages; none for all
   */
  public static void main(String[] args) throws Exception {
    Files.createDirectories(FOLDER);
    RunningGaung gaung = RunningGaung.get();
    LookPages pages = new LookPages(gaung);
    List<Look> looks = asked(args, pages.all());
    List<Look> first = asked(args, LookPages.ofNewOffice());
    Optional<RunningGaung> fresh =
        first.isEmpty() ? Optional.empty() : Optional.of(RunningGaung.fresh());
    try (Chromium chromium = Chromium.start()) {
      for (int width : new int[] {1440, 360}) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          take(chromium, gaung, pages, looks, width, scheme);
          fresh.ifPresent(
              office -> take(chromium, office, new LookPages(office), first, width, scheme));
        }
      }
    }
    System.exit(0);
  }

  private static List<Look> asked(String[] names, List<Look> all) {
    return all.stream()
        .filter(look -> names.length == 0 || List.of(names).contains(look.name()))
        .toList();
  }

  private static void take(
      Chromium chromium,
      RunningGaung gaung,
      LookPages pages,
      List<Look> looks,
      int width,
      ColorScheme scheme) {
    try (BrowserContext window =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, width < 500 ? 740 : 900)
                    .setColorScheme(scheme))) {
      Page page = window.newPage();
      Optional<DemoPerson> in = Optional.empty();
      for (Look look : looks) {
        if (!look.person().equals(in)) {
          window.clearCookies();
          look.person().ifPresent(person -> pages.enter(page, person));
          in = look.person();
        }
        Response answer = page.navigate(gaung.address() + look.path());
        page.waitForTimeout(200);
        String dark = scheme == ColorScheme.DARK ? "-dark" : "";
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(FOLDER.resolve(look.name() + "-" + width + dark + ".png")));
        System.err.println(answer.status() + " " + look.name() + " " + width + dark);
      }
    }
  }
}
