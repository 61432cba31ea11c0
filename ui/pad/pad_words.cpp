// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_words.h"

#include <QLocale>

namespace ow::ui {

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

QString PadWords::question() const {
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

}  // namespace ow::ui
