package id.gaung.catalogue;

import id.gaung.kernel.Page;

/** The files that were uploaded. */
public record ImportListPage(Page<StoredImport> rows) {}
