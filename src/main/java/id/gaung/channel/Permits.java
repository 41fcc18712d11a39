package id.gaung.channel;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Permit;
import id.gaung.platform.PublishMode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What networks allowed the office beyond what their terms give everybody. Until that is recorded,
 * nothing that needs it is offered or done.
 */
public final class Permits {

  private final Foundation foundation;
  private final PermitDao dao;

  Permits(Foundation foundation) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(PermitDao.class);
  }

  public Optional<RecordedPermit> of(Network network) {
    return dao.of(network);
  }

  /** The networks whose permission is recorded. */
  Set<Network> recorded() {
    return dao.recorded();
  }

  /** Whether that may be done on a network, by what is recorded. */
  static boolean allows(NetworkModule network, Set<Network> recorded, PublishMode mode) {
    return mode != PublishMode.API
        || network.permit() == Permit.NOT_NEEDED
        || recorded.contains(network);
  }

  /** Whether accounts may be connected there, by what is recorded. */
  static boolean connects(NetworkModule network, Set<Network> recorded) {
    return network.traits().connects()
        && (network.permit() != Permit.FOR_EVERYTHING || recorded.contains(network));
  }

  /**
   * @throws Problem conflict if posts may not get out that way before a permission is recorded
   */
  void require(NetworkModule network, PublishMode mode) {
    if (!allows(network, recorded(), mode)) {
      throw Problem.conflict("channel.permit.missing", network.label());
    }
  }

  /**
   * @throws Problem conflict if no account may be connected before a permission is recorded
   */
  void requireConnecting(NetworkModule network) {
    if (network.permit() == Permit.FOR_EVERYTHING && of(network).isEmpty()) {
      throw Problem.conflict("channel.permit.missing", network.label());
    }
  }

  /** Records a permission, or another one in its place. */
  public void record(Actor by, RecordPermit command) {
    Permissions.require(by, Role.ADMIN);
    needing(command.network());
    Instant now = foundation.clock().instant();
    if (command.confirmedOn().isAfter(Wita.date(now))) {
      throw Problem.invalid("confirmedOn", "channel.permit.future");
    }
    UUID person = by.id().orElseThrow();
    foundation
        .transactions()
        .run(
            () -> {
              dao.store(
                  new PermitDao.PermitRow(
                      command.network(),
                      command.confirmedBy().strip(),
                      command.confirmedOn(),
                      command.reference().strip(),
                      person,
                      now));
              foundation
                  .audit()
                  .record(
                      Change.of(by, "channel.permit-recorded", "person", person)
                          .with("network", command.network())
                          .with("confirmedBy", command.confirmedBy().strip())
                          .with("confirmedOn", command.confirmedOn())
                          .with("reference", command.reference().strip()));
            });
  }

  /**
   * It holds no more.
   *
   * @throws Problem conflict while an account still uses it
   */
  public void withdraw(Actor by, Network network) {
    Permissions.require(by, Role.ADMIN);
    NetworkModule module = needing(network);
    UUID person = by.id().orElseThrow();
    boolean everything = module.permit() == Permit.FOR_EVERYTHING;
    foundation
        .transactions()
        .run(
            () -> {
              dao.using(network, everything).stream()
                  .findFirst()
                  .ifPresent(
                      account -> {
                        throw Problem.conflict(
                            everything ? "channel.permit.used-by-login" : "channel.permit.used",
                            account);
                      });
              if (dao.remove(network) == 0) {
                throw Problem.notFound();
              }
              foundation
                  .audit()
                  .record(
                      Change.of(by, "channel.permit-withdrawn", "person", person)
                          .with("network", network));
            });
  }

  /**
   * @throws Problem not found if nothing of that network needs a permission
   */
  NetworkModule needing(Network network) {
    return NetworkModule.find(network)
        .filter(module -> module.permit() != Permit.NOT_NEEDED)
        .orElseThrow(Problem::notFound);
  }

  /**
   * Record that a network allowed the office to be served by its API.
   *
   * @param confirmedBy who said so, such as a name and an office
   * @param reference where it is written, such as the number of a letter; may be empty
   */
  public record RecordPermit(
      Network network,
      @NotBlank @Size(max = 200) String confirmedBy,
      LocalDate confirmedOn,
      @Size(max = 500) String reference) {}

  /** That a network allowed the office what its terms do not give everybody, as it was recorded. */
  public record RecordedPermit(
      Network network,
      String confirmedBy,
      LocalDate confirmedOn,
      String reference,
      Instant recordedAt,
      String recordedBy) {}
}
