package id.gaung.demo;

import id.gaung.catalogue.Product;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products.ChangeProduct;
import id.gaung.channel.Choosing;
import id.gaung.channel.Choosing.ChooseAccount;
import id.gaung.channel.Connected;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.creator.Creator;
import id.gaung.kernel.Network;
import id.gaung.media.Photo;
import id.gaung.platform.Connecting;
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

/** What stands before the story begins: catalogue, creators and channels. */
final class DemoStage {

  private static final int VARIANTS = 4;
  private static final String PRODUCTS = "/demo/umkm-products.csv";

  private final DemoOffice office;
  private final DemoActors people;
  private final Map<String, ProductSummary> products = new LinkedHashMap<>();
  private final List<UUID> creators = new ArrayList<>();
  private final List<UUID> channels = new ArrayList<>();
  private final Map<String, UUID> campaigns = new HashMap<>();
  private final Map<String, byte[]> pictures = new HashMap<>();

  DemoStage(DemoOffice office, DemoActors people) {
    this.office = office;
    this.people = people;
  }

  void set() {
    importProducts();
    for (var creator : DemoCreators.all()) {
      Creator made = office.creators().create(people.staff(), creator);
      creators.add(made.id());
    }
    office.creators().link(people.staff(), creators.get(0), people.creatorId());
    PracticeServer.ofStory().forEach(server -> channels.add(connect(server)));
    channels.add(byHand(PracticeServer.networks().get(0)));
  }

  ProductSummary product(String name) {
    return Optional.ofNullable(products.get(name))
        .orElseThrow(() -> new IllegalStateException("not in the file: " + name));
  }

  UUID creator(int number) {
    return creators.get(number);
  }

  /** Those that Gaung publishes on. */
  List<UUID> channels() {
    return channels.subList(0, channels.size() - 1);
  }

  /** The account on which a person publishes: after all others, by its number. */
  UUID channel(int number) {
    return channels.get(number);
  }

  /** The office's second account on the first network, which was never connected. */
  private UUID byHand(Network network) {
    return office
        .channel()
        .hand()
        .enter(
            people.admin(),
            new EnterChannel(
                network,
                "kriya.balikpapan",
                "Kriya Balikpapan",
                people.staff().id().orElseThrow().toString()));
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
    for (ProductSummary summary : office.catalogue().products().page("", 1).rows()) {
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

  private UUID connect(PracticeServer server) {
    Network network = server.network();
    Map<String, String> typed = server.connecting(office.networks().uri(network));
    Connected step =
        office
            .channel()
            .connections()
            .connect(people.admin(), new ConnectChannel(network, typed, network.label()));
    if (step.channelId().isPresent()) {
      return step.channelId().get();
    }
    Map<String, String> back =
        new NetworkPerson().allow(step.authorize().orElseThrow(), server.chosen().orElse(""));
    Connected agreed =
        office
            .channel()
            .connections()
            .complete(
                people.admin(),
                network,
                back.getOrDefault("state", ""),
                back.getOrDefault("code", ""));
    return agreed.channelId().orElseGet(() -> choose(server, agreed.choice().orElseThrow()));
  }

  /** Of several accounts that the person's login opens, the one agreed for. */
  private UUID choose(PracticeServer server, Choosing choosing) {
    String id =
        choosing.options().stream()
            .filter(option -> server.chosen().filter(option.handle()::equals).isPresent())
            .map(Connecting.Option::id)
            .findFirst()
            .orElseThrow();
    return office
        .channel()
        .connections()
        .choose(people.admin(), new ChooseAccount(server.network(), choosing.state(), id));
  }
}
