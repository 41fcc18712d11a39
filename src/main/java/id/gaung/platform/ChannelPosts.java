package id.gaung.platform;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is known of the other posts of the account. */
public interface ChannelPosts {

  ChannelPosts NONE =
      new ChannelPosts() {
        @Override
        public Set<String> outBefore(Collection<String> remoteIds) {
          return Set.of();
        }

        @Override
        public Set<String> held(Collection<String> marks) {
          return Set.of();
        }

        @Override
        public List<LookUpRequest.OpenPost> open() {
          return List.of();
        }
      };

  /** Those among the ids whose posts were certainly out before the first attempt began. */
  Set<String> outBefore(Collection<String> remoteIds);

  /** Those among ids and addresses that belong to another post of the account. */
  Set<String> held(Collection<String> marks);

  /** Other posts of the account that may have left, or be about to leave, something there. */
  List<LookUpRequest.OpenPost> open();
}
