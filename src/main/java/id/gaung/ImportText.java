package id.gaung;

import id.gaung.catalogue.BadCell;
import id.gaung.catalogue.ImportPreview;
import id.gaung.catalogue.ImportResult;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Translator;

/** An import as lines on the console. */
final class ImportText {

  private final Translator t;
  private final Formats f = new Formats(Language.EN);

  ImportText(Texts texts) {
    this.t = texts.in(Language.EN);
  }

  String of(ImportPreview preview) {
    StringBuilder text = new StringBuilder();
    line(text, preview.rows() + " rows, " + preview.unchanged() + " unchanged");
    preview.newUmkm().forEach(umkm -> line(text, "new UMKM      " + umkm));
    preview
        .newNumbers()
        .forEach(n -> line(text, "new number    " + n.umkm() + ": " + n.whatsapp()));
    if (!preview.unused().isEmpty()) {
      line(text, "not used      " + String.join(", ", preview.unused()));
    }
    preview
        .added()
        .forEach(
            p ->
                line(
                    text,
                    "new product   line "
                        + p.line()
                        + ": "
                        + p.umkm()
                        + ", "
                        + p.product()
                        + ", "
                        + f.rupiah(p.price())));
    preview
        .prices()
        .forEach(
            p ->
                line(
                    text,
                    "price changes line "
                        + p.line()
                        + ": "
                        + p.umkm()
                        + ", "
                        + p.product()
                        + ", "
                        + f.rupiah(p.before())
                        + " to "
                        + f.rupiah(p.after())));
    preview
        .others()
        .forEach(
            o ->
                line(
                    text,
                    "changes       line "
                        + o.line()
                        + ": "
                        + o.subject()
                        + ", "
                        + o.column()
                        + ", '"
                        + o.before()
                        + "' to '"
                        + o.after()
                        + "'"));
    preview.bad().forEach(bad -> line(text, bad(bad)));
    return text.toString();
  }

  private String bad(BadCell bad) {
    String column = bad.column().isEmpty() ? "" : ", column " + bad.column();
    return "not taken     line " + bad.line() + column + ": " + t.get(bad.key(), bad.args());
  }

  String of(ImportResult result) {
    StringBuilder text = new StringBuilder();
    line(text, result.umkmCreated() + " UMKM and " + result.productsCreated() + " products added");
    line(
        text,
        result.umkmChanged()
            + " UMKM and "
            + result.productsChanged()
            + " products changed, "
            + result.pricesChanged()
            + " prices");
    if (result.pricesLeft() > 0) {
      line(
          text,
          result.pricesLeft() + " prices left as they were; add --confirm-prices to change them");
    }
    line(text, result.badRows() + " rows not taken");
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
