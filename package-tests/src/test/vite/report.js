// Tells the test a result.
export const report = (result) => fetch("/report", { method: "POST", body: JSON.stringify(result) });
addEventListener("error", (event) => report({ failed: event.message }));
addEventListener("unhandledrejection", (event) => report({ failed: String(event.reason) }));
