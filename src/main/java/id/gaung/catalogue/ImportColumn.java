package id.gaung.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of an import file and the names they may have, in Indonesian and English. */
public enum ImportColumn {
  UMKM(true, "umkm", "business", "nama_umkm"),
  KECAMATAN(true, "kecamatan", "district"),
  KELURAHAN(false, "kelurahan", "village"),
  CATEGORY(true, "kategori", "category"),
  PRODUCT(true, "produk", "product", "nama_produk"),
  DESCRIPTION(true, "deskripsi", "description"),
  PRICE(true, "harga_rupiah", "price_rupiah", "harga", "price"),
  NIB(true, "nib"),
  WHATSAPP(true, "no_whatsapp", "whatsapp");

  private final boolean required;
  private final String label;
  private final Pattern names;

  ImportColumn(boolean required, String label, String... others) {
    this.required = required;
    this.label = label;
    this.names =
        Pattern.compile(
            Stream.concat(Stream.of(label), Stream.of(others)).collect(Collectors.joining("|")));
  }

  /** Whether a file must have the column. */
  public boolean isRequired() {
    return required;
  }

  /** The first of its names. */
  public String label() {
    return label;
  }

  /** The column of a header cell, whatever its case; spaces and dashes count as underscores. */
  static Optional<ImportColumn> named(String header) {
    String name =
        Normalizer.normalize(header, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("[\\s_-]+", "_");
    return Arrays.stream(values()).filter(c -> c.names.matcher(name).matches()).findFirst();
  }
}
