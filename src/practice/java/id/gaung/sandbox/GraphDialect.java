package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What differs between the networks that speak Meta's Graph API and publish through containers.
 *
 * @param grant what the names of grants begin with, such as {@code ig}
 * @param tokens what its tokens begin with
 * @param plainGrant whether a code is answered with the token and the account's number alone, and
 *     not with a list of one that also tells what was granted
 * @param basic the permission to read; {@code publish} and {@code insights} likewise
 * @param busy the code of an account with too many calls
 * @param usage the type in the header of usage
 * @param publishPath behind the account's path; {@code limitPath} likewise
 * @param dailyPosts in any 24 hours
 * @param answering how posts may answer others, where they do
 * @param unknownContainer the subcode, with code 24, of a container that is not known
 * @param ofPage what a permission is called where a Page's token opens the account
 * @param counts a post's insights, by the network's names
 */
record GraphDialect(
    Network network,
    String grant,
    String tokens,
    boolean plainGrant,
    String basic,
    String publish,
    String insights,
    int busy,
    String usage,
    String publishPath,
    String limitPath,
    int dailyPosts,
    Optional<Answering> answering,
    int unknownContainer,
    UnaryOperator<String> ofPage,
    Function<PracticeEngagement, Map<String, Long>> counts) {

  /**
   * @param permission without which nothing is answered
   * @param reading the permission to read what the account has answered
   * @param daily in any 24 hours, beside the posts
   */
  record Answering(String permission, String reading, int daily) {}
}
