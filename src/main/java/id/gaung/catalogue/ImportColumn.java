package id.gaung.catalogue;

import id.gaung.kernel.Typed;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of an import file and the names they may have, in Indonesian and English. */
public enum ImportColumn {
  UMKM(true, "umkm", "business", "nama_umkm", "nama_usaha", "usaha"),
  KECAMATAN(true, "kecamatan", "district", "nama_kecamatan", "kec"),
  KELURAHAN(
      false,
      "kelurahan",
      "village",
      "desa",
      "desa_kelurahan",
      "kelurahan_desa",
      "nama_kelurahan",
      "kel"),
  CATEGORY(true, "kategori", "category"),
  PRODUCT(true, "produk", "product", "nama_produk"),
  DESCRIPTION(true, "deskripsi", "description"),
  PRICE(true, "harga_rupiah", "price_rupiah", "harga", "price"),
  NIB(true, "nib"),
  WHATSAPP(true, "no_whatsapp", "whatsapp", "nomor_whatsapp", "no_wa", "wa"),
  ACCOUNTS(
      false,
      "akun_medsos",
      "social_accounts",
      "akun_media_sosial",
      "medsos",
      "media_sosial",
      "accounts");

  private final boolean required;
  private final String label;
  private final String english;
  private final Pattern names;

  /**
   * @param others the English one first
   */
  ImportColumn(boolean required, String label, String... others) {
    this.required = required;
    this.label = label;
    this.english = others.length == 0 ? label : others[0];
    this.names =
        Pattern.compile(
            Stream.concat(Stream.of(label), Stream.of(others)).collect(Collectors.joining("|")));
  }

  /** Whether a file must have the column. */
  public boolean isRequired() {
    return required;
  }

  /** Its English name. */
  public String english() {
    return english;
  }

  /** The first of its names. */
  public String label() {
    return label;
  }

  /**
   * The column of a header cell, whatever its case; spaces, dashes, slashes and dots count as
   * underscores.
   */
  static Optional<ImportColumn> named(String header) {
    String name =
        Normalizer.normalize(Typed.clean(header), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_|_$", "");
    return Arrays.stream(values()).filter(c -> c.names.matcher(name).matches()).findFirst();
  }
}
