// Which variable to branch on next: a heap by activity, as in VSIDS; among equals the one first named.

export class Order {
  readonly activity: Float64Array;
  private readonly heap: Int32Array;
  private readonly place: Int32Array;
  private size = 0;
  private step = 1;

  constructor(variables: number) {
    this.activity = new Float64Array(variables + 1);
    this.heap = new Int32Array(variables + 1);
    this.place = new Int32Array(variables + 1).fill(-1);
    for (let variable = 1; variable <= variables; variable++) this.put(variable);
  }

  put(variable: number): void {
    if (this.place[variable]! >= 0) return;
    this.heap[this.size] = variable;
    this.rise(this.size++);
  }

  /** The most active variable, taken out; 0: none left. */
  take(): number {
    if (this.size === 0) return 0;
    const top = this.heap[0]!;
    this.place[top] = -1;
    const last = this.heap[--this.size]!;
    if (this.size > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return top;
  }

  bump(variable: number): void {
    this.activity[variable] = this.activity[variable]! + this.step;
    if (this.activity[variable]! > 1e100) this.rescale();
    if (this.place[variable]! >= 0) this.rise(this.place[variable]!);
  }

  /** What was bumped before counts a little less from here on. */
  decay(factor: number): void {
    this.step /= factor;
  }

  private rescale(): void {
    for (let variable = 1; variable < this.activity.length; variable++)
      this.activity[variable] = this.activity[variable]! * 1e-100;
    this.step *= 1e-100;
  }

  private isBefore(a: number, b: number): boolean {
    const difference = this.activity[a]! - this.activity[b]!;
    return difference > 0 || (difference === 0 && a < b);
  }

  private rise(from: number): void {
    const { heap, place } = this;
    const variable = heap[from]!;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.isBefore(variable, heap[above]!)) break;
      heap[at] = heap[above]!;
      place[heap[at]!] = at;
      at = above;
    }
    heap[at] = variable;
    place[variable] = at;
  }

  private sink(from: number): void {
    const { heap, place, size } = this;
    const variable = heap[from]!;
    let at = from;
    for (let below = 2 * at + 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && this.isBefore(heap[below + 1]!, heap[below]!)) below++;
      if (!this.isBefore(heap[below]!, variable)) break;
      heap[at] = heap[below]!;
      place[heap[at]!] = at;
      at = below;
    }
    heap[at] = variable;
    place[variable] = at;
  }
}
