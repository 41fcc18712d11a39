package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import java.util.Optional;

/** A price in a file: read as {@link Rupiah#parse} reads what people type. */
final class PriceCell {

  private PriceCell() {}

  /** The price; empty if it is none, not above zero, or beyond any product of ours. */
  static Optional<Rupiah> parse(String cell) {
    return Rupiah.parse(cell)
        .filter(Rupiah::isPositive)
        .filter(price -> price.compareTo(Products.HIGHEST_PRICE) <= 0);
  }
}
