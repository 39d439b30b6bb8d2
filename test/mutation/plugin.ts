// What Stryker loads: a test runner that keeps the judge in memory between mutants, and the code whose mutants are about wording alone.
import { pathToFileURL } from "node:url";
import type { InstrumenterContext } from "@stryker-mutator/api/core";
import type { Ignorer, NodePath } from "@stryker-mutator/api/ignore";
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import type { Trial } from "./judge.ts";

declare global {
  var __stryker__: InstrumenterContext | undefined;
}

/** Runs in Stryker's copy of the tree, where the files are instrumented. */
class JudgeRunner implements TestRunner {
  #trials: readonly Trial[] = [];
  #context: InstrumenterContext = {};

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: false };
  }

  async #load(): Promise<void> {
    globalThis.__stryker__ ??= {};
    this.#context = globalThis.__stryker__;
    if (this.#trials.length > 0) return;
    const judge: { trials: readonly Trial[] } = await import(
      pathToFileURL(`${process.cwd()}/test/mutation/judge.ts`).href
    );
    this.#trials = judge.trials;
  }

  #run({ name, run }: Trial): TestResult {
    const begun = performance.now();
    this.#context.currentTestId = name;
    const told = outcomeOf(run);
    const common = { id: name, name, timeSpentMs: performance.now() - begun };
    return told === null
      ? { ...common, status: TestStatus.Success }
      : { ...common, status: TestStatus.Failed, failureMessage: told };
  }

  async dryRun(): Promise<DryRunResult> {
    await this.#load();
    const tests = this.#trials.map((trial) => this.#run(trial));
    const { mutantCoverage } = this.#context;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (options.mutantActivation === "static") {
      globalThis.__stryker__ ??= {};
      globalThis.__stryker__.activeMutant = options.activeMutant.id;
    }
    await this.#load();
    const hitLimit = options.hitLimit && options.hitLimit / sharedByTrials;
    Object.assign(this.#context, { activeMutant: options.activeMutant.id, hitLimit });
    const wanted = options.testFilter && new Set(options.testFilter);
    const tests: TestResult[] = [];
    for (const trial of this.#trials) {
      if (wanted && !wanted.has(trial.name)) continue;
      this.#context.hitCount = 0;
      const result = this.#run(trial);
      const endless = determineHitLimitReached(this.#context.hitCount, hitLimit);
      if (endless) return toMutantRunResult(endless);
      tests.push(result);
      if (result.status === TestStatus.Failed) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }
}

/** Stryker's limit is a hundred times what all trials together hit; five times that number is endless for one of them. */
const sharedByTrials = 20;

function outcomeOf(run: () => string | null): string | null {
  try {
    return run();
  } catch (thrown) {
    return String(thrown);
  }
}

/** Sentences: the oracle says none, so their mutants would live whatever the tests are. */
class Wording implements Ignorer {
  shouldIgnore(path: NodePath): string | undefined {
    const { node } = path as { node?: SyntaxNode };
    if (!node) return undefined;
    const isText =
      node.type === "ObjectExpression" &&
      ["zh", "en"].every((language) => node.properties?.some(({ key }) => key?.name === language));
    const isSay = node.type === "ObjectProperty" && node.key?.name === "say";
    const isSentence =
      node.returnType?.typeAnnotation?.typeName?.name === "Text" || /^say/.test(node.id?.name ?? "");
    return isText || isSay || isSentence ? "wording" : undefined;
  }
}
interface SyntaxNode {
  type: string;
  id?: { name?: string } | null;
  returnType?: { typeAnnotation?: { typeName?: { name?: string } } };
  key?: { name?: string };
  properties?: { key?: { name?: string } }[];
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "judge", JudgeRunner),
  declareValuePlugin(PluginKind.Ignore, "wording", new Wording()),
];
