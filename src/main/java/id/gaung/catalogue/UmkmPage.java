package id.gaung.catalogue;

import java.util.List;

/** One business and its products. */
public record UmkmPage(Umkm umkm, List<Product> products) {}
