package io.github.teapeer.selenium.marionette;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.remote.http.HttpMethod;

/**
 * One WebDriver endpoint and the Marionette command that carries it out.
 *
 * @param path the path's segments below {@code /session/{session id}}; one in braces matches
 *     anything and becomes the command's parameter of that name
 */
record Route(HttpMethod method, List<String> path, String command) {
  private static final List<Route> ALL =
      List.of(
          post("url", "WebDriver:Navigate"),
          get("url", "WebDriver:GetCurrentURL"),
          get("title", "WebDriver:GetTitle"),
          get("source", "WebDriver:GetPageSource"),
          post("back", "WebDriver:Back"),
          post("forward", "WebDriver:Forward"),
          post("refresh", "WebDriver:Refresh"),
          get("timeouts", "WebDriver:GetTimeouts"),
          post("timeouts", "WebDriver:SetTimeouts"),
          get("window", "WebDriver:GetWindowHandle"),
          post("window", "WebDriver:SwitchToWindow"),
          delete("window", "WebDriver:CloseWindow"),
          get("window/handles", "WebDriver:GetWindowHandles"),
          post("window/new", "WebDriver:NewWindow"),
          get("window/rect", "WebDriver:GetWindowRect"),
          post("window/rect", "WebDriver:SetWindowRect"),
          post("window/maximize", "WebDriver:MaximizeWindow"),
          post("window/minimize", "WebDriver:MinimizeWindow"),
          post("window/fullscreen", "WebDriver:FullscreenWindow"),
          post("frame", "WebDriver:SwitchToFrame"),
          post("frame/parent", "WebDriver:SwitchToParentFrame"),
          post("element", "WebDriver:FindElement"),
          post("elements", "WebDriver:FindElements"),
          get("element/active", "WebDriver:GetActiveElement"),
          post("element/{element}/element", "WebDriver:FindElement"),
          post("element/{element}/elements", "WebDriver:FindElements"),
          get("element/{id}/shadow", "WebDriver:GetShadowRoot"),
          post("shadow/{shadowRoot}/element", "WebDriver:FindElementFromShadowRoot"),
          post("shadow/{shadowRoot}/elements", "WebDriver:FindElementsFromShadowRoot"),
          get("element/{id}/selected", "WebDriver:IsElementSelected"),
          get("element/{id}/displayed", "WebDriver:IsElementDisplayed"),
          get("element/{id}/enabled", "WebDriver:IsElementEnabled"),
          get("element/{id}/attribute/{name}", "WebDriver:GetElementAttribute"),
          get("element/{id}/property/{name}", "WebDriver:GetElementProperty"),
          get("element/{id}/css/{propertyName}", "WebDriver:GetElementCSSValue"),
          get("element/{id}/text", "WebDriver:GetElementText"),
          get("element/{id}/name", "WebDriver:GetElementTagName"),
          get("element/{id}/rect", "WebDriver:GetElementRect"),
          get("element/{id}/computedlabel", "WebDriver:GetComputedLabel"),
          get("element/{id}/computedrole", "WebDriver:GetComputedRole"),
          post("element/{id}/click", "WebDriver:ElementClick"),
          post("element/{id}/clear", "WebDriver:ElementClear"),
          post("element/{id}/value", "WebDriver:ElementSendKeys"),
          post("execute/sync", "WebDriver:ExecuteScript"),
          post("execute/async", "WebDriver:ExecuteAsyncScript"),
          post("actions", "WebDriver:PerformActions"),
          delete("actions", "WebDriver:ReleaseActions"),
          get("cookie", "WebDriver:GetCookies"),
          post("cookie", "WebDriver:AddCookie"),
          delete("cookie", "WebDriver:DeleteAllCookies"),
          delete("cookie/{name}", "WebDriver:DeleteCookie"),
          get("alert/text", "WebDriver:GetAlertText"),
          post("alert/text", "WebDriver:SendAlertText"),
          post("alert/accept", "WebDriver:AcceptAlert"),
          post("alert/dismiss", "WebDriver:DismissAlert"),
          get("screenshot", "WebDriver:TakeScreenshot"),
          get("element/{id}/screenshot", "WebDriver:TakeScreenshot"),
          post("permissions", "WebDriver:SetPermission"),
          post("print", "WebDriver:Print"));

  /** A route that matched, with the parameters its path carries. */
  record Match(String command, Map<String, String> parameters) {}

  /**
   * Finds the command for a request.
   *
   * @param path percent-encoded, below {@code /session/{session id}/}
   * @return empty when WebDriver or Marionette knows no such endpoint
   */
  static Optional<Match> find(HttpMethod method, String path) {
    List<String> segments = List.of(path.split("/"));
    return ALL.stream().flatMap(route -> route.match(method, segments).stream()).findFirst();
  }

  private Optional<Match> match(HttpMethod requested, List<String> segments) {
    if (requested != method || segments.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String expected = path.get(i);
      if (expected.startsWith("{")) {
        parameters.put(
            expected.substring(1, expected.length() - 1),
            URLDecoder.decode(segments.get(i), UTF_8));
      } else if (!expected.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Match(command, parameters));
  }

  private static Route get(String path, String command) {
    return new Route(HttpMethod.GET, List.of(path.split("/")), command);
  }

  private static Route post(String path, String command) {
    return new Route(HttpMethod.POST, List.of(path.split("/")), command);
  }

  private static Route delete(String path, String command) {
    return new Route(HttpMethod.DELETE, List.of(path.split("/")), command);
  }
}
