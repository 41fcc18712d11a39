package id.gaung.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A social network, as everybody may name it, and what people's accounts are called there, by the
 * rules that the networks state for names. Whether Gaung publishes there, and how, its module says.
 *
 * <p>Each network is a class of its own and a line in {@code
 * META-INF/services/id.gaung.kernel.Network}; nothing else lists them. Two are equal by name.
 */
public abstract class Network implements Comparable<Network> {

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:https?://)?(?:www\\.|m\\.|web\\.)?([a-z0-9.-]+\\.[a-z]{2,})/(\\S+)");

  private final Naming naming;
  private final Pattern account;

  protected Network(Naming naming) {
    this.naming = naming;
    this.account = Pattern.compile(naming.account, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * What a network is called, and its people.
   *
   * @param name as it is stored: {@code BLUESKY}
   * @param label its own name, the same in every language
   * @param place among the others on every page, the lowest first
   * @param example an account's name as it is kept, to show what is meant
   * @param account a regular expression that all names of accounts match, whatever their case
   * @param hosts where the pages of its accounts are, without {@code www.}; none where every server
   *     has its own
   */
  protected record Naming(
      String name, String label, int place, String example, String account, List<String> hosts) {
    public Naming {
      hosts = List.copyOf(hosts);
    }
  }

  /** Read once, when somebody first asks. */
  private static final class Known {
    static final List<Network> ALL =
        ServiceLoader.load(Network.class, Network.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted()
            .toList();
  }

  /** All of them, in the order in which they stand on every page. */
  public static List<Network> all() {
    return Known.ALL;
  }

  /** The network of that name, such as {@code BLUESKY}; empty if it is none of them. */
  public static Optional<Network> named(String name) {
    return all().stream().filter(network -> network.name().equals(name)).findFirst();
  }

  /** The network of that path, such as {@code bluesky}; empty if it is none of them. */
  public static Optional<Network> ofPath(String path) {
    return all().stream().filter(network -> network.path().equals(path)).findFirst();
  }

  /**
   * The network of a name that was stored or sent.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static Network valueOf(String name) {
    return named(name).orElseThrow(() -> new IllegalArgumentException("no network: " + name));
  }

  /** As it is stored: {@code BLUESKY}. */
  public final String name() {
    return naming.name;
  }

  /** The network's own name, the same in every language. */
  public final String label() {
    return naming.label;
  }

  /** As it stands in addresses and names its mark: {@code bluesky}. */
  public final String path() {
    return naming.name.toLowerCase(Locale.ROOT);
  }

  /** An account's name as it is kept, to show what is meant. */
  public final String example() {
    return naming.example;
  }

  /**
   * Reads an account's name, typed with or without {@code @}, or copied as the address of its page.
   * Kept without {@code @}, in the letters that were typed; names of servers in small ones. Empty
   * if no account of this network can be called so.
   */
  public final Optional<String> handle(String typed) {
    String whole = Typed.name(typed).replaceFirst("#.*$", "");
    String seen = whole.replaceFirst("\\?.*$", "").replaceFirst("/+$", "");
    String query = whole.replaceFirst("^[^?]*\\??", "");
    Matcher page = ADDRESS.matcher(seen);
    boolean isName = account.matcher(seen).matches();
    Optional<String> name =
        !isName && page.matches()
            ? onPage(page.group(1).toLowerCase(Locale.ROOT), page.group(2), query)
            : Optional.of(seen);
    return name.map(one -> completed(one.replaceFirst("^@", "")))
        .filter(one -> account.matcher(one).matches());
  }

  /** As people write it: with {@code @} where the network does. */
  public String shown(String account) {
    return "@" + account;
  }

  /** Where the account is seen. */
  public abstract String address(String account);

  /**
   * The same, where a name may stand behind the path.
   *
   * @param query without its question mark; empty for none
   */
  protected Optional<String> onPage(String host, String path, String query) {
    return onPage(host, path);
  }

  /**
   * The name in the address of an account's page, or of a page of one post; empty if the page is
   * not this network's, or says nobody's name.
   */
  protected Optional<String> onPage(String host, String path) {
    return naming.hosts.contains(host) ? Optional.of(first(path)) : Optional.empty();
  }

  /** With what people leave away, such as the server of most. */
  protected String completed(String name) {
    return name;
  }

  /** The part of a path before the next slash. */
  protected static String first(String path) {
    return path.replaceFirst("/.*$", "");
  }

  @Override
  public final int compareTo(Network other) {
    return Comparator.comparingInt((Network one) -> one.naming.place)
        .thenComparing(Network::name)
        .compare(this, other);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Network network && network.name().equals(name());
  }

  @Override
  public final int hashCode() {
    return Objects.hash(name());
  }

  /** Its name, as it is stored. */
  @Override
  public final String toString() {
    return name();
  }
}
