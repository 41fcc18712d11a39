package id.gaung.demo;

import id.gaung.channel.Choosing;
import id.gaung.channel.Choosing.ChooseAccount;
import id.gaung.channel.Connected;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.kernel.Network;
import id.gaung.platform.Connecting;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Permit;
import id.gaung.platform.PublishMode;
import id.gaung.sandbox.PracticeServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The office's accounts, one on each network that can be practised on, in the mode of its first
 * day; and a second one on the first network, which was never connected.
 */
final class DemoAccounts {

  private static final int AT_ONCE = 3;

  private final DemoOffice office;
  private final DemoActors people;
  private final List<DemoAccount> all = new ArrayList<>();

  DemoAccounts(DemoOffice office, DemoActors people) {
    this.office = office;
    this.people = people;
  }

  void connect() {
    for (PracticeServer server : PracticeServer.all()) {
      Network network = server.network();
      // Nobody recorded that the network allows more, as on the first day.
      boolean connected = NetworkModule.of(network).permit() != Permit.FOR_EVERYTHING;
      String name = server.chosen().orElseGet(network::example);
      all.add(
          connected
              ? new DemoAccount(
                  network,
                  login(server),
                  name,
                  NetworkModule.of(network).traits().modes().get(0),
                  true)
              : byHand(network, name, network.label(), true));
    }
    all.add(
        byHand(PracticeServer.networks().get(0), "kriya.balikpapan", "Kriya Balikpapan", false));
  }

  /** Those that Gaung publishes on. */
  List<DemoAccount> automatic() {
    return all.stream().filter(account -> account.mode() == PublishMode.API).toList();
  }

  /** Three of those, others for the next number, so that each has its share. */
  List<DemoAccount> inTurn(int number) {
    List<DemoAccount> automatic = automatic();
    return IntStream.range(0, AT_ONCE)
        .mapToObj(i -> automatic.get(Math.floorMod(number + 2 * i, automatic.size())))
        .toList();
  }

  /** Those of the networks on which a person publishes, or ends what Gaung drafted. */
  List<DemoAccount> handed() {
    return all.stream()
        .filter(account -> account.onNetwork() && account.mode() != PublishMode.API)
        .toList();
  }

  /** The second account, on which a person publishes. */
  DemoAccount second() {
    return all.get(all.size() - 1);
  }

  private DemoAccount byHand(Network network, String name, String label, boolean onNetwork) {
    UUID id =
        office
            .channel()
            .hand()
            .enter(
                people.admin(),
                new EnterChannel(
                    network, name, label, people.staff().id().orElseThrow().toString()));
    return new DemoAccount(network, id, name, PublishMode.BY_HAND, onNetwork);
  }

  private UUID login(PracticeServer server) {
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
