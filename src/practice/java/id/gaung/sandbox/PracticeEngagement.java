package id.gaung.sandbox;

/**
 * What a network has counted on one post at one moment. Never more likes, comments, shares, quotes
 * or saves than reached, never more reached than views.
 *
 * @param shares reposts, boosts, shares
 */
public record PracticeEngagement(
    long views, long reach, long likes, long comments, long shares, long quotes, long saves) {

  static final PracticeEngagement NONE = new PracticeEngagement(0, 0, 0, 0, 0, 0, 0);
}
