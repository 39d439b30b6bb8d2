// What has come in between, in words: "许芳航 2027-03-01 离职".
import { addDays } from "../../../shared/domain/day.ts";
import type { Surprise } from "../../data/types.ts";
import { useWords } from "../../parts/words.tsx";
import type { Names } from "./names.ts";

export function useSurpriseWords(names: Names): (one: Surprise) => string {
  const { rotation } = useWords();
  return (one) => {
    const person = names.people.get(one.personId)?.name ?? one.personId;
    switch (one.type) {
      case "leaves":
        return rotation.surpriseLeaves(person, one.on);
      case "absent":
        return rotation.surpriseAbsent(person, one.from, one.until === null ? null : addDays(one.until, -1));
      default:
        return one.postId === null
          ? rotation.surpriseStays(person)
          : rotation.surpriseVeto(person, names.posts.get(one.postId)?.name ?? one.postId);
    }
  };
}
