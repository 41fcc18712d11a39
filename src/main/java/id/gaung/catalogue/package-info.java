/**
 * Who makes what where: the city's territory, its small businesses (UMKM), their products, and the
 * import of both from a file. Alone writes {@code kecamatan}, {@code kelurahan} (by migration
 * only), {@code umkm}, {@code umkm_account}, {@code product} and {@code catalogue_import}. Uses
 * kernel, db, web, audit, jobs and media.
 */
@NullMarked
package id.gaung.catalogue;

import org.jspecify.annotations.NullMarked;
