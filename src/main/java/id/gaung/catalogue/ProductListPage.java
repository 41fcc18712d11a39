package id.gaung.catalogue;

import id.gaung.kernel.Page;

/** The products. */
public record ProductListPage(Page<ProductSummary> rows, String search, String href) {}
