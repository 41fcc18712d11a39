package id.gaung;

import id.gaung.channel.Choosing.ChooseAccount;
import id.gaung.channel.Connected;
import id.gaung.channel.Connections;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.HandChannels.ChangeMode;
import id.gaung.channel.Permits.RecordPermit;
import id.gaung.demo.NetworkPerson;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Permit;
import id.gaung.platform.PublishMode;
import id.gaung.sandbox.PracticeServer;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxServers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Connects accounts of the practice networks, each as people do it there. */
final class BenchAccounts {

  private final SandboxServers servers;
  private final SandboxAccounts accounts;

  BenchAccounts(SandboxServers servers, SandboxAccounts accounts) {
    this.servers = servers;
    this.accounts = accounts;
  }

  /** Whatever a network asks for a permission for is allowed from now on. */
  static void permit(Gaung gaung, Actor admin, NetworkModule network) {
    if (network.permit() != Permit.NOT_NEEDED) {
      gaung
          .channel()
          .permits()
          .record(admin, new RecordPermit(network, "Bench", LocalDate.of(2026, 1, 1), "bench"));
    }
  }

  /** A new account, named after the office's own there. */
  UUID connect(Gaung gaung, Actor admin, Network network, String prefix) {
    String office = accounts.list(network).get(0).handle();
    String handle = office.replaceFirst("([^/]+)$", prefix + "$1");
    accounts.ensure(network, handle, handle, 1_000);
    Connections connections = gaung.channel().connections();
    Map<String, String> typed =
        new HashMap<>(PracticeServer.of(network).connecting(servers.uri(network)));
    typed.replaceAll((name, value) -> value.equals(office) ? handle : value);
    Connected step = connections.connect(admin, new ConnectChannel(network, typed, ""));
    if (step.authorize().isPresent()) {
      Map<String, String> back = new NetworkPerson().allow(step.authorize().get(), handle);
      step = connections.complete(admin, network, back.get("state"), back.get("code"));
    }
    if (step.choice().isPresent()) {
      String chosen =
          step.choice().get().options().stream()
              .filter(option -> option.handle().equals(handle))
              .findFirst()
              .orElseThrow()
              .id();
      return connections.choose(
          admin, new ChooseAccount(network, step.choice().get().state(), chosen));
    }
    return step.channelId().orElseThrow();
  }

  /** Has its posts published by the product, where its network begins with another way. */
  static void byApi(Gaung gaung, Actor admin, UUID channel) {
    if (gaung.channel().channels().get(channel).mode() != PublishMode.API) {
      gaung
          .channel()
          .hand()
          .publishBy(
              admin,
              channel,
              new ChangeMode(
                  PublishMode.API, "", gaung.channel().channels().get(channel).version()));
    }
  }
}
