package id.gaung.demo;

import id.gaung.creator.CreatorKind;
import id.gaung.creator.Creators.CreateCreator;
import java.util.List;
import java.util.Optional;

/** The creators of the story; none of them exists. */
final class DemoCreators {

  static final List<CreateCreator> CREATORS =
      List.of(
          creator("Dapur Kak Rara", "081234500001", "64.71.01", "Video masak singkat."),
          creator(
              "Jalan Sore Balikpapan", "081234500002", "64.71.06", "Jajanan dan tempat nongkrong."),
          creator("Lensa Manuntung", "081234500003", "64.71.03", "Foto produk dan kriya."),
          creator("Benang dan Cerita", "081234500004", "64.71.04", "Busana dan kain Nusantara."),
          creator("Keluarga Salak", "081234500005", "64.71.03", "Kebun, keluarga, oleh-oleh."),
          new CreateCreator(
              "Warta Kota Minyak (contoh)",
              CreatorKind.MEDIA,
              "081234500006",
              "",
              Optional.of("64.71.06"),
              "Media lokal rekaan untuk latihan."));

  private DemoCreators() {}

  private static CreateCreator creator(
      String name, String whatsapp, String kecamatan, String note) {
    return new CreateCreator(name, CreatorKind.CREATOR, whatsapp, "", Optional.of(kecamatan), note);
  }
}
