package id.gaung.home;

import id.gaung.kernel.Week;
import java.util.List;
import java.util.Optional;

/**
 * A person's first page.
 *
 * @param waiting what waits for this person
 * @param others what waits for others, where this person waits with them
 * @param facts what is good to know
 * @param readsReports whether the weekly reports are for this person
 * @param report the newest week that has one
 */
public record HomePage(
    String name,
    List<Card> waiting,
    List<Card> others,
    List<Card> facts,
    boolean readsReports,
    Optional<Week> report,
    NextStep next) {}
