/** Why an answer is what it is: a closed list of codes, each with a plain sentence that says what to do next where something can be done. */
import type { Text } from '../catalogue';

const reasons = {
  'no-order': ['那个时候、那个地方，没有查到管这件事的公共令。', 'No order recorded here covers this, then and there.'],
  exempt: ['为豁免的工作外出，不受居家条款限制。', 'Going out for exempt work is outside the stay-at-home clause.'],
  'not-present': ['这一条只管在当地的人，您不在当地。', 'This clause binds people who are in the area, and you are not.'],
  'document-valid': ['有离开的理由，核酸阴性证明是本人的，也没有过时。', 'There is a reason to leave, and the negative test is your own and recent enough.'],
  'stay-home': ['居民在这段时间居家；只有为豁免的工作才能外出。', 'Residents stay at home for this time; only exempt work is a reason to go out.'],
  'exemption-is-for-the-duty': [
    '豁免的是工作，不是人：您的工作在豁免之列，但这次外出不是为了工作。',
    'The exemption is for the duty, not the person: your work is exempt, but this outing is not for work.',
  ],
  'no-reason': ['没有必须离开的事由，就先不要离开。', 'Without a reason that makes leaving necessary, stay for the time being.'],
  'no-test': ['离开要有核酸阴性证明，您没有。先去采样。', 'Leaving takes a negative nucleic-acid test, and you have none. Have one taken first.'],
  'test-too-old': ['采样已超过规定的时间。请重新采样。', 'The sample is older than allowed. Have a new one taken.'],
  'test-positive': ['检测结果是阳性。请联系社区或拨打 12345，不要自行出行。', 'The result is positive. Call the community or 12345, and do not travel.'],
  'test-pending': ['结果还没有出来。等出了阴性结果再走。', 'The result is not out. Wait for a negative one.'],
  'test-not-nucleic-acid': ['抗原检测不能代替核酸检测。', 'An antigen test does not replace a nucleic-acid test.'],
  'test-in-future': ['采样时间在要离开的时间之后，核对一下。', 'The sample is dated after you mean to leave; check the times.'],
  'test-not-own': ['这是别人的检测证明；要本人的。', "This is another person's test; it must be your own."],
  'test-needed': ['出示规定时间内的本人核酸阴性证明，才能离开。', 'Leaving takes your own negative nucleic-acid test, recent enough.'],
  'not-a-resident': ['居家条款说的是居民；来访的人算不算，原文没有写明。', 'The clause speaks of residents; whether it covers visitors is not written.'],
  'need-residence': ['要知道您住在哪里才能回答。', 'The answer depends on where you live.'],
  'need-work': ['要知道您做什么工作才能回答。', 'The answer depends on your work.'],
  'need-duty': ['要知道这次外出是不是为了工作。', 'The answer depends on whether this outing is for your work.'],
  commute: ['上下班路上算不算在内，原文没有写明。', 'Whether the way to and from exempt work is covered is not written.'],
  'need-reason': ['要知道有没有必须离开的事由。', 'The answer depends on whether you must leave.'],
  'need-test-kind': ['要知道做的是哪一种检测。', 'The answer depends on which test it was.'],
  'need-test-result': ['要知道检测结果。', 'The answer depends on the result of the test.'],
  'need-test-time': ['要知道采样时间。', 'The answer depends on when the sample was taken.'],
  'need-test-owner': ['要知道证明是不是本人的。', 'The answer depends on whether the test is your own.'],
  'area-too-wide': ['您问的地方里，有一部分受公共令限制；请问到区县。', 'An order covers part of the place you ask about; ask about one county.'],
  'area-inside': ['这一条管的是离开全县；离开其中一处不一定离县。', 'The clause is about leaving the whole area; leaving a part of it may not be that.'],
  'area-elsewhere': ['这里只有本市的公共令；别处的请问当地。', 'Only this city’s orders are recorded here; ask the place itself.'],
  listed: ['这种场所列为关闭。', 'This kind of venue is on the closed list.'],
  'not-listed': ['没有列入关闭，也不是人员聚集的地方。去之前仍请看居家条款。', 'It is not on the closed list and not a place where people gather. Mind the stay-at-home clause before you go.'],
  'open-list': [
    '没有点名，但关闭名单没有列完：“等”人员聚集的场所也在内。算不算，请问工作人员。',
    'It is not named, but the list is open: other places where people gather are closed too. Ask whether this is one.',
  ],
  'need-venue': ['要知道是哪一种场所。', 'The answer depends on the kind of venue.'],
  'unknown-venue': ['这种场所我们不认识，请问工作人员。', 'This kind of venue is not known here; ask a person.'],
  'need-indoor': ['要知道是不是在室内。', 'The answer depends on whether it is indoors.'],
  'need-enclosed': ['要知道是不是密闭的。', 'The answer depends on whether it is enclosed.'],
  'need-urban': ['要知道是不是在城区。', 'The answer depends on whether it is in the town area.'],
} as const;

export type Reason = keyof typeof reasons;
export const reasonText = (reason: Reason): Text => ({ zh: reasons[reason][0], en: reasons[reason][1] });
export const allReasons = Object.keys(reasons) as Reason[];
