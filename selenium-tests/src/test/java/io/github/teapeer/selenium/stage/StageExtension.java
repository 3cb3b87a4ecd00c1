package io.github.teapeer.selenium.stage;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Hands the run's one {@link Stage} to tests that ask for it, and closes it after the last test.
 */
public final class StageExtension extends TypeBasedParameterResolver<Stage> {
  @Override
  public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(StageExtension.class))
        .computeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
  }
}
