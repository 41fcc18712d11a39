package id.gaung.catalogue;

import id.gaung.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A business to be entered or changed.
 *
 * @param umkm the one that is changed, as it is now
 */
public record UmkmEditor(
    Form form, Optional<Umkm> umkm, Map<String, String> kecamatan, Map<String, String> kelurahan) {

  static UmkmEditor of(Form form, Optional<Umkm> umkm, Territory territory) {
    Map<String, String> districts = territory.kecamatanNames();
    Map<String, String> villages = new LinkedHashMap<>();
    territory
        .kelurahan()
        .forEach(
            k ->
                villages.put(
                    Integer.toString(k.id()),
                    k.name() + " (" + districts.getOrDefault(k.kecamatanCode(), "") + ")"));
    return new UmkmEditor(form, umkm, districts, villages);
  }

  /** What is in a row of the form; an empty text where there is none. */
  public String network(int row) {
    return part(row, 0);
  }

  public String handle(int row) {
    return part(row, 1);
  }

  private String part(int row, int at) {
    List<String> accounts = form.values("accounts");
    if (row > accounts.size()) {
      return "";
    }
    String[] parts = accounts.get(row - 1).split("/", 2);
    return parts.length > at ? parts[at] : "";
  }

  /** One row more than are filled. */
  public int rows() {
    return Math.min(UmkmAccount.MOST, Math.max(2, form.values("accounts").size() + 1));
  }

  public String action() {
    return umkm.map(u -> "/umkm/" + u.id()).orElse("/umkm");
  }
}
