import { Peer } from "teapeer";
// The page uses nothing of what it imports.
document.title = "unused";
