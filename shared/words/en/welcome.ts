// English: workbooks.
import type { welcome as zh } from "../zh/welcome.ts";

export const welcome: typeof zh = {
  title: "Workbook",
  lead: "Who may act, who did act, who is due to rotate: told in one place.",
  leadOpen: (unit) => `“${unit}” is open`,
  leadCounts: (people, posts, approvals) => `: ${people} people, ${posts} posts, ${approvals} approvals.`,
  figures: { people: "People", posts: "Posts", authorities: "Authorities", approvals: "Approvals" },
  noticeTitle: "No classified material",
  notice:
    "State secrets may not be stored or processed on computers that are not cleared for them (Law on Guarding State Secrets art. 31). Desensitise work secrets first; ID numbers are not needed, leave them out.",
  acknowledge: "I understand: this workbook will hold no classified material",
  acknowledgeFirst: "Please confirm the line above first",
  roles:
    "No operators yet: whoever sits here holds every role, and each change is marked “no second person” in the journal.",
  sample: "Open the sample unit",
  sampleWhy:
    "An invented city finance bureau: about 180 people, 120 posts, 30,000 approvals over three years, with conflicts of every kind planted. Ready in half a minute; nothing can break.",
  sampleLabel: { zh: "正在建立示例单位", en: "Making the sample unit" },
  own: "Start your own",
  ownWhy:
    "Name it, then bring in people, posts, authorities and approvals. Everything stays in one file on this computer.",
  unitName: "Unit name",
  unitNameHint: "e.g. Qinglan City Finance Bureau",
  unitNameMissing: "Please give the unit a name",
  zone: "Time zone",
  create: "Create",
  recent: "Recent",
  noRecent: "No workbook has been opened yet",
  openOther: "Open another file",
  restore: "Restore a backup",
  restoreLabel: { zh: "正在恢复备份", en: "Restoring the backup" },
  forget: "Take off the list",
  missing: "File is no longer there",
  openedAt: (at) => `last opened ${at}`,
  openRecent: (name) => `Open ${name}`,
  closeBook: "Close workbook",
  readOnly: "Opened read-only",
  continue_: "Go to the overview",
  zones: {
    "Asia/Shanghai": "Beijing time",
    "Asia/Urumqi": "Urumqi time",
    "Asia/Hong_Kong": "Hong Kong time",
    UTC: "UTC",
  },
};
