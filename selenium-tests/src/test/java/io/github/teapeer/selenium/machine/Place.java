package io.github.teapeer.selenium.machine;

import java.util.List;

/** Where a program runs, and how this JVM reaches what listens there. */
public interface Place {
  /** The network of this JVM. */
  Place HERE =
      new Place() {
        @Override
        public List<String> enter(List<String> command) {
          return command;
        }

        @Override
        public int reach(int port) {
          return port;
        }
      };

  /** The command that runs a command there. */
  List<String> enter(List<String> command);

  /**
   * The port on this JVM's loopback address that leads to one on the loopback address there.
   *
   * @param port may begin to be listened on later
   */
  int reach(int port);
}
