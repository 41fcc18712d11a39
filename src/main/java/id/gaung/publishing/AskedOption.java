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

  /** The form's field for that account. */
  public String field(String channelId) {
    return "option-" + option + "-" + channelId;
  }
}
