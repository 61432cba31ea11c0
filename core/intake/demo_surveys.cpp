// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_surveys.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/time_text.h"
#include "domain/questionnaire.h"
#include "domain/survey.h"
#include "store/survey_queries.h"

namespace ow::intake {

using base::Instant;
using base::Result;
using domain::ProblemKind;
using domain::Reached;
using domain::SurveyAnswer;
using domain::SurveyRound;
using domain::SurveyTask;

namespace {

constexpr std::size_t kDrawn = 80;
constexpr int kDaysAgo = 7;
constexpr double kHeardOf = 0.85, kAnswered = 0.72, kRefused = 0.1, kOwnWords = 0.35;
constexpr std::array kScores{1.0, 1.0, 2.0, 3.0, 5.0, 8.0, 16.0, 28.0, 22.0, 14.0};  // 1 to 10

constexpr std::string_view kComplaints[] = {"排队时间太长,中午只开两个窗口。", "等了一个多小时才叫到号。",
                                            "材料要求说得不清楚,跑了两趟。",   "停车不方便。",
                                            "希望网上能查到办理进度。",        "叫号屏字太小,老人看不清。"};
constexpr std::string_view kSurveyPraise[] = {"工作人员很耐心。", "办得很快,谢谢。", "比以前方便多了。"};
constexpr std::size_t kWaiting = 2;  // the first complaints say the same

base::Date monthBefore(base::Date day) {
  const auto month = std::chrono::year_month(day.year(), day.month()) - std::chrono::months(1);
  return month / std::chrono::day(1);
}

class DemoSurvey {
 public:
  DemoSurvey(store::Connection& connection, DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoPlace& place,
             const std::vector<domain::Staff>& staff, domain::StaffId supervisor)
      : m_connection(connection),
        m_batch(batch),
        m_dice(dice),
        m_rhythm(rhythm),
        m_place(place),
        m_staff(staff),
        m_supervisor(supervisor) {}

  Result<bool> open() {
    const base::Date day{std::chrono::sys_days(m_rhythm.today()) - std::chrono::days(kDaysAgo)};
    const base::Date first = monthBefore(day);
    const base::Date last{std::chrono::sys_days((std::chrono::year_month(day.year(), day.month())) / std::chrono::day(1)) -
                          std::chrono::days(1)};
    const base::TimeZone& zone = m_rhythm.calendar().zone();
    const auto begins = [&zone](std::chrono::sys_days at) {
      return zone.toInstant(base::LocalTime{std::chrono::local_days{base::Date(at)}});
    };
    store::SegmentFilter filter;
    filter.endedFrom = begins(std::chrono::sys_days(first));
    filter.endedBefore = begins(std::chrono::sys_days(last) + std::chrono::days(1));
    OW_TRY(auto frame, store::partiesOfSegment(m_connection, filter));
    if (frame.empty()) return false;
    OW_TRY(const auto catalogue, domain::QuestionnaireCatalogue::bundled(m_place.jurisdiction));
    OW_TRY(m_form, catalogue.find("acsi"));
    const std::uint64_t seed = m_dice.random().next64();
    m_round.id = m_batch.id<domain::SurveyRoundId>();
    m_round.hall = m_place.hall;
    m_round.name = std::to_string(unsigned(first.month())) + "月办事满意度回访";
    m_round.questionnaire = m_form.id;
    m_round.questionnaireVersion = m_form.version;
    m_round.segment = "ended from=" + base::isoText(first) + " until=" + base::isoText(last);
    m_round.seed = domain::seedText(seed);
    m_round.frameSize = std::int64_t(frame.size());
    const auto places = domain::drawSample(std::move(frame), kDrawn, seed);
    m_round.drawnCount = int(places.size());
    m_round.drawn = domain::drawnText(places);
    m_round.channels = domain::channelsText(std::array{domain::SurveyChannel::phone, domain::SurveyChannel::paper});
    m_round.openedAt = std::min(m_rhythm.now(), m_rhythm.momentOn(m_dice, day, Pattern::office));
    m_round.createdBy = m_supervisor;
    m_batch.setNow(m_round.openedAt);
    m_batch.create(m_round, m_supervisor);
    return true;
  }

  Result<void> callAll() {
    for (int place = 1; place <= m_round.drawnCount; ++place)
      if (m_dice.chance(kHeardOf)) OW_TRYV(call(place));
    return base::success();
  }

 private:
  // Whoever did not serve them; nobody where all did.
  Result<std::optional<domain::StaffId>> callerOf(domain::PartyId party) {
    const std::size_t from = m_dice.index(m_staff.size());
    for (std::size_t i = 0; i < m_staff.size(); ++i) {
      const domain::StaffId caller = m_staff[(from + i) % m_staff.size()].id;
      OW_TRY(const bool isServed, store::hasServed(m_connection, caller, party));
      if (!isServed) return std::optional(caller);
    }
    return std::nullopt;
  }

