package id.gaung.demo;

import id.gaung.catalogue.Product;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products.ChangeProduct;
import id.gaung.creator.Creator;
import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.media.Photo;
import id.gaung.sandbox.PracticeServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What stands before the story begins: catalogue, creators and channels. */
final class DemoStage {

  private static final int VARIANTS = 3;

  /** Followers of an account of which nobody said how many it has. */
  private static final int FEW = 800;

  private static final String PRODUCTS = "/demo/umkm-products.csv";

  private final DemoOffice office;
  private final DemoActors people;
  private final Map<String, ProductSummary> products = new LinkedHashMap<>();
  private final List<UUID> creators = new ArrayList<>();
  private final DemoAccounts accounts;
  private final Map<String, UUID> campaigns = new HashMap<>();
  private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();

  DemoStage(DemoOffice office, DemoActors people) {
    this.office = office;
    this.people = people;
    this.accounts = new DemoAccounts(office, people);
  }

  void set() {
    importProducts();
    for (var creator : DemoCreators.all()) {
      Creator made = office.creators().create(people.staff(), creator);
      creators.add(made.id());
      creator.accounts().stream()
          .flatMap(List::stream)
          .filter(account -> PracticeServer.networks().contains(account.network()))
          .forEach(account -> appear(creator.name(), account));
    }
    office.creators().link(people.staff(), creators.get(0), people.creatorId());
    accounts.connect();
  }

  ProductSummary product(String name) {
    return Optional.ofNullable(products.get(name))
        .orElseThrow(() -> new IllegalStateException("not in the file: " + name));
  }

  UUID creator(int number) {
    return creators.get(number);
  }

  /** On its practice network, so that the creator can post there. */
  private void appear(String name, AccountEntry account) {
    office
        .accounts()
        .ensure(
            account.network(),
            account.handle(),
            name,
            account.followers().map(Math::toIntExact).orElse(FEW));
  }

  DemoAccounts accounts() {
    return accounts;
  }

  /** A campaign of the story was planned. */
  void planned(String name, UUID id) {
    campaigns.put(name, id);
  }

  /** Empty until it was planned. */
  Optional<UUID> campaign(String name) {
    return Optional.ofNullable(campaigns.get(name));
  }

  /** One of few pictures of a product: drawing takes a while. */
  byte[] picture(ProductSummary product, int number) {
    int variant = Math.floorMod(number, VARIANTS);
    return pictures.computeIfAbsent(
        product.name() + variant, key -> DrawnPhoto.of(product.name(), variant));
  }

  private void importProducts() {
    try (InputStream file = DemoStage.class.getResourceAsStream(PRODUCTS)) {
      office.catalogue().imports().apply(people.staff(), file.readAllBytes(), true);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    List<ProductSummary> imported = office.catalogue().products().page("", 1).rows();
    // On all cores, since nobody waits for each other's drawing.
    imported.parallelStream().forEach(summary -> picture(summary, 0));
    for (ProductSummary summary : imported) {
      products.put(summary.name(), photographed(summary));
    }
  }

  private ProductSummary photographed(ProductSummary summary) {
    Photo photo =
        office
            .photos()
            .store(people.staff(), new ByteArrayInputStream(picture(summary, 0)), "produk.jpg");
    Product product = office.catalogue().products().find(summary.id()).orElseThrow();
    office
        .catalogue()
        .products()
        .change(
            people.staff(),
            product.id(),
            new ChangeProduct(
                product.name(),
                product.category(),
                product.description(),
                product.price(),
                Optional.of(photo.id()),
                product.version()));
    return new ProductSummary(
        summary.id(),
        summary.name(),
        summary.umkmId(),
        summary.umkmName(),
        summary.kecamatanCode(),
        summary.kecamatanName(),
        summary.price(),
        Optional.of(photo.id()));
  }
}
