package id.gaung.catalogue;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * The city's 6 kecamatan and 34 kelurahan (Kepmendagri 300.2.2-2430/2025). They change by law and
 * migration only, so they are read once. Thread-safe.
 */
public final class Territory {

  private final TerritoryDao dao;
  private volatile @Nullable Known known;

  public Territory(Jdbi jdbi) {
    this.dao = jdbi.onDemand(TerritoryDao.class);
  }

  /** In the order of their codes. */
  public List<Kecamatan> kecamatan() {
    return known().kecamatan();
  }

  /** By kecamatan and name. */
  public List<Kelurahan> kelurahan() {
    return known().kelurahan();
  }

  public Optional<Kecamatan> kecamatan(String code) {
    return kecamatan().stream().filter(k -> k.code().equals(code)).findFirst();
  }

  public Optional<Kelurahan> kelurahan(int id) {
    return kelurahan().stream().filter(k -> k.id() == id).findFirst();
  }

  /** Code to name, for choosing from. */
  public Map<String, String> kecamatanNames() {
    Map<String, String> names = new LinkedHashMap<>();
    kecamatan().forEach(k -> names.put(k.code(), k.name()));
    return names;
  }

  /**
   * Finds a district as people write it: with the town's name before it or without, as {@code Kec.
   * Timur} or {@code timur}, or by its code.
   */
  public Optional<Kecamatan> kecamatanNamed(String written) {
    return Optional.ofNullable(known().districts().get(folded(written, "kecamatan", "kec")));
  }

  /** Finds a village as people write it: {@code Margomulyo}, {@code Kel. Margo Mulyo}. */
  public Optional<Kelurahan> kelurahanNamed(String written) {
    return Optional.ofNullable(known().villages().get(folded(written, "kelurahan", "kel")));
  }

  private Known known() {
    Known loaded = known;
    if (loaded == null) {
      loaded = Known.of(dao.kecamatan(), dao.kelurahan());
      known = loaded;
    }
    return loaded;
  }

  /** Older lists write the villages in one word (Margomulyo, Sungainangka): spaces do not count. */
  private static String folded(String written, String... titles) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    for (String title : titles) {
      plain = plain.replaceFirst("^\\s*" + title + "(?![a-z])\\.?", "");
    }
    return plain.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private record Known(
      List<Kecamatan> kecamatan,
      List<Kelurahan> kelurahan,
      Map<String, Kecamatan> districts,
      Map<String, Kelurahan> villages) {

    static Known of(List<Kecamatan> kecamatan, List<Kelurahan> kelurahan) {
      Map<String, Kecamatan> districts = new LinkedHashMap<>();
      int town = town(kecamatan.stream().map(Kecamatan::name).toList());
      for (Kecamatan k : kecamatan) {
        districts.put(folded(k.code()), k);
        districts.put(folded(k.name()), k);
        districts.put(folded(k.name().substring(town)), k);
      }
      Map<String, Kelurahan> villages = new LinkedHashMap<>();
      for (Kelurahan k : kelurahan) {
        villages.put(folded(k.name()), k);
        // Sumber Rejo in one word loses an r: Sumberejo.
        villages.put(folded(k.name().replace("r R", "r")), k);
      }
      return new Known(
          List.copyOf(kecamatan),
          List.copyOf(kelurahan),
          Map.copyOf(districts),
          Map.copyOf(villages));
    }

    /** Length of the word with which all names begin, the town's own; 0 if they have none. */
    private static int town(List<String> names) {
      String first = names.isEmpty() ? "" : names.get(0);
      int end = first.indexOf(' ') + 1;
      return names.stream().allMatch(name -> name.startsWith(first.substring(0, end))) ? end : 0;
    }
  }

  interface TerritoryDao {

    @SqlQuery("select * from kecamatan order by code")
    List<Kecamatan> kecamatan();

    @SqlQuery("select * from kelurahan order by kecamatan_code, name")
    List<Kelurahan> kelurahan();
  }
}
