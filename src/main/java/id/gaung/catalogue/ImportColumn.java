package id.gaung.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
  private final List<String> names;

  ImportColumn(boolean required, String... names) {
    this.required = required;
    this.names = List.of(names);
  }

  /** Whether a file must have the column. */
  public boolean isRequired() {
    return required;
  }

  /** The first of its names. */
  public String label() {
    return names.get(0);
  }

  /** The column of a header cell, whatever its case; spaces and dashes count as underscores. */
  static Optional<ImportColumn> named(String header) {
    String name =
        Normalizer.normalize(header, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("[\\s_-]+", "_");
    return Arrays.stream(values()).filter(c -> c.names.contains(name)).findFirst();
  }
}
