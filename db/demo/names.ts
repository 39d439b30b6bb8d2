// Made-up names of people and suppliers: every syllable is common, no name is meant for anybody.
import type { Random } from "./random.ts";

const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文",
  "欧阳",
  "司徒",
  "上官",
  "诸葛",
];
const given =
  "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文华建国志新玉兰凤英红梅春秋雨晨浩宇欣怡嘉琪思远子涵博雅晓东海波立群维民学义亚楠佳慧永康振宁书恒景云若溪仁和庆丰启航".split(
    "",
  );
const places = [
  "青岚",
  "北岭",
  "东湖",
  "南屏",
  "西河",
  "临江",
  "长原",
  "青石",
  "松岭",
  "金沙",
  "平川",
  "柳河",
];
const words =
  "恒信、博达、华睿、天成、鼎盛、中科佳、瑞丰、同创、远景、安泰、明德、众合、新元、启明、宏图、卓越、立诚、汇通、世纪、联创、金桥、绿源、方正达、凯旋".split(
    "、",
  );
export const trades = [
  "信息技术",
  "办公设备",
  "建设工程",
  "医疗设备",
  "物业服务",
  "印刷",
  "市政工程",
  "汽车服务",
  "商贸",
  "工程咨询",
] as const;
type Trade = (typeof trades)[number];
/** Who sells what: the rest is bought from traders and office suppliers. */
const sellers: readonly (readonly [RegExp, readonly Trade[]])[] = [
  [/计算机|软件|信息|服务器|监控|技改|技术|邮电/, ["信息技术"]],
  [/医疗|专用设备/, ["医疗设备"]],
  [/物业|绿植|租赁|培训|会议/, ["物业服务"]],
  [/印刷/, ["印刷"]],
  [/车/, ["汽车服务"]],
  [/设计变更|现场签证|材料调差/, ["建设工程", "市政工程"]],
  [/工程|施工|市政|建设|改造|维修/, ["建设工程", "市政工程"]],
  [/房产|门面|用房|场地|土地|产权|经营/, ["商贸", "物业服务"]],
];
export const tradesFor = (category: string | null): readonly Trade[] =>
  sellers.find(([words]) => category !== null && words.test(category))?.[1] ?? [
    "办公设备",
    "商贸",
    "工程咨询",
  ];

const forms = ["有限公司", "有限公司", "有限责任公司", "股份有限公司"];

/** Endless distinct names. */
export function personNames(random: Random): () => string {
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const name =
        random.pick(surnames) + random.pick(given) + (random.happens(780) ? random.pick(given) : "");
      if (taken.has(name) || /(.)\1/.test(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

/** Endless distinct suppliers of a trade. */
export function supplierNames(random: Random): (trade: Trade) => string {
  const taken = new Set<string>();
  return (trade) => {
    for (;;) {
      const name = random.pick(places) + random.pick(words) + trade + random.pick(forms);
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}
