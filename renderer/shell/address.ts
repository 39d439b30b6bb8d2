// Addresses live in the hash, query included (`#/conflicts?rule=P-05`), so that any view can be copied and reopened.
import { useCallback, useSyncExternalStore } from "react";

const subscribe = (onChange: () => void): (() => void) => {
  addEventListener("hashchange", onChange);
  return () => removeEventListener("hashchange", onChange);
};
const hash = (): string => `/${location.hash.replace(/^#?\/?/, "")}`;
const pathOf = (address: string): string => address.split("?")[0] ?? "/";
const queryOf = (address: string): string => address.slice(pathOf(address).length + 1);

function navigate(to: string, options: { replace?: boolean; state?: unknown } = {}): void {
  const path = to.startsWith("?") ? `${pathOf(hash())}${to === "?" ? "" : to}` : to;
  const before = location.href;
  const next = new URL(before);
  next.hash = path.startsWith("/") ? path : `/${path}`;
  if (next.href === before) return;
  history[options.replace ? "replaceState" : "pushState"](options.state ?? null, "", next);
  dispatchEvent(new HashChangeEvent("hashchange", { oldURL: before, newURL: next.href }));
}

/** wouter's location hook over the hash. */
export function useAddress(): [string, typeof navigate] {
  const path = useSyncExternalStore(
    subscribe,
    useCallback(() => pathOf(hash()), []),
  );
  return [path, navigate];
}
useAddress.hrefs = (href: string): string => `#${href}`;
/** wouter's search hook over the hash. */
export const useAddressQuery = (): string => useSyncExternalStore(subscribe, () => queryOf(hash()));
