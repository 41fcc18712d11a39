package id.gaung.kernel;

/** What a person may be in Gaung; one person may have several roles. */
public enum Role {
  STAFF,
  APPROVER,
  TREASURER,
  JUROR,
  CREATOR,
  OBSERVER,
  ADMIN;

  /** The same names as constants, for {@code @RolesAllowed}. */
  public static final class Names {
    public static final String STAFF = "STAFF";
    public static final String APPROVER = "APPROVER";
    public static final String TREASURER = "TREASURER";
    public static final String JUROR = "JUROR";
    public static final String CREATOR = "CREATOR";
    public static final String OBSERVER = "OBSERVER";
    public static final String ADMIN = "ADMIN";

    private Names() {}
  }
}
