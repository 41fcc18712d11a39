package id.gaung.engagement;

import java.util.OptionalLong;

/** The cost as a dividend. */
final class Cost {

  private Cost() {}

  static OptionalLong of(PostFigures post) {
    return post.cost().map(cost -> OptionalLong.of(cost.amount())).orElse(OptionalLong.empty());
  }
}
