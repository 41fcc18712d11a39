package id.gaung.channel;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.channel.ChannelDao.EnteredChannel;
import id.gaung.identity.People;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Typed;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PublishMode;
import id.gaung.platform.WebAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts whose posts a person puts out: entered without any login, and how an account publishes,
 * within what its network allows.
 */
public final class HandChannels {

  private final Foundation foundation;
  private final ChannelDao dao;
  private final People people;
  private final ChannelMails mails;
  private final Permits permits;

  HandChannels(
      Foundation foundation, ChannelDao dao, People people, ChannelMails mails, Permits permits) {
    this.mails = mails;
    this.permits = permits;
    this.foundation = foundation;
    this.dao = dao;
    this.people = people;
  }

  /** Who may be responsible: active people of the office, by name. */
  Map<String, String> responsible() {
    return people.choices(Role.STAFF, Role.ADMIN);
  }

  /**
   * Enters an account without a login; one that was taken out before comes back.
   *
   * @return its id
   */
  public UUID enter(Actor by, EnterChannel command) {
    Permissions.require(by, Role.ADMIN);
    NetworkModule network = module(command.network());
    allow(network, PublishMode.BY_HAND);
    String handle =
        network
            .handle(command.account())
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "account",
                        "channel.hand.account-wrong",
                        network.label(),
                        network.example()));
    UUID responsible = responsible(command.responsibleId());
    URI server = WebAddress.site(URI.create(network.address(handle)));
    String remoteId = handle.toLowerCase(Locale.ROOT);
    String label = command.label().isBlank() ? handle : Typed.name(command.label());
    return foundation
        .transactions()
        .call(
            () -> {
              Optional<Channel> known =
                  dao.idOf(network, server, remoteId)
                      .or(() -> dao.named(network, handle))
                      .flatMap(id -> dao.find(List.of(id)).stream().findFirst());
              if (known.filter(c -> c.state() != ChannelState.DISCONNECTED).isPresent()) {
                throw Problem.invalid("account", "channel.hand.known", known.get().label());
              }
              UUID id = known.map(Channel::id).orElseGet(() -> foundation.ids().next());
              EnteredChannel entered =
                  new EnteredChannel(
                      id,
                      network,
                      server,
                      remoteId,
                      handle,
                      label,
                      responsible,
                      foundation.clock().instant());
              if (known.isPresent()) {
                dao.enterAgain(entered);
              } else {
                dao.enter(entered);
              }
              foundation
                  .audit()
                  .record(
                      Change.of(by, "channel.entered", "channel", id)
                          .with("network", network)
                          .with("handle", handle)
                          .with("mode", PublishMode.BY_HAND));
              return id;
            });
  }

  /**
   * Another way for an account's posts to get out. What is on its way stays on it; what comes due
   * later goes the new way.
   */
  public void publishBy(Actor by, UUID id, ChangeMode command) {
    Permissions.require(by, Role.ADMIN);
    boolean byHand = command.mode() != PublishMode.API;
    Optional<UUID> responsible =
        byHand ? Optional.of(responsible(command.responsibleId())) : Optional.empty();
    foundation
        .transactions()
        .run(
            () -> {
              Channel before =
                  dao.find(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
              allow(module(before.network()), command.mode());
              permits.require(module(before.network()), command.mode());
              if (command.mode() != PublishMode.BY_HAND && !before.hasLogin()) {
                throw Problem.conflict(
                    byHand ? "channel.hand.no-login.draft" : "channel.hand.no-login",
                    before.network().label());
              }
              if (dao.publishBy(id, command.version(), command.mode(), responsible) == 0) {
                throw Problem.stale();
              }
              if (byHand) {
                mails.over(id);
              }
              foundation
                  .audit()
                  .record(
                      Change.of(by, "channel.mode-changed", "channel", id)
                          .with("from", before.mode())
                          .with("to", command.mode()));
            });
  }

  private static NetworkModule module(Network network) {
    return NetworkModule.find(network)
        .orElseThrow(() -> Problem.conflict("channel.network-off", network.label()));
  }

  private static void allow(NetworkModule network, PublishMode mode) {
    if (!network.traits().modes().contains(mode)) {
      throw Problem.invalid("mode", "channel.hand.mode-not-offered", network.label());
    }
  }

  private UUID responsible(String typed) {
    return Optional.of(typed)
        .filter(responsible()::containsKey)
        .map(UUID::fromString)
        .orElseThrow(() -> Problem.invalid("responsibleId", "field.choice"));
  }

  /**
   * Change how an account's posts get out.
   *
   * @param responsibleId who puts them out; empty where nobody has to
   */
  public record ChangeMode(PublishMode mode, @Size(max = 36) String responsibleId, int version) {}

  /**
   * Enter an account whose posts a person puts out.
   *
   * @param account its name, or the address of its page
   * @param label the office's own name for it; empty for the account's name
   * @param responsibleId who puts its posts out
   */
  public record EnterChannel(
      Network network,
      @NotBlank @Size(max = 300) String account,
      @Size(max = 80) String label,
      @NotBlank @Size(max = 36) String responsibleId) {}
}
