// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/party_choices.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLocale>

#include <array>

#include "intake/choice_row.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

// Languages of a Chinese hall first.
constexpr std::array kLanguages{"zh-Hans", "zh-Hant", "en", "ug", "bo", "mn", "za", "ko", "ii", "kk", "ja", "ru", "es", "fr"};

struct Choices {
  Q_DECLARE_TR_FUNCTIONS(Choices)
};

}  // namespace

void addSexes(ChoiceRow* row) {
  for (const auto sex : {domain::Sex::unknown, domain::Sex::female, domain::Sex::male, domain::Sex::other})
    row->add(static_cast<int>(sex), QString::fromUtf8(base::code(sex).data()), words::of(sex));
  row->choose(static_cast<int>(domain::Sex::unknown));
}

void addPreferredChannels(QComboBox* box) {
  box->addItem(Choices::tr("No preference"), -1);
  for (const auto channel :
       {domain::Channel::phone, domain::Channel::sms, domain::Channel::wechat, domain::Channel::app, domain::Channel::email,
        domain::Channel::letter, domain::Channel::counter, domain::Channel::homeVisit})
    box->addItem(words::of(channel), static_cast<int>(channel));
}

void addLanguages(QComboBox* box) {
  box->addItem(Choices::tr("No preference"), QString());
  for (const char* tag : kLanguages) box->addItem(languageName(QString::fromLatin1(tag)), QString::fromLatin1(tag));
}

QString languageName(const QString& tag) {
  const QString own = QLocale(tag).nativeLanguageName();
  return own.isEmpty() ? tag : own;
}

}  // namespace ow::ui
