package id.gaung.catalogue;

import id.gaung.kernel.Problem;
import id.gaung.web.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A business to be entered or changed.
 *
 * @param umkm the one that is changed, as it is now
 */
public record UmkmFormPage(
    Form form, Optional<Umkm> umkm, Map<String, String> kecamatan, Map<String, String> kelurahan) {

  static UmkmFormPage of(Form form, Optional<Umkm> umkm, Territory territory) {
    Map<String, String> districts = territory.kecamatanNames();
    Map<String, String> villages = new LinkedHashMap<>();
    territory
        .kelurahan()
        .forEach(
            k ->
                villages.put(
                    Integer.toString(k.id()),
                    k.name() + " (" + districts.getOrDefault(k.kecamatanCode(), "") + ")"));
    return new UmkmFormPage(form, umkm, districts, villages);
  }

  public String action() {
    return umkm.map(u -> "/umkm/" + u.id()).orElse("/umkm");
  }

  /** Somebody was faster: what they saved is shown beside what was typed. */
  public boolean isStale() {
    return form.refusal().filter(Problem::isStale).isPresent();
  }
}
