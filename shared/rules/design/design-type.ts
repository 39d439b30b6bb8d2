// The sorts of findings of the design check.

/**
 * conflict: people could breach a rule; gap: nobody can act, or a post with authority stands empty;
 * ladder: amounts that no level or several levels cover; sole-holder: one person alone can act; expiry: ends soon;
 * split-reach: cases kept within a tier pass without anybody above. docs/rules/design.md is the definition.
 */
export type DesignType = "conflict" | "gap" | "ladder" | "sole-holder" | "expiry" | "split-reach";
