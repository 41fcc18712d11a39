package id.gaung.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an import did.
 *
 * @param pricesChanged products with a new price; they count among {@code productsChanged} too
 * @param pricesLeft products whose price differs in the file but was not confirmed
 * @param badRows rows that were not taken
 */
public record ImportResult(
    int umkmCreated,
    int umkmChanged,
    int productsCreated,
    int productsChanged,
    int pricesChanged,
    int pricesLeft,
    int unchanged,
    int badRows) {

  /** Whether the catalogue is the same as before. */
  public boolean changedNothing() {
    return umkmCreated + umkmChanged + productsCreated + productsChanged == 0;
  }

  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("umkmCreated", Integer.toString(umkmCreated));
    texts.put("umkmChanged", Integer.toString(umkmChanged));
    texts.put("productsCreated", Integer.toString(productsCreated));
    texts.put("productsChanged", Integer.toString(productsChanged));
    texts.put("pricesChanged", Integer.toString(pricesChanged));
    texts.put("pricesLeft", Integer.toString(pricesLeft));
    texts.put("unchanged", Integer.toString(unchanged));
    texts.put("badRows", Integer.toString(badRows));
    return texts;
  }

  static ImportResult of(Map<String, String> texts) {
    return new ImportResult(
        number(texts, "umkmCreated"),
        number(texts, "umkmChanged"),
        number(texts, "productsCreated"),
        number(texts, "productsChanged"),
        number(texts, "pricesChanged"),
        number(texts, "pricesLeft"),
        number(texts, "unchanged"),
        number(texts, "badRows"));
  }

  private static int number(Map<String, String> texts, String name) {
    return Integer.parseInt(texts.getOrDefault(name, "0"));
  }
}
