package id.gaung.creator;

import id.gaung.kernel.Page;

/** The directory. */
public record CreatorListPage(Page<Creator> rows, String search, String href) {}
