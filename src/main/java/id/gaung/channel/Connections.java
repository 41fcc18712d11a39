package id.gaung.channel;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.channel.BegunConnections.Begun;
import id.gaung.channel.BegunConnections.Step;
import id.gaung.channel.ChannelDao.NewConnection;
import id.gaung.channel.Choosing.ChooseAccount;
import id.gaung.channel.Vault.SecretTexts;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Network;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Typed;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Connecting;
import id.gaung.platform.Connecting.Choice;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PublishMode;
import id.gaung.platform.Revoking;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connecting accounts. The calls to the network run outside any transaction; what they gave is
 * stored in one. The authorisation that a new one replaces is given back to the network.
 */
public final class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private final ChannelDao dao;
  private final SecretTexts secrets;
  private final BegunConnections begun;
  private final Vault vault;
  private final Platforms platforms;
  private final Foundation foundation;
  private final ChannelMails mails;
  private final Permits permits;
  private final URI publicUrl;

  Connections(
      Foundation foundation,
      ChannelDao dao,
      SecretTexts secrets,
      Vault vault,
      Platforms platforms,
      ChannelMails mails,
      Permits permits,
      URI publicUrl) {
    this.foundation = foundation;
    this.dao = dao;
    this.secrets = secrets;
    this.begun = new BegunConnections(dao, secrets, foundation.clock());
    this.vault = vault;
    this.platforms = platforms;
    this.mails = mails;
    this.permits = permits;
    this.publicUrl = publicUrl;
  }

  public Platforms platforms() {
    return platforms;
  }

  Permits permits() {
    return permits;
  }

  /** Where the network sends people back to. */
  URI callback(Network network) {
    String base = publicUrl.toString().replaceAll("/+$", "");
    return URI.create(base + "/channels/oauth/" + network.path() + "/callback");
  }

  /** Connects, or begins to: the answer says which. */
  public Connected connect(Actor by, ConnectChannel command) {
    Permissions.require(by, Role.ADMIN);
    Network network = command.network();
    NetworkModule.find(network).ifPresent(permits::requireConnecting);
    if (!platforms.of(network).lacking().isEmpty()) {
      throw Problem.conflict("channel.connect.no-app", network.label());
    }
    ConnectRefusal.ofEmpty(platforms.of(network).connectFields(), command.input());
    String state = ConnectState.next();
    Connecting step = platforms.of(network).connect(command.input(), callback(network), state);
    if (step instanceof Connecting.Redirect redirect) {
      begun.remember(by, network, Step.AGREE, state, command.label(), redirect.pending());
      return Connected.redirect(redirect.authorize());
    }
    return went(by, network, command.label(), step);
  }

  /** Ends what {@link #connect} began, or gives accounts to choose from. */
  public Connected complete(Actor by, Network network, String state, String code) {
    Permissions.require(by, Role.ADMIN);
    Begun agreed = begun.take(by, network, Step.AGREE, state);
    if (code.isBlank()) {
      throw Problem.conflict("channel.refused.no-code", network.label());
    }
    Connecting step = platforms.of(network).complete(agreed.pending(), code, callback(network));
    return went(by, network, agreed.label(), step);
  }

  /** What a person may choose from, as often as it is asked. */
  Choosing choosing(Actor by, Network network, String state) {
    Permissions.require(by, Role.ADMIN);
    Begun before = begun.look(by, network, Step.CHOOSE, state);
    return new Choosing(state, ChoiceTexts.read(before.pending()).options());
  }

  /** Connects the chosen account. What cannot be chosen leaves the choice open. */
  public UUID choose(Actor by, ChooseAccount command) {
    Network network = command.network();
    Choosing choosing = choosing(by, network, command.state());
    if (choosing.open(command.id()).isEmpty()) {
      throw Problem.invalid("id", "field.choice");
    }
    Begun before = begun.take(by, network, Step.CHOOSE, command.state());
    try {
      return chosen(by, network, before.label(), ChoiceTexts.read(before.pending()), command.id());
    } catch (Problem refused) {
      begun.keep(by, network, Step.CHOOSE, command.state(), before);
      throw refused;
    }
  }

  private Connected went(Actor by, Network network, String label, Connecting step) {
    return step.match(
        connected -> Connected.channel(store(by, connected.access(), label)),
        redirect -> {
          throw Problem.conflict("channel.refused.no-code", network.label());
        },
        choice -> offer(by, network, label, choice),
        refused -> {
          throw ConnectRefusal.of(refused.failure(), platforms.of(network).connectFields());
        });
  }

  /** A single account is taken without asking; where none can be taken, a sentence says why. */
  private Connected offer(Actor by, Network network, String label, Choice choice) {
    List<Connecting.Option> options = choice.options();
    Optional<Connecting.Option> open = options.stream().filter(o -> o.isOpen()).findFirst();
    if (open.isEmpty()) {
      throw options.stream()
          .flatMap(o -> o.against().map(key -> Problem.conflict(key, o.name())).stream())
          .findFirst()
          .orElseGet(() -> Problem.conflict("channel.refused.no-account", network.label()));
    }
    if (options.size() == 1) {
      return Connected.channel(chosen(by, network, label, choice, open.get().id()));
    }
    String state = ConnectState.next();
    begun.remember(by, network, Step.CHOOSE, state, label, ChoiceTexts.written(choice));
    return Connected.choice(new Choosing(state, options));
  }

  private UUID chosen(Actor by, Network network, String label, Choice choice, String id) {
    Connecting step = platforms.of(network).choose(choice.pending(), id);
    if (step instanceof Connecting.Connected connected) {
      return store(by, connected.access(), label);
    }
    throw step instanceof Connecting.Refused refused
        ? ConnectRefusal.of(refused.failure(), List.of())
        : Problem.conflict("channel.connecting.refused");
  }

  /** The person did not agree at the network: forget that it was begun. */
  void abandon(Actor by, Network network, String state) {
    Permissions.require(by, Role.ADMIN);
    begun.take(by, network, Step.AGREE, state);
  }

  private UUID store(Actor by, Access access, String label) {
    Stored stored = foundation.transactions().call(() -> write(by, access, label));
    stored.replaced().ifPresent(this::giveBack);
    return stored.id();
  }

  /**
   * @param replaced the authorisation that nobody uses any more
   */
  private record Stored(UUID id, Optional<Access> replaced) {}

  private Stored write(Actor by, Access access, String label) {
    Account account = access.account();
    Optional<UUID> known =
        dao.idOf(account.network(), account.server(), account.remoteId())
            .or(() -> dao.byHand(account.network(), account.handle()));
    Optional<Access> replaced = known.flatMap(id -> replaced(id, access));
    UUID id = known.orElseGet(() -> foundation.ids().next());
    PublishMode mode = NetworkModule.of(account.network()).traits().modes().get(0);
    NewConnection connection =
        new NewConnection(
            id,
            account.network(),
            account.server(),
            account.remoteId(),
            account.handle(),
            account.traits(),
            label.isBlank() ? account.handle() : Typed.name(label),
            secrets.seal(access.credentials().secrets(), id.toString()),
            access.credentials().refreshAt(),
            access.credentials().expiresAt(),
            mode,
            mode == PublishMode.API ? Optional.empty() : by.id(),
            foundation.clock().instant());
    if (known.isPresent()) {
      mails.over(id);
      dao.reconnect(connection);
    } else {
      dao.insert(connection);
    }
    foundation
        .audit()
        .record(
            Change.of(
                    by,
                    known.isPresent() ? "channel.reconnected" : "channel.connected",
                    "channel",
                    id)
                .with("network", account.network())
                .with("handle", account.handle()));
    return new Stored(id, replaced);
  }

  /** What opened the account until now; empty if it is the same, or lost. */
  private Optional<Access> replaced(UUID id, Access by) {
    return dao.sealed(List.of(id)).stream()
        .flatMap(row -> vault.stored(row).stream())
        .filter(before -> !before.credentials().secrets().equals(by.credentials().secrets()))
        .findFirst();
  }

  /** Else it could be used by whoever finds it, for as long as its network lets it live. */
  private void giveBack(Access replaced) {
    Account account = replaced.account();
    platforms
        .find(account.network())
        .map(platform -> platform.revokeReplaced(replaced))
        .filter(revoking -> revoking != Revoking.REVOKED)
        .ifPresent(
            revoking ->
                LOG.info(
                    "{} @{} was connected again; the authorisation of before: {}",
                    account.network(),
                    account.handle(),
                    revoking));
  }

  /**
   * Connect an account.
   *
   * @param input by the names of the network's fields
   * @param label the office's own name for it; empty for the account's handle
   */
  public record ConnectChannel(
      Network network, Map<String, String> input, @Size(max = 80) String label) {

    public ConnectChannel {
      List<FieldError> missing =
          input.entrySet().stream()
              .filter(field -> field.getValue() == null)
              .map(field -> FieldError.of("input." + field.getKey(), "field.required"))
              .toList();
      if (!missing.isEmpty()) {
        throw Problem.invalid(missing);
      }
      input = Map.copyOf(input);
    }

    /** The input may hold a password. */
    @Override
    public String toString() {
      return "ConnectChannel[" + network + "]";
    }
  }
}
