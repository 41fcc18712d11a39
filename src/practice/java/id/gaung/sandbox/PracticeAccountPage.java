package id.gaung.sandbox;

/**
 * What the page of a practice account shows.
 *
 * @param network the network's name
 */
public record PracticeAccountPage(
    String network, String name, String handle, String path, long followers) {}
