package io.github.teapeer.selenium.page;

/** What a page threw when a test told it to do something. The message is the error's text. */
public final class PageCommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PageCommandException(String failure, String stack) {
    super(failure, new RuntimeException("In the page: " + stack));
  }
}
