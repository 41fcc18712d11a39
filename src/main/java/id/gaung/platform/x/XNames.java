package id.gaung.platform.x;

/**
 * What X's API calls what is asked for. Its description of August 2026 (2.167) renames them, its
 * guides do not yet; answers are read under either name.
 *
 * @param fields the parameter that says which fields of a post are wanted
 * @param referenced the field that says what a post shares on or answers
 */
record XNames(String fields, String referenced) {

  static final XNames OLD = new XNames("tweet.fields", "referenced_tweets");
  static final XNames NEW = new XNames("post.fields", "referenced_posts");

  /** The old ones where it is neither. */
  static XNames of(String fields) {
    return fields.equals(NEW.fields) ? NEW : OLD;
  }

  /** All that is read of a post. */
  String wanted() {
    return "created_at,entities,public_metrics," + referenced;
  }
}
