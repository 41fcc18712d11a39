package id.gaung;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * What goes out while Gaung is killed: most texts plain, one in ten an odd one that servers of
 * others hide or change, one in ten a neighbour on the same channel of nearly the same words. No
 * two are the same.
 */
final class CrashTexts implements Function<BenchWorld.Named, String> {

  private static final List<String> ODD =
      List.of(
          "Lihat [daftar %s](https://contoh.example/a) dan ![foto](https://contoh.example/b.png)",
          "Halo <script>alert(1)</script> semua %s",
          "Tom &amp; Jerry %s",
          "Foto %s: https://contoh.example/kopi.jpg",
          "> kutipan %s\n\nsatu baris lagi",
          "*Tebal* _miring_ `kode` ~coret~ %s",
          "\u201chttps://contoh.example/kutip\u201d %s",
          "Keluarga \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66 di Manggar %s");

  private static final List<Function<String, String>> NEAR =
      List.of(
          text -> text.toUpperCase(java.util.Locale.ROOT),
          text -> text.replace(" ", "  "),
          text -> "*" + text + "*",
          text -> text.replace("Kopi", "Kopi/"),
          text -> "> " + text,
          text -> text.replace("Kopi", "~Kopi~"));

  private final Random random;
  private final int channels;
  private final String[] plain;

  /**
   * @param channels renditions go to them in turn
   * @param batch how many go out together
   */
  CrashTexts(Random random, int channels, int batch) {
    this.random = random;
    this.channels = channels;
    this.plain = new String[batch];
  }

  @Override
  public String apply(BenchWorld.Named rendition) {
    int number = rendition.number();
    String id = rendition.id().toString();
    plain[number] = "Kopi susu gula aren #UMKMBalikpapan " + id;
    return switch (random.nextInt(10)) {
      case 0 -> ODD.get(random.nextInt(ODD.size())).formatted(id);
      case 1 ->
          number < channels
              ? plain[number]
              : NEAR.get(random.nextInt(NEAR.size())).apply(plain[number - channels]);
      default -> plain[number];
    };
  }
}
