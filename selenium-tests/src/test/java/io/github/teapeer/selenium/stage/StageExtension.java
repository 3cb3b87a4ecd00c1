package io.github.teapeer.selenium.stage;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Hands the run's one {@link Stage} to tests that ask for it, closes it after the last test, and
 * prints what the pages of a failed test saw.
 */
public final class StageExtension extends TypeBasedParameterResolver<Stage>
    implements BeforeEachCallback, AfterTestExecutionCallback {

  @Override
  public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return stage(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    stage(context).startTest();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      System.err.printf("%s failed:%n%s%n", name(context), stage(context).story());
    }
  }

  private static String name(ExtensionContext context) {
    return context.getParent().map(parent -> parent.getDisplayName() + ", ").orElse("")
        + context.getDisplayName();
  }

  private static Stage stage(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(StageExtension.class))
        .computeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
  }
}
