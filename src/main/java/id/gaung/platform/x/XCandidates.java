package id.gaung.platform.x;

import id.gaung.platform.Account;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Owners;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The account's own words among its posts that no other post of ours is. */
record XCandidates(
    Account account, XAddresses addresses, List<XPost> posts, LookUpRequest request) {

  static XCandidates of(
      Account account, XAddresses addresses, List<XPost> since, LookUpRequest request) {
    Set<String> all = new HashSet<>();
    since.forEach(post -> all.addAll(marks(account, addresses, post)));
    // Asked after the list was read: see LookUpRequest.
    Set<String> held = all.isEmpty() ? Set.of() : request.posts().held(all);
    List<XPost> free =
        since.stream()
            .filter(XPost::isOwnWord)
            .filter(p -> marks(account, addresses, p).stream().noneMatch(held::contains))
            .toList();
    return new XCandidates(account, addresses, free, request);
  }

  private static Set<String> marks(Account account, XAddresses addresses, XPost post) {
    Set<String> marks = new HashSet<>(post.ids());
    addresses.post(account, post.id()).url().map(URI::toString).ifPresent(marks::add);
    return marks;
  }

  /** The one at an address. */
  Optional<RemotePost> at(URI address) {
    return addresses
        .named(account, address)
        .filter(named -> posts.stream().anyMatch(p -> p.ids().contains(named.remoteId())));
  }

  /** With their texts as they were written, as far as that can be told. */
  List<Owners.Listed> listed() {
    List<String> typed =
        posts.isEmpty()
            ? List.of()
            : Stream.concat(
                    Stream.of(request.publication().text()),
                    request.posts().open().stream().map(OpenPost::text))
                .toList();
    return posts.stream().map(post -> listed(post, typed)).toList();
  }

  private Owners.Listed listed(XPost post, List<String> typed) {
    return new Owners.Listed(
        addresses.post(account, post.id()), XText.of(post.body(), typed), post.at());
  }
}
