package id.gaung.platform.telegram;

import id.gaung.platform.ChannelPosts;
import id.gaung.platform.LookUpRequest.OpenPost;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The other posts of a channel, without open ones of another shape than what is looked at. */
record ShapedPosts(ChannelPosts all, MessageShape shape) implements ChannelPosts {

  @Override
  public Set<String> outBefore(Collection<String> remoteIds) {
    return all.outBefore(remoteIds);
  }

  @Override
  public Set<String> held(Collection<String> marks) {
    return all.held(marks);
  }

  @Override
  public List<OpenPost> open() {
    return all.open().stream()
        .filter(
            post ->
                new MessageMark(post.checkpoint()).shape().filter(s -> !s.equals(shape)).isEmpty())
        .toList();
  }
}
