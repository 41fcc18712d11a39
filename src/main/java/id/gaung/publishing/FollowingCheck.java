package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.kernel.FieldError;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import java.util.ArrayList;
import java.util.List;

/** What stands against what is to follow a post: each part of its thread by its network's rules. */
public final class FollowingCheck {

  /** With the post itself as many as anybody writes, and soon out. */
  static final int MOST_PARTS = 24;

  private FollowingCheck() {}

  /**
   * By the field that asks for it, named after the part.
   *
   * @param rules of the account
   */
  static List<FieldError> against(Channel channel, ContentRules rules, FollowingWords words) {
    NetworkModule module = NetworkModule.of(channel.network());
    List<FieldError> errors = new ArrayList<>();
    int parts = words.thread().size();
    if (parts > MOST_PARTS) {
      Issue tooMany = Issue.of("publishing.thread.too-many", parts, MOST_PARTS);
      errors.add(error(channel, PostOption.THREAD, tooMany, ""));
    }
    for (int i = 0; i < Math.min(parts, MOST_PARTS); i++) {
      // As readers count: the post itself is the first of the thread.
      String part = ", " + (i + 2) + "/" + (parts + 1);
      against(module, rules, PostOption.THREAD, words.thread().get(i))
          .forEach(issue -> errors.add(error(channel, PostOption.THREAD, issue, part)));
    }
    words
        .comment()
        .map(text -> against(module, rules, PostOption.FIRST_COMMENT, text))
        .orElse(List.of())
        .forEach(issue -> errors.add(error(channel, PostOption.FIRST_COMMENT, issue, "")));
    return errors;
  }

  /**
   * @param kind {@link PostOption#THREAD} or {@link PostOption#FIRST_COMMENT}
   */
  public static List<Issue> against(
      NetworkModule module, ContentRules rules, PostOption kind, String text) {
    return kind == PostOption.THREAD ? rules.check(text, List.of()) : module.againstComment(text);
  }

  private static FieldError error(Channel channel, PostOption option, Issue issue, String part) {
    return new FieldError(
            AskedOption.field(option, channel.id().toString()), issue.key(), issue.args())
        .about(channel.shownAs() + part);
  }
}
