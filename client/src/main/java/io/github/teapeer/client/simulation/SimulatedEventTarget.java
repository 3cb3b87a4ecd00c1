package io.github.teapeer.client.simulation;

import io.github.teapeer.jso.dom.Event;
import io.github.teapeer.jso.dom.EventHandler;
import io.github.teapeer.jso.dom.EventTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dispatches events to listeners, in the order in which they were added. */
abstract class SimulatedEventTarget implements EventTarget {
  private static final class Listener {
    private EventHandler<? extends Event> handler;
    private final boolean isAttribute;

    Listener(EventHandler<? extends Event> handler, boolean isAttribute) {
      this.handler = handler;
      this.isAttribute = isAttribute;
    }
  }

  private final SimulatedPlatform page;
  private final Map<String, List<Listener>> listeners = new LinkedHashMap<>();

  SimulatedEventTarget(SimulatedPlatform page) {
    this.page = page;
  }

  final SimulatedPlatform page() {
    return page;
  }

  @Override
  public final void addEventListener(String type, EventHandler<? extends Event> handler) {
    List<Listener> ofType = listeners.computeIfAbsent(type, added -> new ArrayList<>());
    if (ofType.stream().noneMatch(known -> known.handler == handler && !known.isAttribute)) {
      ofType.add(new Listener(handler, false));
    }
  }

  @Override
  public final void removeEventListener(String type, EventHandler<? extends Event> handler) {
    List<Listener> ofType = listeners.get(type);
    if (ofType != null) {
      ofType.removeIf(known -> known.handler == handler && !known.isAttribute);
    }
  }

  final boolean hasListeners(String type) {
    return !listeners.getOrDefault(type, List.of()).isEmpty();
  }

  /**
   * Sets the {@code on…} attribute of an event, which keeps its place among the listeners when it
   * is changed, and loses it when it is set to null.
   */
  final void setHandler(String type, EventHandler<? extends Event> handler) {
    List<Listener> ofType = listeners.computeIfAbsent(type, added -> new ArrayList<>());
    if (handler == null) {
      ofType.removeIf(known -> known.isAttribute);
      return;
    }
    for (Listener known : ofType) {
      if (known.isAttribute) {
        known.handler = handler;
        return;
      }
    }
    ofType.add(new Listener(handler, true));
  }

  /** Dispatches an event; only from a task. */
  final void dispatch(Event event) {
    page.trace(label() + " " + event.getType());
    List<Listener> ofType = listeners.get(event.getType());
    if (ofType != null) {
      for (Listener listener : List.copyOf(ofType)) {
        // A listener that was removed by one before it is not called any more.
        if (ofType.contains(listener)) {
          page.call(() -> invoke(listener.handler, event));
        }
      }
    }
  }

  /** Dispatches an event without properties, in a task of its own. */
  final void queueEvent(String type) {
    page.queueTask(() -> dispatch(new SimulatedEvent(type)));
  }

  @SuppressWarnings("unchecked") // Web IDL's contract: the handler of a type takes its events
  private static <E extends Event> void invoke(EventHandler<E> handler, Event event) {
    handler.handleEvent((E) event);
  }

  /** What the target is called in traces. */
  abstract String label();
}
