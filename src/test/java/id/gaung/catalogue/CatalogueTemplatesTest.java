package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.gaung.catalogue.Products.ChangeProduct;
import id.gaung.catalogue.Umkms.ChangeUmkm;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Whatsapp;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Frame;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTemplatesTest {

  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
  private static final Texts TEXTS = Texts.load(List.of("web", "media", "catalogue", "creator"));
  private static final UUID ID = new UUID(1, 2);
  private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
  private static final Map<String, String> PLACES = Map.of("64.71.01", "Balikpapan Timur");

  private static final Umkm UMKM =
      new Umkm(
          ID,
          Optional.of(new Nib("1234567890123")),
          "Dapur <b>",
          "64.71.01",
          "Balikpapan Timur",
          Optional.of(1),
          Optional.of("Manggar"),
          Optional.of(new Whatsapp("6281200000101")),
          NOW,
          NOW,
          3);
  private static final Product PRODUCT =
      new Product(
          ID,
          ID,
          "Dapur",
          "Abon",
          "Makanan",
          "Gurih",
          new Rupiah(48_000),
          Optional.of(ID),
          NOW,
          NOW,
          4);

  private static String render(Language language, String template, Object page) {
    Frame frame =
        new Frame(
            language,
            id.gaung.web.Theme.SYSTEM,
            TEXTS.in(language),
            new Formats(language),
            Optional.empty(),
            "token",
            "/umkm",
            "/umkm",
            true,
            List.of(),
            Optional.empty(),
            id.gaung.web.OfficeMark.named("Dinas UMKM"));
    StringOutput out = new StringOutput();
    ENGINE.render(template, Map.of("page", page, "frame", frame), out);
    assertThat(out.toString())
        .doesNotContainPattern("![a-z]+\\.[a-zA-Z.-]+!")
        .doesNotContain("{0}");
    return out.toString();
  }

  /** A form as it comes back when somebody was faster. */
  private static Form stale(Record typed) {
    Form form = Form.of(typed);
    try (Response refused =
        form.attempt(
            () -> {
              throw Problem.stale();
            },
            again -> new id.gaung.web.View("", again))) {
      assertThat(refused.getStatus()).isEqualTo(409);
    }
    return form;
  }

  private static <T> Page<T> page(List<T> rows) {
    return new Page<>(rows, 1, 25, 60);
  }

  @ParameterizedTest
  @EnumSource
  void businesses(Language language) {
    CatalogueLists.Filter filter =
        CatalogueLists.Filter.read("da\"pur", "64.71.01", "NAME", true, false, false);
    CatalogueLists.UmkmTally tally = new CatalogueLists.UmkmTally(60, 6, 21, 1, 175);
    CatalogueLists.ListedUmkm row =
        new CatalogueLists.ListedUmkm(
            ID,
            UMKM.name(),
            UMKM.kecamatanName(),
            UMKM.kelurahanName(),
            UMKM.whatsapp(),
            3,
            Optional.of("Makanan, Minuman"),
            Optional.of(ID),
            Optional.empty(),
            60);
    String list =
        render(
            language,
            "catalogue/umkm_list.jte",
            new UmkmPages.Listing(page(List.of(row)), tally, filter, PLACES));
    assertThat(list)
        .contains("Dapur &lt;b&gt;")
        .contains("unshown=true&amp;page=2", "Makanan, Minuman")
        .contains("https://wa.me/6281200000101");
    assertThat(
            render(
                language,
                "catalogue/umkm_list.jte",
                new UmkmPages.Listing(
                    page(List.of()),
                    new CatalogueLists.UmkmTally(0, 0, 0, 0, 0),
                    CatalogueLists.Filter.read("", "", "", false, false, false),
                    PLACES)))
        .contains("/imports/new");
    UmkmAccount account = UmkmAccount.parse("tiktok/@dapur").orElseThrow();
    assertThat(
            render(
                language,
                "catalogue/umkm_show.jte",
                new UmkmPages.Show(UMKM, List.of(account), List.of(PRODUCT))))
        .contains("https://wa.me/6281200000101")
        .contains("48");
    render(language, "catalogue/umkm_show.jte", new UmkmPages.Show(UMKM, List.of(), List.of()));
    render(
        language,
        "catalogue/umkm_form.jte",
        new UmkmEditor(Form.empty(), Optional.empty(), PLACES, Map.of("1", "Manggar")));
    String typed =
        render(
            language,
            "catalogue/umkm_form.jte",
            new UmkmEditor(
                stale(new ChangeUmkm("Typed", "", "64.71.01", Optional.of(1), "", List.of(), 2))
                    .against(Form.of(ChangeUmkm.of(UMKM, List.of(account))), "version"),
                Optional.of(UMKM),
                PLACES,
                Map.of("1", "Manggar")));
    assertThat(typed).contains("value=\"Typed\"").contains("1234567890123");
  }

  @ParameterizedTest
  @EnumSource
  void products(Language language) {
    CatalogueLists.Filter filter = CatalogueLists.Filter.read("x", "", "", false, true, true);
    CatalogueLists.ProductTally tally = new CatalogueLists.ProductTally(60, 54, 9, 12, 20);
    CatalogueLists.ListedProduct row =
        new CatalogueLists.ListedProduct(
            ID,
            "Abon",
            "Makanan",
            ID,
            "Dapur",
            "Timur",
            new Rupiah(1),
            Optional.of(ID),
            Optional.of(NOW),
            5,
            60);
    assertThat(
            render(
                language,
                "catalogue/product_list.jte",
                new ProductsPages.Listing(page(List.of(row)), tally, filter, PLACES)))
        .contains("bare=true&amp;cheap=true&amp;page=2", "aria-current=\"true\"", "24 Nov");
    render(
        language,
        "catalogue/product_list.jte",
        new ProductsPages.Listing(page(List.of()), tally, filter, PLACES));
    render(
        language, "catalogue/product_whose.jte", new ProductsPages.Whose(page(List.of(UMKM)), ""));
    assertThat(
            render(
                language,
                "catalogue/product_show.jte",
                new ProductsPages.Show(
                    PRODUCT, UMKM, new CatalogueLists.Shown(Optional.of(NOW), 3))))
        .contains("/photos/" + ID + "/screen");
    render(
        language,
        "catalogue/product_form.jte",
        new ProductsPages.Editor(Form.empty(), UMKM, Optional.empty()));
    assertThat(
            render(
                language,
                "catalogue/product_form.jte",
                new ProductsPages.Editor(
                    stale(ChangeProduct.of(PRODUCT)), UMKM, Optional.of(PRODUCT))))
        .contains("name=\"version\" value=\"4\"")
        .contains("name=\"photoId\" value=\"" + ID + "\"");
    ChangeProduct typed =
        new ChangeProduct("Abon baru", "Makanan", "", new Rupiah(50_000), Optional.empty(), 1);
    assertThat(
            render(
                language,
                "catalogue/product_form.jte",
                new ProductsPages.Editor(
                    stale(typed).against(Form.of(ChangeProduct.of(PRODUCT)), "version"),
                    UMKM,
                    Optional.of(PRODUCT))))
        .contains("name=\"version\" value=\"4\"")
        .contains("value=\"Abon baru\"")
        .contains("stored-value\">" + PRODUCT.name() + "<")
        .contains("/photos/" + ID + "/thumb");
  }

  @ParameterizedTest
  @EnumSource
  void imports(Language language) {
    StoredImport waiting =
        new StoredImport(ID, "a.csv", Optional.empty(), NOW, Optional.empty(), Map.of());
    StoredImport applied =
        new StoredImport(
            ID, "a.csv", Optional.empty(), NOW, Optional.of(NOW), Map.of("umkmCreated", "13"));
    ImportPreview preview =
        new ImportPreview(
            200,
            List.of("Dapur"),
            List.of(new ImportPreview.NewNumber("Dapur", "+62 812-0000-0101")),
            List.of("Catatan"),
            java.util.Collections.nCopies(
                150, new ImportPreview.Added(2, "Dapur", "Abon", new Rupiah(48_000))),
            List.of(new PriceChange(3, "Dapur", "Peyek", new Rupiah(1_000), new Rupiah(2_000))),
            List.of(
                new ImportPreview.OtherChange(3, "Peyek", ImportColumn.DESCRIPTION, "", "Renyah")),
            1,
            List.of(new BadCell(4, "nib", "catalogue.import.nib", List.of("12"))));
    render(
        language,
        "catalogue/import_list.jte",
        new ImportsPages.Listing(page(List.of(waiting, applied))));
    render(language, "catalogue/import_form.jte", new ImportsPages.Editor(Form.empty()));
    assertThat(
            render(
                language,
                "catalogue/import_show.jte",
                new ImportShow(
                    Form.empty(),
                    waiting,
                    Optional.of(preview),
                    running(waiting, Optional.empty()))))
        .contains("/rejected")
        .contains("confirmPrices")
        .contains("50");
    assertThat(
            render(
                language,
                "catalogue/import_show.jte",
                new ImportShow(
                    Form.empty(), applied, Optional.empty(), running(applied, Optional.empty()))))
        .contains(">13<")
        .doesNotContain(">0<");
    assertThat(
            render(
                language,
                "catalogue/import_show.jte",
                new ImportShow(
                    Form.empty(), waiting, Optional.empty(), running(waiting, Optional.of(40)))))
        .contains("hx-get=\"/imports/" + ID + "/progress\"", "40");
    assertThat(
            render(language, "catalogue/import_progress.jte", running(applied, Optional.empty())))
        .doesNotContain("hx-get");
  }

  private static ImportsPages.Running running(StoredImport stored, Optional<Integer> percent) {
    return new ImportsPages.Running(stored, percent, Optional.empty());
  }
}
