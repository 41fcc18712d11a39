package id.gaung.demo;

import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.publishing.FoundPost;
import id.gaung.publishing.FoundPosts.LinkFound;
import id.gaung.sandbox.AppPosts;
import id.gaung.sandbox.PracticeServer;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * What colleagues put out in the networks' own apps, without a plan. Gaung finds it by itself; the
 * first is linked to a campaign and a product within two days, the second waits for somebody.
 */
final class PostsBeside {

  private static final String CAMPAIGN = "Kriya Balikpapan Akhir Tahun";
  private static final String SHOWN = "Keranjang rotan kecil";

  private static final String AT_THE_FAIR =
      "Perajin rotan memamerkan keranjang kecilnya di bazar kecamatan hari ini. Mampir, ya!"
          + " #UMKMBalikpapan";

  private static final String BEHIND_THE_SCENES =
      "Di balik layar pemotretan produk pekan ini. Terima kasih, adik-adik magang!";

  private final DemoOffice office;
  private final DemoActors people;
  private final DemoStage stage;
  private final StoryTime time;

  PostsBeside(DemoOffice office, DemoActors people, DemoStage stage, StoryTime time) {
    this.office = office;
    this.people = people;
    this.stage = stage;
    this.time = time;
  }

  /**
   * @param last the week in which the story ends; both come out in the one before
   */
  void tell(Week last) {
    Instant fair = Wita.instant(last.monday().minusDays(5).atTime(LocalTime.of(13, 20)));
    Instant scenes = Wita.instant(last.monday().minusDays(3).atTime(LocalTime.of(16, 5)));
    time.at(fair, () -> post(0, AT_THE_FAIR));
    time.at(Wita.instant(last.monday().minusDays(3).atTime(LocalTime.of(9, 40))), this::link);
    time.at(scenes, () -> post(1, BEHIND_THE_SCENES));
  }

  private void post(int number, String text) {
    List<DemoAccount> read =
        stage.accounts().automatic().stream()
            .filter(Mishaps::isRead)
            .filter(one -> PracticeServer.of(one.network()).chosen().isPresent())
            .toList();
    DemoAccount account = read.get(number % read.size());
    byte[] photo = stage.picture(stage.product(SHOWN), 1);
    AppPosts.Shown unused = office.apps().post(account.network(), account.handle(), text, photo);
  }

  private void link() {
    UUID product = stage.product(SHOWN).id();
    office.publishing().found().page(true, 1).rows().stream()
        .filter(post -> post.text().equals(AT_THE_FAIR))
        .map(FoundPost::id)
        .map(office.publishing().found()::get)
        .forEach(
            post ->
                office
                    .publishing()
                    .found()
                    .link(
                        people.staff(),
                        post.id(),
                        new LinkFound(stage.campaign(CAMPAIGN), List.of(product), post.version())));
  }
}
