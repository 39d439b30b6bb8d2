// The data service's process: opens its doorway and serves every connection that comes.
import { findDoorway } from "./find-doorway.ts";

findDoorway().open({
  connected: (port) => port.hear((message) => port.post(message)),
  granted: () => {},
  stopped: () => process.exit(0),
});
