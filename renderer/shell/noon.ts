// An instant in the middle of a day: the frame reckons its day back from it, whatever the machine's clock says.
import { type Day, type Instant, instantOf } from "../../shared/domain/day.ts";

export const noonOf = (day: Day, zone: string): Instant => instantOf(day, "12:00", zone);
