package id.gaung.sandbox;

import java.util.List;
import java.util.Map;

/**
 * The page on which a person allows an application.
 *
 * @param fields what the application asked, handed back unseen with the decision
 */
public record AuthorizePage(
    String network,
    String app,
    String scopes,
    String action,
    Map<String, String> fields,
    List<PracticeAccountPage> accounts) {}
