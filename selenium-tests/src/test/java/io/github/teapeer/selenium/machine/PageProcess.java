package io.github.teapeer.selenium.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The process of the browser in which a page runs, as Linux tells of it: the time of its main
 * thread, which is the page's, and its memory.
 *
 * @param pid the process id
 */
public record PageProcess(long pid) {
  /** Linux counts the time of threads in hundredths of a second. */
  private static final double TICK_MS = 10;

  private static final int UTIME = 11;
  private static final int STIME = 12;

  /**
   * Finds it: the descendant of this JVM whose main thread worked the most.
   *
   * @param work what keeps the page busy for a second or two
   */
  public static PageProcess find(Runnable work) {
    List<PageProcess> candidates =
        ProcessHandle.current()
            .descendants()
            .map(process -> new PageProcess(process.pid()))
            .toList();
    List<Double> before = candidates.stream().map(PageProcess::mainThreadMillis).toList();
    work.run();
    return candidates.stream()
        .max(
            Comparator.comparingDouble(
                process -> process.mainThreadMillis() - before.get(candidates.indexOf(process))))
        .orElseThrow();
  }

  /** The processor time of the main thread so far, in milliseconds; 0 if the process has ended. */
  public double mainThreadMillis() {
    return processorMillis(Path.of("/proc/%d/task/%d/stat".formatted(pid, pid)));
  }

  /** The processor time of all its threads so far, in milliseconds; 0 if it has ended. */
  public double processorMillis() {
    return processorMillis(Path.of("/proc/%d/stat".formatted(pid)));
  }

  private static double processorMillis(Path file) {
    String stat = read(file);
    // The name, in parentheses, may have spaces.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
    return fields.length <= STIME
        ? 0
        : (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * TICK_MS;
  }

  /** Forgets the largest size so far. */
  public void resetPeak() {
    try {
      Files.writeString(Path.of("/proc/%d/clear_refs".formatted(pid)), "5");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The memory in use, in megabytes. */
  public double memory() {
    return status("VmRSS:");
  }

  /** The most memory that was in use since {@link #resetPeak()}, in megabytes. */
  public double peakMemory() {
    return status("VmHWM:");
  }

  private double status(String key) {
    try (Stream<String> lines = read(Path.of("/proc/%d/status".formatted(pid))).lines()) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
          .findFirst()
          .orElseThrow();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return "";
    }
  }
}
