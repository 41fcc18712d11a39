package id.gaung.demo;

import java.util.List;

/**
 * A campaign of the story.
 *
 * @param firstWeek its first week, counted from the story's first
 * @param weeks how long it runs
 * @param budget in rupiah
 * @param products by name, as in the imported file
 * @param creators by their number in {@link DemoCreators}
 * @param hours at which its posts go out, WITA
 */
record PlannedCampaign(
    String name,
    String goal,
    int firstWeek,
    int weeks,
    long budget,
    List<String> products,
    List<Integer> creators,
    List<Integer> hours) {

  static final List<PlannedCampaign> ALL =
      List.of(
          new PlannedCampaign(
              "Rasa Pesisir Balikpapan",
              "Mengenalkan olahan kepiting dan mantau kepada warga kota dan tamu akhir pekan.",
              1,
              3,
              12_000_000,
              List.of("Abon kepiting 100 g", "Peyek kepiting 150 g", "Mantau goreng isi 10"),
              List.of(0, 1),
              List.of(9, 17)),
          new PlannedCampaign(
              "Batik Mangrove untuk Hari Batik",
              "Menunjukkan motif khas Balikpapan dan tempat membelinya.",
              2,
              3,
              15_000_000,
              List.of("Kain batik motif akar mangrove", "Kemeja batik motif beruang madu"),
              List.of(2, 3),
              List.of(12, 19)),
          new PlannedCampaign(
              "Oleh-oleh Salak dan Naga",
              "Menjadikan olahan salak dan buah naga pilihan oleh-oleh dari Balikpapan.",
              4,
              3,
              9_500_000,
              List.of("Dodol salak 250 g", "Sirup salak 500 ml", "Sambal buah naga 200 g"),
              List.of(1, 4),
              List.of(10, 16)),
          new PlannedCampaign(
              "Kriya Balikpapan Akhir Tahun",
              "Mengajak warga memilih kriya lokal sebagai hadiah akhir tahun.",
              6,
              6,
              14_000_000,
              List.of(
                  "Keranjang rotan kecil", "Tas rajut katun", "Kemeja batik motif beruang madu"),
              List.of(3, 5),
              List.of(11, 18)),
          new PlannedCampaign(
              "Jajan Pagi Balikpapan",
              "Mengangkat bingka, mie singkong, dan kopi dari empat kecamatan.",
              7,
              5,
              12_000_000,
              List.of(
                  "Bingka kentang loyang sedang",
                  "Mie singkong 4 porsi",
                  "Kopi susu gula aren 250 ml",
                  "Keripik tempe 200 g"),
              List.of(0, 2),
              List.of(7, 8)));
}
