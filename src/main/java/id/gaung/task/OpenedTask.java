package id.gaung.task;

import id.gaung.identity.Person;
import id.gaung.kernel.Actor;
import id.gaung.publishing.RenditionRow;
import java.util.List;
import java.util.Set;

/** A task with what it holds: the posts on its person's accounts. */
public record OpenedTask(Task task, Person person, List<RenditionRow> posts) {
  public OpenedTask {
    posts = List.copyOf(posts);
  }

  /** The link acts as its person, and as nobody else. */
  Actor actor() {
    return Actor.person(person.id(), person.name(), Set.of());
  }
}
