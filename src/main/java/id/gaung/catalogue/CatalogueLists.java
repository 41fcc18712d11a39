package id.gaung.catalogue;

import id.gaung.audit.Foundation;
import id.gaung.catalogue.CatalogueListDao.Asked;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Whatsapp;
import id.gaung.kernel.Wita;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The catalogue's lists as staff look through them. */
public final class CatalogueLists {

  /** A price that everybody can pay, in rupiah; products below it can be asked for. */
  public static final long CHEAP = 50_000;

  private final CatalogueListDao dao;
  private final Clock clock;

  CatalogueLists(Foundation on) {
    this.dao = on.jdbi().onDemand(CatalogueListDao.class);
    this.clock = on.clock();
  }

  /** In which order a list stands. */
  public enum Sort {
    /** What was never shown first, then what was shown longest ago. */
    UNSHOWN,
    NAME,
    PRICE
  }

  /**
   * What of a list is to be seen.
   *
   * @param search a part of a name; empty for all
   * @param kecamatan its code; empty for all
   * @param unshown only what was never shown
   * @param bare only products without a photo, or businesses without a number
   * @param cheap only products below {@link #CHEAP}
   */
  public record Filter(
      String search, String kecamatan, Sort sort, boolean unshown, boolean bare, boolean cheap) {

    static Filter read(
        String search,
        String kecamatan,
        String sort,
        boolean unshown,
        boolean bare,
        boolean cheap) {
      Sort by =
          Arrays.stream(Sort.values())
              .filter(s -> s.name().equals(sort))
              .findFirst()
              .orElse(Sort.UNSHOWN);
      return new Filter(search, kecamatan, by, unshown, bare, cheap);
    }

    public boolean isEmpty() {
      return search.isBlank() && kecamatan.isBlank() && !unshown && !bare && !cheap;
    }

    public Filter unshown(boolean only) {
      return new Filter(search, kecamatan, sort, only, bare, cheap);
    }

    public Filter bare(boolean only) {
      return new Filter(search, kecamatan, sort, unshown, only, cheap);
    }

    public Filter cheap(boolean only) {
      return new Filter(search, kecamatan, sort, unshown, bare, only);
    }

    /** The address of the list with this filter, to which a page may be added. */
    public String href(String list) {
      return list
          + "?q="
          + URLEncoder.encode(search, StandardCharsets.UTF_8)
          + "&kecamatan="
          + URLEncoder.encode(kecamatan, StandardCharsets.UTF_8)
          + "&sort="
          + sort
          + (unshown ? "&unshown=true" : "")
          + (bare ? "&bare=true" : "")
          + (cheap ? "&cheap=true" : "")
          + "&";
    }
  }

  Page<ListedProduct> products(Filter filter, int page) {
    PageRequest asked = PageRequest.of(page);
    List<ListedProduct> rows = dao.products(asked(filter, asked));
    return asked.page(rows, rows.isEmpty() ? 0 : rows.get(0).total());
  }

  ProductTally productTally() {
    return dao.productTally(CHEAP);
  }

  Page<ListedUmkm> umkm(Filter filter, int page) {
    PageRequest asked = PageRequest.of(page);
    List<ListedUmkm> rows = dao.umkm(asked(filter, asked));
    return asked.page(rows, rows.isEmpty() ? 0 : rows.get(0).total());
  }

  UmkmTally umkmTally() {
    return dao.umkmTally();
  }

  Shown shown(UUID productId) {
    return dao.shown(productId);
  }

  private Asked asked(Filter filter, PageRequest page) {
    Instant year = Wita.startOf(Wita.date(clock.instant()).withDayOfYear(1));
    return new Asked(
        Names.anywhere(filter.search()),
        filter.kecamatan(),
        filter.sort().name(),
        filter.unshown(),
        filter.bare(),
        filter.cheap() ? CHEAP : 0,
        year,
        page.size(),
        page.offset());
  }

  /**
   * A product in the list.
   *
   * @param lastShownAt when a post that shows it last came out
   * @param shownThisYear how many posts did since the year began
   * @param total of the whole list
   */
  public record ListedProduct(
      UUID id,
      String name,
      String category,
      UUID umkmId,
      String umkmName,
      String kecamatanName,
      Rupiah price,
      Optional<UUID> photoId,
      Optional<Instant> lastShownAt,
      long shownThisYear,
      long total) {}

  /** How many products there are, and how many of them need something. */
  public record ProductTally(long products, long unshown, long photoless, long cheap, long umkm) {}

  /**
   * A business in the list.
   *
   * @param categories of its products, in the order of the alphabet; empty without any
   * @param photoId of its first product that has one
   * @param total of the whole list
   */
  public record ListedUmkm(
      UUID id,
      String name,
      String kecamatanName,
      Optional<String> kelurahanName,
      Optional<Whatsapp> whatsapp,
      long products,
      Optional<String> categories,
      Optional<UUID> photoId,
      Optional<Instant> lastShownAt,
      long total) {}

  /** How many businesses there are, and how many of them need something. */
  public record UmkmTally(long umkm, long kecamatan, long unshown, long phoneless, long products) {}

  /** When one product was last out, and in how many posts. */
  public record Shown(Optional<Instant> lastShownAt, long posts) {}
}
