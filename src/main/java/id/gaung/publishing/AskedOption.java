package id.gaung.publishing;

import id.gaung.platform.PostOption;
import java.util.List;

/**
 * What the composer asks of a post on one account, as its network offers it.
 *
 * @param choices its values, the usual one first; none for words or a yes
 * @param required whether the network takes no post without it
 */
public record AskedOption(PostOption option, List<String> choices, boolean required) {

  public AskedOption {
    choices = List.copyOf(choices);
  }

  /** Whether it can be said only, or not. */
  public boolean isYes() {
    return option == PostOption.PAID_PARTNERSHIP || option == PostOption.AI_LABEL;
  }

  /** Whether several texts may stand in it. */
  public boolean isLong() {
    return option == PostOption.THREAD;
  }

  /** The most characters that are taken of it; each network takes less. */
  public int most() {
    return PostOptions.longest(option);
  }

  /** The form's field for that account. */
  public String field(String channelId) {
    return field(option, channelId);
  }

  static String field(PostOption option, String channelId) {
    return "option-" + option + "-" + channelId;
  }
}
