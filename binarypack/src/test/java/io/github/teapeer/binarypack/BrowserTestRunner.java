package io.github.teapeer.binarypack;

import java.io.IOException;
import org.junit.runners.model.InitializationError;
import org.teavm.junit.TeaVMTestRunner;

/**
 * Runs the tests of a class on the JVM, then compiled by TeaVM in Chromium. Without a browser
 * TeaVM's own runner would wait forever; this one fails.
 */
public final class BrowserTestRunner extends TeaVMTestRunner {
  public BrowserTestRunner(Class<?> testClass) throws InitializationError {
    super(testClass);
    if (!BrowserHolder.INSTALLED) {
      throw new InitializationError("No Chromium or Chrome is installed to run the tests in");
    }
  }

  /** Asks the browser for its version, once. */
  private static final class BrowserHolder {
    static final boolean INSTALLED = isInstalled();

    private static boolean isInstalled() {
      try {
        return new ProcessBuilder("google-chrome-stable", "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
      } catch (IOException notThere) {
        return false;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
