package id.gaung.demo;

import id.gaung.creator.CreatorAccount.FollowerSource;
import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.creator.CreatorKind;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.SocialNetwork;
import java.util.List;
import java.util.Optional;

/** The creators of the story; none of them exists. */
final class DemoCreators {

  static final List<CreateCreator> CREATORS =
      List.of(
          creator("Dapur Kak Rara", "081234500001", "64.71.01", "Video masak singkat.")
              .with(
                  List.of(
                      seen(SocialNetwork.INSTAGRAM, "dapur.rara.contoh", 18_400),
                      seen(SocialNetwork.TIKTOK, "dapur.rara.contoh", 22_000))),
          creator(
                  "Jalan Sore Balikpapan",
                  "081234500002",
                  "64.71.06",
                  "Jajanan dan tempat nongkrong.")
              .with(
                  List.of(
                      seen(SocialNetwork.INSTAGRAM, "jalansore.contoh", 31_200),
                      said(SocialNetwork.YOUTUBE, "JalanSoreContoh", 3_400))),
          creator("Lensa Manuntung", "081234500003", "64.71.03", "Foto produk dan kriya.")
              .with(List.of(seen(SocialNetwork.INSTAGRAM, "lensa.contoh", 9_600))),
          creator("Benang dan Cerita", "081234500004", "64.71.04", "Busana dan kain Nusantara.")
              .with(
                  List.of(
                      said(SocialNetwork.FACEBOOK, "benang.cerita.contoh", 12_800),
                      unknown(SocialNetwork.THREADS, "benang.contoh"))),
          creator("Keluarga Salak", "081234500005", "64.71.03", "Kebun, keluarga, oleh-oleh."),
          new CreateCreator(
                  "Warta Kota Minyak (contoh)",
                  CreatorKind.MEDIA,
                  "081234500006",
                  "",
                  Optional.of("64.71.06"),
                  "Media lokal rekaan untuk latihan.")
              .with(List.of(seen(SocialNetwork.INSTAGRAM, "wartakota.contoh", 26_300))));

  private DemoCreators() {}

  private static CreateCreator creator(
      String name, String whatsapp, String kecamatan, String note) {
    return new CreateCreator(name, CreatorKind.CREATOR, whatsapp, "", Optional.of(kecamatan), note);
  }

  private static AccountEntry seen(SocialNetwork network, String handle, long followers) {
    return entry(network, handle, Optional.of(followers), FollowerSource.STAFF);
  }

  private static AccountEntry said(SocialNetwork network, String handle, long followers) {
    return entry(network, handle, Optional.of(followers), FollowerSource.CREATOR);
  }

  private static AccountEntry unknown(SocialNetwork network, String handle) {
    return entry(network, handle, Optional.empty(), FollowerSource.STAFF);
  }

  private static AccountEntry entry(
      SocialNetwork network, String handle, Optional<Long> followers, FollowerSource source) {
    return new AccountEntry(network, handle, followers, Optional.empty(), Optional.of(source));
  }
}
