package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.util.List;
import java.util.Optional;

/**
 * One practice network as the staff's page shows it.
 *
 * @param address its root, without a trailing slash
 * @param posts the newest that arrived
 * @param total posts that ever arrived
 */
public record NetworkBlock(
    Network network,
    String address,
    List<AccountLine> accounts,
    List<Fault> faults,
    List<ArrivedPost> posts,
    long total) {

  /** An account with its followers now. */
  public record AccountLine(PracticeAccount account, String href, long followers) {}

  /** The public page of a post. */
  public String href(PracticePost post) {
    return address + PracticeServer.of(network).routes().ofPost(post.handle(), post.shortCode());
  }

  /** The one account that a fault touches; empty for all. */
  public Optional<String> handle(Fault fault) {
    return fault
        .accountId()
        .flatMap(
            id ->
                accounts.stream()
                    .map(AccountLine::account)
                    .filter(account -> account.id() == id)
                    .map(PracticeAccount::handle)
                    .findFirst());
  }
}
