package id.gaung.demo;

import java.util.List;
import java.util.Locale;

/** What the creators of the story write: short enough for every network. */
final class Captions {

  private static final List<String> OPENINGS =
      List.of(
          "Sudah coba %s? Enaknya bikin kangen rumah.",
          "Akhir pekan paling pas ditemani %s.",
          "Dari tangan tetangga kita sendiri: %s.",
          "Bawa pulang cerita Balikpapan lewat %s.",
          "Satu lagi kebanggaan kota: %s.",
          "Kalau mampir ke Balikpapan, jangan pulang tanpa %s.");

  private Captions() {}

  /**
   * @param signature whose story it is and of which day; makes each caption one of its kind
   */
  static String of(String product, String umkm, int number, String signature) {
    String opening = OPENINGS.get(Math.floorMod(number, OPENINGS.size()));
    return DemoOffice.OFFICE.adLine()
        + ".\n"
        + opening.formatted(product.toLowerCase(Locale.ROOT))
        + " Buatan "
        + umkm
        + ".\n"
        + signature
        + " #UMKMBalikpapan #BanggaBuatanLokal";
  }

  static String altText(String product) {
    return "Foto " + product.toLowerCase(Locale.ROOT) + " di atas meja kayu";
  }
}
