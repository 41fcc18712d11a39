package id.gaung.catalogue;

/** One product. */
public record ProductPage(Product product, Umkm umkm) {}
