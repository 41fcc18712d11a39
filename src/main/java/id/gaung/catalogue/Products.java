package id.gaung.catalogue;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.catalogue.ProductDao.ProductRow;
import id.gaung.db.UniqueRule;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Typed;
import id.gaung.media.Photos;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The products of the small businesses. */
public final class Products {

  /** Nothing is sold for less; 48 is meant for 48.000, or is half of a price that was cut. */
  static final Rupiah LOWEST_PRICE = new Rupiah(100);

  static final Rupiah HIGHEST_PRICE = new Rupiah(1_000_000_000_000L);

  /** A business with more products is no small business; its page shows the first ones. */
  private static final int SHOWN = 200;

  private final Foundation on;
  private final Umkms umkms;
  private final Photos photos;
  private final ProductDao dao;

  public Products(Foundation on, Umkms umkms, Photos photos) {
    this.on = on;
    this.umkms = umkms;
    this.photos = photos;
    this.dao = on.jdbi().onDemand(ProductDao.class);
    photos.usedBy(dao::shown);
    photos.shownToAllBy(dao::ofShown);
  }

  public Map<UUID, ProductSummary> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao.summaries(ids).stream()
            .collect(Collectors.toMap(ProductSummary::id, Function.identity()));
  }

  public boolean hasAny() {
    return dao.hasAny();
  }

  public Optional<Product> find(UUID id) {
    return dao.find(id);
  }

  /**
   * By name.
   *
   * @param search a part of the product's, the business's or the category's name; empty for all
   */
  public Page<ProductSummary> page(String search, int page) {
    String like = Names.anywhere(search);
    PageRequest asked = PageRequest.of(page);
    return asked.page(dao.page(like, asked.size(), asked.offset()), dao.count(like));
  }

  /**
   * By name, for choosing: without those that are chosen already.
   *
   * @param search a part of the product's, the business's or the category's name; empty for all
   */
  public Page<ProductSummary> choices(String search, Collection<UUID> chosen, int page) {
    String like = Names.anywhere(search);
    PageRequest asked = PageRequest.of(page);
    return asked.page(
        dao.choices(like, chosen, asked.size(), asked.offset()), dao.countChoices(like, chosen));
  }

  /** By name, at most 200. */
  public List<Product> ofUmkm(UUID umkmId) {
    return dao.ofUmkm(umkmId, SHOWN);
  }

  /**
   * @throws Problem if a field is wrong or the business already has a product of that name
   */
  public Product create(Actor by, CreateProduct asked) {
    Permissions.require(by, Role.STAFF);
    return on.transactions()
        .call(
            () -> {
              if (umkms.find(asked.umkmId()).isEmpty()) {
                throw Problem.invalid("umkmId", "catalogue.umkm.unknown");
              }
              check(asked.price(), asked.photoId());
              ProductRow row =
                  new ProductRow(
                      on.ids().next(),
                      asked.umkmId(),
                      Typed.name(asked.name()),
                      Names.key(asked.name()),
                      Typed.name(asked.category()),
                      Names.text(asked.description()),
                      asked.price(),
                      asked.photoId(),
                      on.clock().instant(),
                      0);
              UniqueRule.call(() -> dao.insert(row), Products::nameTaken);
              on.audit().record(created(by, row));
              return dao.find(row.id()).orElseThrow();
            });
  }

  /**
   * @throws Problem if a field is wrong, the name is taken, or somebody was faster
   */
  public Product change(Actor by, UUID id, ChangeProduct asked) {
    Permissions.require(by, Role.STAFF);
    return on.transactions()
        .call(
            () -> {
              Product before = dao.find(id).orElseThrow(Problem::notFound);
              check(asked.price(), asked.photoId());
              ProductRow row =
                  new ProductRow(
                      id,
                      before.umkmId(),
                      Typed.name(asked.name()),
                      Names.key(asked.name()),
                      Typed.name(asked.category()),
                      Names.text(asked.description()),
                      asked.price(),
                      asked.photoId(),
                      on.clock().instant(),
                      asked.version());
              if (UniqueRule.call(() -> dao.update(row), Products::nameTaken) == 0) {
                throw Problem.stale();
              }
              on.audit().record(changed(by, before, row));
              return dao.find(id).orElseThrow();
            });
  }

  static Change created(Actor by, ProductRow row) {
    return Change.of(by, "product.created", "product", row.id())
        .with("name", row.name())
        .with("price", row.price().amount());
  }

  static Change changed(Actor by, Product before, ProductRow after) {
    Change change =
        Change.of(by, "product.changed", "product", after.id()).with("name", after.name());
    if (!before.name().equals(after.name())) {
      change = change.with("nameBefore", before.name());
    }
    if (!before.price().equals(after.price())) {
      change =
          change.with("priceBefore", before.price().amount()).with("price", after.price().amount());
    }
    List<String> fields = new ArrayList<>();
    if (!before.category().equals(after.category())) {
      fields.add("category");
    }
    if (!before.description().equals(after.description())) {
      fields.add("description");
    }
    if (!before.photoId().equals(after.photoId())) {
      fields.add("photo");
    }
    return fields.isEmpty() ? change : change.with("fields", String.join(",", fields));
  }

  private void check(Rupiah price, Optional<UUID> photoId) {
    List<FieldError> errors = new ArrayList<>();
    if (price.compareTo(LOWEST_PRICE) < 0 || price.compareTo(HIGHEST_PRICE) > 0) {
      errors.add(FieldError.of("price", "catalogue.price.range"));
    }
    if (photoId.isPresent() && photoId.flatMap(photos::find).isEmpty()) {
      errors.add(FieldError.of("photoId", "catalogue.photo.unknown"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private static Problem nameTaken() {
    return Problem.invalid("name", "catalogue.product.name-taken");
  }

  /**
   * A product as it should be.
   *
   * @param photoId none takes the photo away
   * @param version of the row that was read
   */
  public record ChangeProduct(
      @NotBlank @Size(max = 150) String name,
      @NotBlank @Size(max = 60) String category,
      @Size(max = 2000) String description,
      Rupiah price,
      Optional<UUID> photoId,
      int version) {

    static ChangeProduct of(Product product) {
      return new ChangeProduct(
          product.name(),
          product.category(),
          product.description(),
          product.price(),
          product.photoId(),
          product.version());
    }
  }

  /** A product to be entered. */
  public record CreateProduct(
      UUID umkmId,
      @NotBlank @Size(max = 150) String name,
      @NotBlank @Size(max = 60) String category,
      @Size(max = 2000) String description,
      Rupiah price,
      Optional<UUID> photoId) {}
}
