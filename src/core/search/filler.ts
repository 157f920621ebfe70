/**
 * What only carries a question and not its matter – 怎么办, 要什么材料, 请问, 能不能 – is taken out of what is asked and of what can be found alike,
 * so that 要办什么 in an alias does not pull every question that happens to be put the same way.
 */
import { grams } from './normalise';

const asking =
  /请问一下|请问|想问一下|想问|问一下|咨询|告诉我|谢谢|你好|您好|(?:怎么样|怎样|怎么|如何|咋样|咋|何解)(?:才能|才可以|去)?(?:办理|申请|弄|搞|办)?|(?:应该|可以|能|要|在|到|去|上|找)*(?:哪里|哪儿|哪个地方|哪个部门|哪个单位|什么地方|什么部门|去哪)(?:可以|能)?(?:办理|申请|弄|搞|办)?|(?:需要|要|该)?(?:准备|提供|提交|交|带|拿|办)?(?:哪些|什么|啥|么子)(?:材料|资料|证件|东西|手续|条件|流程|程序)?|(?:需要|要)(?:准备|提供|提交|带|走)|我想要|我想|我要|我准备|我打算|我需要|想要|准备|打算|需要|帮我|帮忙|麻烦|可不可以|能不能|行不行|要不要|用不用|是不是|有没有|会不会|可以|多少钱|好多钱|多久|多长时间|什么时候|为什么|流程|程序/g;
/** 开一家饭店, 办张社保卡: verb and thing belong together. 个体, 个人, 家庭 and 家里 are words of their own. */
const measures = /(?<=[开办盘租买补领打弄找搞做建招请给])了?(?:一[家间张份套个下点些]|家(?![庭里人乡具长政])|[间张份套]|个(?![体人]))|一[家间张份套个下点些]/g;
/** Characters that mean nothing alone; together with a telling one they do (走了, 没有单位). */
const small = new Set('我你您他她它们的了着吗呢吧啊呀嘛哦在是有就也都还又很太这那和跟与给把被让到去来要想能会该得个不没谁何几么什怎哪以为于从对其之里面后前时候');

/** The pieces of Chinese runs that say what it is about; where all is filler, it is taken as it is. */
export function matter(runs: readonly string[]): string[] {
  const pieces = runs.flatMap((run) => run.replace(measures, '').split(asking)).filter((piece) => Array.from(piece).some((c) => !small.has(c)));
  return pieces.length > 0 ? pieces : [...runs];
}

/** Characters and pairs of neighbours with something to say, of one piece. */
export function telling(piece: string): string[] {
  const all = grams(piece);
  const said = all.filter((gram) => Array.from(gram).some((c) => !small.has(c)));
  return said.length > 0 ? said : all;
}
