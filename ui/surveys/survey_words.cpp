// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/survey_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "cases/one_line.h"
#include "kit/language.h"
#include "kit/words.h"
#include "scorecard/figure_words.h"

namespace ow::ui::words {

namespace {

using domain::SurveyIndexKind;

struct Surveys {
  Q_DECLARE_TR_FUNCTIONS(Surveys)
};

bool isAskedInChinese() {
  return spokenLanguage() == Language::simplifiedChinese;
}

// Digits and separators are the same in every language that we speak.
QString oneDecimal(double value) {
  return QLocale(QLocale::English, QLocale::UnitedStates).toString(value, 'f', 1);
}

QString figure(SurveyIndexKind kind, double value) {
  if (kind == SurveyIndexKind::share) return Surveys::tr("%1 %", "a share").arg(oneDecimal(value * 100));
  const bool isAbove = kind == SurveyIndexKind::netPromoter && value > 0;
  return isAbove ? QLatin1Char('+') + oneDecimal(value) : oneDecimal(value);
}

QString ofRefusal(const base::Error& error) {
  const auto rule = error.fact("rule");
  if (rule == "round_closed") return Surveys::tr("This round is over: no answer is taken any more. What you typed is kept.");
  if (rule == "own_service") return Surveys::tr("You served this person: somebody else asks, and somebody else reads it.");
  if (rule == "channel") return Surveys::tr("This round does not take answers in this way.");
  return sentence(error);
}

QString ofInput(const base::Error& error) {
  const auto field = error.fact("field"), rule = error.fact("rule");
  if (rule == "nobody_drawn") return Surveys::tr("Nobody fits, so nobody would be asked.");
  if (rule == "unknown_slip") return Surveys::tr("No slip of this round has this code. Please compare it with the paper.");
  if (field == "slip") return Surveys::tr("The code of the slip is still needed.");
  if (field == "closes_on") return Surveys::tr("The last day lies in the past.");
  if (field == "channels" && rule == "required") return Surveys::tr("Say how answers are taken.");
  if (field == "answers") return Surveys::tr("Nothing is answered yet.");
  if (field == "result") return Surveys::tr("Write down what came of it.");
  return sentence(error);
}

}  // namespace

QString of(domain::SurveyChannel channel) {
  switch (channel) {
    case domain::SurveyChannel::phone:
      return Surveys::tr("Telephone", "how answers are taken");
    case domain::SurveyChannel::paper:
      return Surveys::tr("Paper slips", "how answers are taken");
    case domain::SurveyChannel::token:
      return Surveys::tr("Codes for a page", "how answers are taken");
    case domain::SurveyChannel::elsewhere:
      return Surveys::tr("Another system", "how answers are taken");
  }
  return {};
}

QString of(domain::ProblemKind kind) {
  return kind == domain::ProblemKind::common ? Surveys::tr("Common problem") : Surveys::tr("Individual problem");
}

QString surveySentence(const base::Error& error) {
  if (error.kind == base::ErrorKind::notAllowed) return ofRefusal(error);
  if (error.kind == base::ErrorKind::invalidInput) return ofInput(error);
  if (error.kind == base::ErrorKind::duplicate && error.fact("entity") == "survey_answer")
    return Surveys::tr("An answer was taken here already. Nothing was written twice.");
  if (error.kind == base::ErrorKind::duplicate && error.fact("entity") == "survey_task")
    return Surveys::tr("Somebody has made a task of this already. Nothing was written twice.");
  if (error.kind == base::ErrorKind::notFound && error.fact("entity") == "phone")
    return Surveys::tr("No number of this person is known.");
  if (error.kind == base::ErrorKind::notFound && error.fact("entity") == "survey_place")
    return Surveys::tr("This person is not to be called any more.");
  if (error.kind == base::ErrorKind::notFound && error.fact("entity") == "questionnaire")
    return Surveys::tr("The questionnaire of this round is not installed here.");
  return sentence(error);
}

QString nameOf(const domain::Questionnaire& form) {
  return oneLine(isAskedInChinese() ? form.zh : form.en);
}

QString nameOf(const domain::SurveyIndex& index) {
  return oneLine(isAskedInChinese() ? index.zh : index.en);
}

QString nameOf(const domain::SurveyQuestion& question) {
  return oneLine(isAskedInChinese() ? question.zh : question.en);
}

QString ofStanding(const desk::SurveyRow& round, const base::TimeZone& zone) {
  if (round.closedAt) return Surveys::tr("Closed on %1", "a survey round").arg(date(*round.closedAt, zone));
  if (round.state == domain::SurveyRoundState::closed) return Surveys::tr("Closed", "a survey round");
  if (round.isOver) return Surveys::tr("Time is over", "a survey round");
  if (!round.closesAt) return Surveys::tr("Open", "a survey round");
  // It ends with its last day.
  return Surveys::tr("Open until %1", "a survey round").arg(date(*round.closesAt - std::chrono::seconds(1), zone));
}

QString ofResponse(std::int64_t answered, std::int64_t drawn) {
  if (drawn <= 0) return Surveys::tr("%1 answered").arg(count(answered));
  const double rate = static_cast<double>(std::min(answered, drawn)) / static_cast<double>(drawn);
  return Surveys::tr("%1 of %2 answered · %3 %").arg(count(answered), count(drawn), oneDecimal(rate * 100));
}

QString spokenRound(const desk::SurveyRow& round, const base::TimeZone& zone) {
  QStringList said{oneLine(round.name), ofStanding(round, zone), ofResponse(round.answered, round.drawn)};
  for (const domain::SurveyChannel channel : round.channels) said << of(channel);
  said << Surveys::tr("Opened on %1").arg(date(round.openedAt, zone));
  if (!round.createdBy.empty()) said << Surveys::tr("by %1", "who opened a round").arg(oneLine(round.createdBy));
  return said.join(QLatin1Char('\n'));
}

QString valueOf(const insight::SurveyIndexFigure& of) {
  return of.value ? figure(of.index.kind, *of.value) : QStringLiteral("–");
}

QString interval(const insight::SurveyIndexFigure& of) {
  if (!of.value || !of.interval) return {};
  if (of.index.kind == SurveyIndexKind::share) return shareInterval(*of.interval);
  return Surveys::tr("%1 to %2", "an interval")
      .arg(figure(of.index.kind, of.interval->low), figure(of.index.kind, of.interval->high));
}

QString shareInterval(const insight::Interval& interval) {
  // One sign for both ends.
  return Surveys::tr("%1–%2 %", "an interval of shares").arg(oneDecimal(interval.low * 100), oneDecimal(interval.high * 100));
}

QString ofSample(const insight::SurveyIndexFigure& figure) {
  if (figure.sample == insight::SampleSize::suppressed)
    return Surveys::tr("fewer than %1 answers: not shown").arg(insight::kFewestShown);
  if (figure.sample == insight::SampleSize::small) return Surveys::tr("small sample");
  return {};
}

QString ofOffScale(std::int64_t count) {
  return count > 0 ? Surveys::tr("%n answer(s) off the scale", nullptr, static_cast<int>(count)) : QString();
}

QString mean(double value) {
  return QLocale(QLocale::English, QLocale::UnitedStates).toString(value, 'f', 2);
}

}  // namespace ow::ui::words
