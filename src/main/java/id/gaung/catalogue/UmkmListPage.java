package id.gaung.catalogue;

import id.gaung.kernel.Page;
import java.util.Map;

/** The businesses. */
public record UmkmListPage(
    Page<Umkm> rows,
    String search,
    String kecamatan,
    Map<String, String> kecamatanNames,
    String href) {}
