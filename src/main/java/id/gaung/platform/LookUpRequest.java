package id.gaung.platform;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a look-up may go by. Where a network keeps no key of ours, the account's own list is read,
 * and what stands there is told apart from the account's other posts by what is known of them.
 *
 * @param checkpoint as stored before the step without an outcome
 * @param at where a person says the post is; empty if nobody does
 * @param posts asked after the network's list was read, so that a post which is being published at
 *     this moment is known to it before its status can be in the list
 */
public record LookUpRequest(
    Publication publication, Checkpoint checkpoint, Optional<URI> at, ChannelPosts posts) {

  /** With nothing known of other posts. */
  public static LookUpRequest of(Publication publication, Checkpoint checkpoint) {
    return new LookUpRequest(publication, checkpoint, Optional.empty(), ChannelPosts.NONE);
  }

  /**
   * Another post of the account whose outcome is not known.
   *
   * @param altTexts one for each of its pictures
   * @param samePictures whether its pictures are those of the publication looked up
   * @param running whether a call for it is under way at this moment
   */
  public record OpenPost(
      String text,
      List<String> altTexts,
      boolean samePictures,
      Checkpoint checkpoint,
      boolean running) {
    public OpenPost {
      altTexts = List.copyOf(altTexts);
    }
  }
}
