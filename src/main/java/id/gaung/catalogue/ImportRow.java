package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Whatsapp;
import java.util.Optional;

/** A row of an import file that can be taken. An empty description says nothing about it. */
record ImportRow(
    long line,
    Nib nib,
    String umkm,
    String kecamatanCode,
    Optional<Integer> kelurahanId,
    Optional<Whatsapp> whatsapp,
    String product,
    String category,
    String description,
    Rupiah price) {

  /** What tells products apart: the business and the product's name, however it is written. */
  String key() {
    return nib.digits() + "/" + Names.key(product);
  }
}
