// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QTranslator>

#include "desk/desk.h"
#include "domain/rating_catalogue.h"
#include "kit/language.h"
#include "pad/pad_view.h"

namespace ow::ui {

// Citizens are greeted in the language of the country, whichever the clerk reads.
Language greetingLanguage(const desk::Place& place);

// The words of the citizen's screen in the citizen's language, whatever the clerk's window speaks: the same translations, asked
// for by name instead of through the program's translator. UI thread.
class PadWords {
 public:
  PadWords();

  void speak(Language language) { m_language = language; }
  Language language() const { return m_language; }

  QString welcome() const;
  QString hall(const QString& name) const;  // empty: a hall without a name is still one
  QString window(const QString& number) const;
  QString day(QDate date) const;
  QString otherLanguage() const;     // in that language
  QString switchesLanguage() const;  // what the button does, for those who hear it

  QString checkHeading() const;
  QString dataCorrect() const;
  QString dataWrong() const;
  QString more() const;
  QString page(int which, int of) const;

  QString question(bool isByReceipt) const;
  QString level(int level) const;
  QString voluntary() const;
  QString notNow() const;

  QString reasonsHeading(int level) const;
  QString several() const;
  QString reason(const domain::RatingReason& reason) const;
  QString back() const;
  QString skip() const;
  QString submit() const;

  QString keeping() const;
  QString thanks() const;
  QString kept() const;
  QString notKept() const;
  QString tellClerk() const;
  QString noted() const;
  QString clerkKnows() const;

  QString kioskHeading() const;
  QString kioskPrompt() const;
  QString erase() const;
  QString go() const;
  QString refused(PadView::Refusal refusal) const;                   // what is so
  QString whatNow(PadView::Refusal refusal, int waitSeconds) const;  // and what can be done

 private:
  QString say(const char* source) const;

  Language m_language = Language::simplifiedChinese;
  QTranslator m_chinese;
};

}  // namespace ow::ui
