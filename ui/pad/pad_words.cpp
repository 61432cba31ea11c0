// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_words.h"

#include <QLocale>

namespace ow::ui {

Language greetingLanguage(const desk::Place& place) {
  return place.jurisdiction.starts_with("CN") ? Language::simplifiedChinese : spokenLanguage();
}

PadWords::PadWords() {
  const bool isLoaded = m_chinese.load(QStringLiteral("onewindow_zh_CN"), QStringLiteral(":/translations"));
  Q_ASSERT(isLoaded);
  Q_UNUSED(isLoaded);
}

QString PadWords::say(const char* source) const {
  if (m_language != Language::simplifiedChinese) return QString::fromUtf8(source);
  const QString words = m_chinese.translate("PadWords", source);
  return words.isEmpty() ? QString::fromUtf8(source) : words;
}

QString PadWords::welcome() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Welcome"));
}
QString PadWords::hall(const QString& name) const {
  return name.isEmpty() ? say(QT_TRANSLATE_NOOP("PadWords", "Government service hall")) : name;
}
QString PadWords::window(const QString& number) const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Window %1")).arg(number);
}
QString PadWords::day(QDate date) const {
  const bool isChinese = m_language == Language::simplifiedChinese;
  const QLocale locale = isChinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale::c();
  return locale.toString(date, say(QT_TRANSLATE_NOOP("PadWords", "dddd, d MMMM yyyy")));
}
QString PadWords::otherLanguage() const {
  return m_language == Language::simplifiedChinese ? QStringLiteral("English") : QStringLiteral("中文");
}
QString PadWords::switchesLanguage() const {
  return m_language == Language::simplifiedChinese ? QStringLiteral("Change the language to English")
                                                   : QStringLiteral("切换为中文");
}

QString PadWords::checkHeading() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Please check your data"));
}
QString PadWords::dataCorrect() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Correct"));
}
QString PadWords::dataWrong() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Something is wrong"));
}
QString PadWords::more() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "More"));
}
QString PadWords::page(int which, int of) const {
  return QStringLiteral("%1 / %2").arg(which).arg(of);
}

QString PadWords::question(bool isByReceipt) const {
  if (isByReceipt) return say(QT_TRANSLATE_NOOP("PadWords", "How satisfied are you with this service?"));
  return say(QT_TRANSLATE_NOOP("PadWords", "How satisfied are you with today's service?"));
}
QString PadWords::level(int level) const {
  switch (level) {
    case 1:
      return say(QT_TRANSLATE_NOOP("PadWords", "Very satisfied"));
    case 2:
      return say(QT_TRANSLATE_NOOP("PadWords", "Satisfied"));
    case 3:
      return say(QT_TRANSLATE_NOOP("PadWords", "Fairly satisfied"));
    case 4:
      return say(QT_TRANSLATE_NOOP("PadWords", "Dissatisfied"));
    default:
      return say(QT_TRANSLATE_NOOP("PadWords", "Very dissatisfied"));
  }
}
QString PadWords::voluntary() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "It is up to you. The clerk's screen does not show your choice."));
}
QString PadWords::notNow() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Not now"));
}

QString PadWords::reasonsHeading(int level) const {
  if (level <= 2) return say(QT_TRANSLATE_NOOP("PadWords", "What was good?"));
  if (level == 3) return say(QT_TRANSLATE_NOOP("PadWords", "What made you choose this?"));
  return say(QT_TRANSLATE_NOOP("PadWords", "What was not good?"));
}
QString PadWords::several() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Touch all that fit"));
}
QString PadWords::reason(const domain::RatingReason& reason) const {
  return QString::fromStdString(m_language == Language::simplifiedChinese ? reason.zh : reason.en);
}
QString PadWords::back() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Back"));
}
QString PadWords::skip() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Skip"));
}
QString PadWords::submit() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Submit"));
}

QString PadWords::keeping() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "One moment …"));
}
QString PadWords::thanks() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Thank you"));
}
QString PadWords::kept() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Your answer is kept."));
}
QString PadWords::notKept() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Your answer could not be kept"));
}
QString PadWords::tellClerk() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Please tell the clerk."));
}
QString PadWords::noted() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Thank you for checking"));
}
QString PadWords::clerkKnows() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "The clerk has been told."));
}

QString PadWords::kioskHeading() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Rate by your receipt"));
}
QString PadWords::kioskPrompt() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Type or scan the code on your receipt"));
}
QString PadWords::erase() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Delete"));
}
QString PadWords::go() const {
  return say(QT_TRANSLATE_NOOP("PadWords", "Go on"));
}

QString PadWords::refused(PadView::Refusal refusal) const {
  switch (refusal) {
    case PadView::Refusal::mistyped:
      return say(QT_TRANSLATE_NOOP("PadWords", "This code is not right"));
    case PadView::Refusal::foreign:
      return say(QT_TRANSLATE_NOOP("PadWords", "This code is not one of ours"));
    case PadView::Refusal::notYet:
      return say(QT_TRANSLATE_NOOP("PadWords", "Your visit is not known here yet"));
    case PadView::Refusal::notEnded:
      return say(QT_TRANSLATE_NOOP("PadWords", "Your case has not ended yet"));
    case PadView::Refusal::late:
      return say(QT_TRANSLATE_NOOP("PadWords", "This receipt is too old"));
    case PadView::Refusal::used:
      return say(QT_TRANSLATE_NOOP("PadWords", "This receipt was used already"));
    case PadView::Refusal::wait:
      return say(QT_TRANSLATE_NOOP("PadWords", "Too many wrong codes"));
    case PadView::Refusal::clerkHere:
    case PadView::Refusal::closed:
      return say(QT_TRANSLATE_NOOP("PadWords", "This cannot be rated here"));
  }
  return {};
}

QString PadWords::whatNow(PadView::Refusal refusal, int waitSeconds) const {
  switch (refusal) {
    case PadView::Refusal::mistyped:
      return say(QT_TRANSLATE_NOOP("PadWords", "Please type its 16 letters once more. There is no 0, O, 1 or I in it."));
    case PadView::Refusal::foreign:
      return say(QT_TRANSLATE_NOOP("PadWords", "Please ask at the hall that gave you the receipt."));
    case PadView::Refusal::notYet:
      return say(QT_TRANSLATE_NOOP("PadWords", "The receipt stays good. Please keep it and try again tomorrow."));
    case PadView::Refusal::notEnded:
      return say(QT_TRANSLATE_NOOP("PadWords", "Please keep the receipt. You can rate once the case has ended."));
    case PadView::Refusal::late:
      return say(QT_TRANSLATE_NOOP("PadWords", "The time in which it could be rated is over."));
    case PadView::Refusal::used:
      return say(QT_TRANSLATE_NOOP("PadWords", "One receipt gives one rating. If it was not you, please tell the hall."));
    case PadView::Refusal::wait:
      return say(QT_TRANSLATE_NOOP("PadWords", "Please wait %1 seconds, or ask the staff for help.")).arg(waitSeconds);
    case PadView::Refusal::clerkHere:
      return say(QT_TRANSLATE_NOOP("PadWords", "Please use another kiosk: whoever served you works at this desk."));
    case PadView::Refusal::closed:
      return say(QT_TRANSLATE_NOOP("PadWords", "Please keep the receipt and use another kiosk."));
  }
  return {};
}

}  // namespace ow::ui
