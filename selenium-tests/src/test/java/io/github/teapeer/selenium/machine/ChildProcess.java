package io.github.teapeer.selenium.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A process with its output kept in a file. Running from {@link #start} until {@link #close()} or
 * its own end; its standard input stays open, so that a program may end when this JVM does.
 */
public final class ChildProcess implements RunningProcess {
  private static final Duration POLITE_END = Duration.ofSeconds(5);

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the command.
   *
   * @param variables added to the environment of this JVM
   */
  public static ChildProcess start(List<String> command, Map<String, String> variables) {
    try {
      Path log = Files.createTempFile("teapeer-" + Path.of(command.get(0)).getFileName(), ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(variables);
      return new ChildProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its id, by which the system knows it. */
  public long pid() {
    return process.pid();
  }

  /** What it has printed so far. */
  public String output() {
    try {
      return Files.readString(log, Charset.defaultCharset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it has not ended yet. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits until the condition holds.
   *
   * @param what names what is waited for in the error's message
   * @throws IllegalStateException with the output so far, when the process ends or the time is over
   *     before the condition holds
   */
  public void await(String what, Duration timeout, BooleanSupplier condition) {
    boolean over = Await.within(timeout, () -> condition.getAsBoolean() || !process.isAlive());
    if (condition.getAsBoolean()) {
      return;
    }
    if (over) {
      throw new IllegalStateException(
          "Ended with " + process.exitValue() + " before there was a " + what + ":\n" + output());
    }
    throw new IllegalStateException("No " + what + " after " + timeout + ":\n" + output());
  }

  /**
   * Sends it a signal.
   *
   * @param signal the name, without SIG
   */
  public void signal(String signal) {
    try {
      int status =
          new ProcessBuilder("kill", "-" + signal, String.valueOf(pid())).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill -" + signal + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void kill() {
    family().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(POLITE_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stubborn) {
      family.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      family.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      deleteLog();
    }
  }

  private List<ProcessHandle> family() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private void deleteLog() {
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
