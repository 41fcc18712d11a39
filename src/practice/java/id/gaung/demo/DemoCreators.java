package id.gaung.demo;

import id.gaung.creator.CreatorAccount.FollowerSource;
import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.creator.CreatorKind;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.Network;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The creators of the story; none of them exists. Their accounts stand in a file of their own. */
final class DemoCreators {

  private static final String ACCOUNTS = "/demo/creator-accounts.csv";

  private DemoCreators() {}

  static List<CreateCreator> all() {
    List<String[]> accounts = accounts();
    return List.of(
            creator("Dapur Kak Rara", "081234500001", "64.71.01", "Video masak singkat."),
            creator(
                "Jalan Sore Balikpapan",
                "081234500002",
                "64.71.06",
                "Jajanan dan tempat nongkrong."),
            creator("Lensa Manuntung", "081234500003", "64.71.03", "Foto produk dan kriya."),
            creator("Benang dan Cerita", "081234500004", "64.71.04", "Busana dan kain Nusantara."),
            creator("Keluarga Salak", "081234500005", "64.71.03", "Kebun, keluarga, oleh-oleh."),
            new CreateCreator(
                "Warta Kota Minyak (contoh)",
                CreatorKind.MEDIA,
                "081234500006",
                "",
                Optional.of("64.71.06"),
                "Media lokal rekaan untuk latihan."))
        .stream()
        .map(creator -> creator.with(of(creator.whatsapp(), accounts)))
        .toList();
  }

  private static CreateCreator creator(
      String name, String whatsapp, String kecamatan, String note) {
    return new CreateCreator(name, CreatorKind.CREATOR, whatsapp, "", Optional.of(kecamatan), note);
  }

  private static List<AccountEntry> of(String whatsapp, List<String[]> accounts) {
    return accounts.stream()
        .filter(line -> line[0].equals(whatsapp))
        .map(line -> entry(line[1], line[2], FollowerSource.valueOf(line[3])))
        .toList();
  }

  private static AccountEntry entry(String account, String followers, FollowerSource source) {
    int slash = account.indexOf('/');
    return new AccountEntry(
        Network.ofPath(account.substring(0, slash)).orElseThrow(),
        account.substring(slash + 1),
        Optional.of(followers).filter(count -> !count.isEmpty()).map(Long::valueOf),
        Optional.empty(),
        Optional.of(source));
  }

  private static List<String[]> accounts() {
    try (InputStream file = DemoCreators.class.getResourceAsStream(ACCOUNTS)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(";", -1))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
