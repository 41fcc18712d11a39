package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.kernel.Network;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a post beside its text, such as who may see it; by its network's traits. */
record PostOptions(Map<PostOption, String> chosen) {

  static final PostOptions NONE = new PostOptions(Map.of());

  /** Longer than any network's title or first comment. */
  private static final int LONGEST = 2_200;

  private static final int LONGEST_THREAD = 20_000;

  PostOptions {
    EnumMap<PostOption, String> said = new EnumMap<>(PostOption.class);
    chosen.forEach(
        (option, value) -> {
          if (!value.isBlank()) {
            said.put(option, value.strip());
          }
        });
    chosen = Map.copyOf(said);
  }

  /** As they are stored; an option that there is no longer is left out. */
  static PostOptions of(Map<String, String> stored) {
    Map<PostOption, String> known = new EnumMap<>(PostOption.class);
    for (PostOption option : PostOption.values()) {
      if (stored.containsKey(option.name())) {
        known.put(option, stored.getOrDefault(option.name(), ""));
      }
    }
    return new PostOptions(known);
  }

  Map<String, String> stored() {
    Map<String, String> names = new TreeMap<>();
    chosen.forEach((option, value) -> names.put(option.name(), value));
    return names;
  }

  /** What that account's network does not know of it, or its login may not say. */
  List<Issue> against(Channel channel) {
    Network network = channel.network();
    NetworkModule module = NetworkModule.of(network);
    Set<PostOption> offered = offered(channel);
    List<Issue> issues = new ArrayList<>();
    chosen.forEach(
        (option, value) -> {
          boolean known = byHand(module).contains(option);
          if (!known || !isSaid(module, option, value)) {
            issues.add(Issue.of("publishing.option.unknown", network.label()));
          } else if (!offered.contains(option)) {
            issues.add(Issue.of("publishing.option.login", channel.shownAs()));
          }
        });
    issues.addAll(module.against(chosen));
    return issues;
  }

  private static boolean isSaid(NetworkModule module, PostOption option, String value) {
    return switch (option) {
      case PAID_PARTNERSHIP, AI_LABEL -> value.equals("true");
      case PRIVACY -> module.choices(option).contains(value);
      case TITLE, THREAD, FIRST_COMMENT -> value.length() <= longest(option);
    };
  }

  static int longest(PostOption option) {
    return option == PostOption.THREAD ? LONGEST_THREAD : LONGEST;
  }

  FollowingWords following() {
    return FollowingWords.of(stored());
  }

  /** Whether it is this alone that a post without any lacks. */
  private static boolean isNeeded(NetworkModule module, PostOption option) {
    return !module.against(Map.of()).isEmpty() && module.against(Map.of(option, "-")).isEmpty();
  }

  /** Whoever publishes by hand says there whatever the network's app lets be said. */
  private static Set<PostOption> offered(Channel channel) {
    NetworkModule module = NetworkModule.of(channel.network());
    return channel.isByHand() ? byHand(module) : module.options(channel.account());
  }

  private static Set<PostOption> byHand(NetworkModule module) {
    return Stream.concat(module.traits().options().stream(), module.typedOptions().stream())
        .collect(Collectors.toSet());
  }

  /** The options of an account that a form asks for, in one order. */
  static List<AskedOption> asked(Channel channel) {
    NetworkModule module = NetworkModule.of(channel.network());
    Set<PostOption> offered = offered(channel);
    return Arrays.stream(PostOption.values())
        .filter(offered::contains)
        .map(option -> new AskedOption(option, module.choices(option), isNeeded(module, option)))
        .toList();
  }
}
