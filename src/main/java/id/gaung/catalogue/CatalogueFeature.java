package id.gaung.catalogue;

import id.gaung.audit.Foundation;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Role;
import id.gaung.media.Photos;
import id.gaung.web.NavItem;
import id.gaung.web.Texts;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;

/** Wires the catalogue. */
public final class CatalogueFeature {

  private final Photos photos;
  private final Territory territory;
  private final Umkms umkms;
  private final Products products;
  private final CatalogueImport imports;
  private final CatalogueLists lists;

  public CatalogueFeature(Foundation on, Photos photos) {
    this.photos = photos;
    territory = new Territory(on.jdbi());
    umkms = new Umkms(on, territory);
    products = new Products(on, umkms, photos);
    imports = new CatalogueImport(on, territory);
    lists = new CatalogueLists(on);
  }

  public Territory territory() {
    return territory;
  }

  public Umkms umkms() {
    return umkms;
  }

  public Products products() {
    return products;
  }

  public CatalogueImport imports() {
    return imports;
  }

  public void register(JerseyEnvironment jersey, Texts texts) {
    jersey.register(new UmkmPages(umkms, products, territory, lists));
    jersey.register(new UmkmResource(umkms));
    jersey.register(new KecamatanResource(territory));
    jersey.register(new ProductsPages(products, umkms, photos, lists, territory));
    jersey.register(new ProductsResource(products));
    jersey.register(new ImportsPages(imports, territory, texts));
    jersey.register(new ImportsResource(imports, texts));
  }

  public List<NavItem> nav() {
    return List.of(
        NavItem.of(NavItem.Group.DATA, "store", "catalogue.nav", "/products", Role.STAFF)
            .with("/umkm", "/imports"));
  }

  public List<Schedule> schedules() {
    return List.of();
  }
}
