package io.github.teapeer.selenium.docs;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.github.teapeer.selenium.browser.BrowserKind;
import io.github.teapeer.selenium.page.Library;
import io.github.teapeer.selenium.samples.Fault;
import io.github.teapeer.selenium.samples.Fault.Part;
import io.github.teapeer.selenium.samples.Outcome;
import io.github.teapeer.selenium.samples.Reason;
import io.github.teapeer.selenium.samples.Sample;
import io.github.teapeer.selenium.samples.Serialization;
import io.github.teapeer.selenium.stage.OldPeers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the interoperability tests expect, as Markdown. */
final class InteroperabilityPage {
  /** Serializations that carry the same. */
  private static final List<List<Serialization>> ROWS =
      List.of(
          List.of(Serialization.BINARY, Serialization.BINARY_UTF8),
          List.of(Serialization.JSON),
          List.of(Serialization.RAW, Serialization.NONE));

  private InteroperabilityPage() {}

  /** The generated part of docs/interop.md. */
  static String render() {
    return table() + "\n" + losses();
  }

  private static String table() {
    String rows =
        Library.STOCK.stream()
            .flatMap(library -> ROWS.stream().map(row -> row(library, row)))
            .collect(joining());
    return """
        | PeerJS | serialization | values | lost from it | lost to it | Chromium | Firefox |
        |---|---|--:|---|---|---|---|
        """
        + rows;
  }

  private static String row(Library library, List<Serialization> serializations) {
    List<Sample> samples = samples(serializations.get(0)).toList();
    return "| %s | %s | %d | %s | %s | %s | %s |\n"
        .formatted(
            library.toString().substring("PeerJS ".length()),
            serializations.stream().map(name -> "`" + name.option() + "`").collect(joining(", ")),
            samples.size(),
            lost(library, Part.SENDER, samples),
            lost(library, Part.RECEIVER, samples),
            inBrowser(library, BrowserKind.CHROMIUM),
            inBrowser(library, BrowserKind.FIREFOX));
  }

  private static String inBrowser(Library library, BrowserKind browser) {
    return OldPeers.opensReliably(library, browser) ? "works" : "works, except `reliable: true`";
  }

  /** How many values, and the marks of the reasons. */
  private static String lost(Library library, Part part, List<Sample> samples) {
    Set<Reason> reasons =
        samples.stream()
            .flatMap(sample -> fault(sample, library, part))
            .map(Fault::reason)
            .collect(toSet());
    if (reasons.isEmpty()) {
      return "–";
    }
    long values = samples.stream().filter(s -> fault(s, library, part).count() > 0).count();
    return values
        + ": "
        + Arrays.stream(Reason.values())
            .filter(reasons::contains)
            .map(InteroperabilityPage::mark)
            .collect(joining(" "));
  }

  private static String losses() {
    return Arrays.stream(Reason.values()).map(InteroperabilityPage::loss).collect(joining());
  }

  private static String loss(Reason reason) {
    List<Sample> samples =
        ROWS.stream().flatMap(row -> samples(row.get(0))).filter(s -> shows(s, reason)).toList();
    Set<Library> libraries =
        samples.stream()
            .flatMap(sample -> sample.faults().stream())
            .filter(fault -> fault.reason() == reason)
            .flatMap(fault -> fault.libraries().stream())
            .collect(toSet());
    String who =
        Library.STOCK.stream()
            .filter(libraries::contains)
            .map(library -> library.toString().substring("PeerJS ".length()))
            .collect(joining(", "));
    String values =
        samples.stream()
            .flatMap(
                sample ->
                    sample.faults().stream()
                        .filter(fault -> fault.reason() == reason && fault.part() != Part.BOTH)
                        .map(fault -> ValueText.of(sample.sent()) + " " + becomes(fault.outcome())))
            .distinct()
            .collect(joining("; "));
    return "- **%s** %s %s: %s.\n".formatted(mark(reason), who, reason, values);
  }

  private static boolean shows(Sample sample, Reason reason) {
    return sample.faults().stream()
        .anyMatch(fault -> fault.reason() == reason && fault.part() != Part.BOTH);
  }

  private static String becomes(Outcome outcome) {
    if (outcome instanceof Outcome.Arrives arrives) {
      return "arrives as " + ValueText.of(arrives.value());
    }
    if (outcome instanceof Outcome.IsRefused) {
      return "makes `send` throw";
    }
    if (outcome instanceof Outcome.IsReported reported) {
      return "is an error `" + reported.type() + "`";
    }
    return outcome instanceof Outcome.Vanishes ? "is swallowed" : "is lost";
  }

  private static Stream<Fault> fault(Sample sample, Library library, Part part) {
    return sample.faults().stream()
        .filter(fault -> fault.part() == part && fault.libraries().contains(library));
  }

  private static Stream<Sample> samples(Serialization serialization) {
    return serialization.samples().stream().flatMap(List::stream);
  }

  private static String mark(Reason reason) {
    return String.valueOf((char) ('A' + List.of(Reason.values()).indexOf(reason)));
  }
}
