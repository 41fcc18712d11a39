package id.gaung.publishing;

import id.gaung.kernel.Actor;

/**
 * The engine that holds a claim.
 *
 * @param node this process's name in the cluster, the same after a restart
 * @param life of this process, never the same again
 */
record LeaseOwner(String node, String life) {

  private static final Actor ACTOR = Actor.system("publishing");

  LeaseOwner {
    if (node.contains("/")) {
      throw new IllegalArgumentException("a node's name has no slash: " + node);
    }
  }

  String name() {
    return node + "/" + life;
  }

  Actor actor() {
    return ACTOR;
  }
}
