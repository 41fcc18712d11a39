package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.HostPolicy;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.PlatformRequest;
import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Where the accounts of a domain live, if its name is not that of their server: a city's {@code
 * example.go.id} may have its accounts on {@code sosial.example.go.id} (Mastodon's {@code
 * WEB_DOMAIN}). The domain says so by WebFinger (RFC 7033) of the account, or by host-meta (RFC
 * 6415) where only the domain is known. One step alone is gone, to a server that the host policy
 * allows.
 */
final class AccountHosts {

  private final MastodonApi api;
  private final HostPolicy hosts;

  AccountHosts(MastodonApi api, HostPolicy hosts) {
    this.api = api;
    this.hosts = hosts;
  }

  /**
   * @param typed as a person typed it, maybe with the account's name
   * @return empty if the domain does not say, or names itself
   */
  Optional<URI> of(URI domain, String typed) {
    String name = typed.strip().replaceFirst("^@", "");
    int at = name.indexOf('@');
    PlatformRequest question =
        at > 0
            ? PlatformRequest.get(domain, "/.well-known/webfinger")
                .query("resource", "acct:" + name)
            : PlatformRequest.get(domain, "/.well-known/host-meta");
    Optional<String> told =
        api.send(question)
            .match(AccountHosts::told, notSent -> Optional.empty(), unknown -> Optional.empty());
    return told.flatMap(AccountHosts::host)
        .flatMap(hosts::server)
        .filter(server -> !server.equals(domain));
  }

  private static Optional<String> told(Answered answer) {
    if (answer.status() >= 300 && answer.status() < 400) {
      return answer.header("Location");
    }
    if (!answer.ok()) {
      return Optional.empty();
    }
    Optional<JsonNode> person = answer.json();
    return person.isPresent() ? self(person.get()) : template(answer.body());
  }

  private static Optional<String> self(JsonNode person) {
    for (JsonNode link : person.path("links")) {
      if (link.path("rel").asText().equals("self")) {
        return Optional.of(link.path("href").asText());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> template(String hostMeta) {
    Document document = Jsoup.parse(hostMeta, "", Parser.xmlParser());
    return Optional.ofNullable(document.selectFirst("Link[rel=lrdd][template]"))
        .map(link -> link.attr("template"));
  }

  /** The address of its server alone: what else stands in it may hold signs no address may. */
  private static Optional<String> host(String address) {
    String root = address.replaceFirst("^(https?://[^/?#{]+).*$", "$1");
    return root.matches("https?://[^/?#{]+") ? Optional.of(root) : Optional.empty();
  }
}