  Result<void> call(int place) {
    SurveyAnswer answer;
    answer.roundId = m_round.id;
    answer.place = place;
    answer.partyId = domain::drawnAt(m_round, place);
    answer.id = domain::answerOfPlace(m_round.id, place);
    answer.answeredAt = m_rhythm.later(m_dice, m_round.openedAt, int(m_dice.between(0, 4)));
    const double kind = m_dice.fraction();
    answer.reached = kind < kAnswered              ? Reached::answered
                     : kind < kAnswered + kRefused ? Reached::refused
                                                   : Reached::notReached;
    if (answer.reached == Reached::answered) say(answer);
    OW_TRY(answer.takenBy, callerOf(*answer.partyId));
    if (!answer.takenBy || answer.answeredAt >= m_rhythm.now()) return base::success();
    m_batch.setNow(answer.answeredAt);
    m_batch.create(answer, *answer.takenBy);
    followUp(answer);
    return base::success();
  }

  void say(SurveyAnswer& answer) {
    static const Odds kScore{std::span<const double>(kScores)};
    domain::SurveyNumbers numbers;
    const std::int64_t about = std::int64_t(kScore.draw(m_dice)) + 1;
    for (const domain::SurveyQuestion& question : m_form.questions)
      numbers[question.id] = std::clamp(about + m_dice.between(-1, 1), question.low, question.high);
    answer.answers = domain::surveyText(numbers);
    if (!m_dice.chance(kOwnWords)) return;
    answer.text = std::string(about > 7 && m_dice.chance(0.5) ? m_dice.of(kSurveyPraise) : m_dice.of(kComplaints));
  }

  // What two say about waiting is one problem, what the first says about anything else one of its own, and done.
  void followUp(const SurveyAnswer& answer) {
    const auto complaint = std::find(std::begin(kComplaints), std::end(kComplaints), answer.text.value_or(""));
    if (complaint == std::end(kComplaints)) return;
    const bool isWaiting = std::size_t(complaint - std::begin(kComplaints)) < kWaiting;
    if (isWaiting ? m_waiting >= 2 : m_isOneDone) return;
    const Instant at = m_rhythm.later(m_dice, answer.answeredAt, 1);
    if (at >= m_rhythm.now()) return;
    m_batch.setNow(at);
    SurveyTask task;
    task.roundId = m_round.id;
    task.openedAt = at;
    task.openedBy = m_supervisor;
    task.text = answer.text;
    task.answerId = answer.id;
    if (isWaiting) return joinWaiting(task);
    m_isOneDone = true;
    task.id = m_batch.id<domain::SurveyTaskId>();
    task.title = "向当事人补充说明";
    task.assigneeId = m_supervisor;
    task.dueAt = at + std::chrono::days(5);
    m_batch.create(task, m_supervisor);
    SurveyTask done = task;
    done.state = domain::SurveyTaskState::done;
    done.result = "已电话说明并致歉。";
    done.doneAt = at;
    done.closedBy = m_supervisor;
    m_batch.step(task, done, m_supervisor);
  }
  void joinWaiting(SurveyTask mention) {
    if (m_waiting++ == 0) {
      SurveyTask task = mention;
      task.id = m_common = m_batch.id<domain::SurveyTaskId>();
      task.kind = ProblemKind::common;
      task.title = kWaitingTitle;
      task.text.reset();
      task.answerId.reset();
      task.assigneeId = m_supervisor;
      task.dueAt = mention.openedAt + std::chrono::days(14);
      m_batch.create(task, m_supervisor);
    }
    mention.id = m_batch.id<domain::SurveyTaskId>();
    mention.kind = ProblemKind::common;
    mention.title = kWaitingTitle;
    mention.commonId = m_common;
    mention.state = domain::SurveyTaskState::joined;
    m_batch.create(mention, m_supervisor);
  }

  static constexpr const char* kWaitingTitle = "窗口排队时间长";

  store::Connection& m_connection;
  DemoBatch& m_batch;
  Dice& m_dice;
  const DemoRhythm& m_rhythm;
  const DemoPlace& m_place;
  const std::vector<domain::Staff>& m_staff;
  domain::StaffId m_supervisor;
  domain::Questionnaire m_form;
  SurveyRound m_round;
  domain::SurveyTaskId m_common;
  int m_waiting = 0;
  bool m_isOneDone = false;
};

}  // namespace

Result<void> writeDemoSurvey(store::Store& store, DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm,
                             const DemoPlace& place, const std::vector<domain::Staff>& staff) {
  const auto supervisor =
      std::find_if(staff.begin(), staff.end(), [](const auto& one) { return one.role == domain::Role::supervisor; });
  if (supervisor == staff.end()) return base::success();
  {
    OW_TRY(auto reader, store.read());
    OW_TRYV(reader.beginSnapshot());
    DemoSurvey survey(reader.connection(), batch, dice, rhythm, place, staff, supervisor->id);
    OW_TRY(const bool isOpen, survey.open());
    if (!isOpen) return base::success();
    OW_TRYV(survey.callAll());
  }
  return batch.flush();
}

}  // namespace ow::intake
