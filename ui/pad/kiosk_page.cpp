// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/kiosk_page.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "domain/typed_code.h"
#include "kit/style_sheet.h"
#include "pad/kiosk_view.h"
#include "pad/pad_button.h"
#include "pad/pad_words.h"

namespace ow::ui {

namespace {

constexpr int kColumns = 8;  // of letters; the words stand beside them
constexpr int kRows = 4;
constexpr int kWordColumns = 2;

}  // namespace

KioskPage::KioskPage(QWidget* parent)
    : PadPage(parent),
      m_prompt(padLabel(QStringLiteral("kioskPrompt"), this)),
      m_code(padLabel(QStringLiteral("kioskCode"), this)),
      m_grid(new QGridLayout),
      m_erase(new PadButton(PadButton::Look::plain, QStringLiteral("kioskErase"), this)),
      m_go(new PadButton(PadButton::Look::primary, QStringLiteral("kioskGo"), this)) {
  for (QLabel* label : {m_prompt, m_code}) label->setAlignment(Qt::AlignCenter);
  m_code->setWordWrap(false);
  setLook(m_prompt, Look::quiet);
  int n = 0;
  for (const char c : domain::kCodeLetters) {
    const QString letter(QLatin1Char{c});
    auto* key = new PadButton(PadButton::Look::plain, QStringLiteral("kioskKey_") + letter, this);
    key->say(letter);
    connect(key, &QAbstractButton::clicked, this, [this, letter] { emit letterTouched(letter); });
    m_letters.push_back(key);
    m_grid->addWidget(key, n / kColumns, n % kColumns);
    ++n;
  }
  m_grid->addWidget(m_erase, 0, kColumns);
  m_grid->addWidget(m_go, kRows - 1, kColumns);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addLayout(m_grid);
  row->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addStretch(1);
  column->addWidget(m_prompt);
  column->addWidget(m_code);
  column->addStretch(1);
  column->addLayout(row);
  column->addStretch(1);
  connect(m_erase, &QAbstractButton::clicked, this, &KioskPage::erased);
  connect(m_go, &QAbstractButton::clicked, this, &KioskPage::entered);
}

void KioskPage::show(const PadView& view, const PadWords& words) {
  m_prompt->setText(words.kioskPrompt());
  m_code->setText(pad::codeShown(view.code));
  m_code->setAccessibleName(view.code.isEmpty() ? words.kioskPrompt() : view.code);
  m_erase->say(words.erase());
  m_go->say(words.go());
  m_erase->setEnabled(!view.code.isEmpty());
  m_go->setEnabled(!view.code.isEmpty());
}

QString KioskPage::heading(const PadView&, const PadWords& words) const {
  return words.kioskHeading();
}

void KioskPage::fit(const PadMeasure& measure) {
  m_measure = measure;
  layout()->setSpacing(measure.gap);
  m_grid->setSpacing(measure.gap * 2 / 3);
  m_prompt->setFont(padFont(measure.body));
  QFont code = padFont(measure.title, PadWeight::strong);
  code.setFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
  m_code->setFont(code);
  for (PadButton* key : m_letters) key->fit(measure);
  m_erase->fit(measure);
  m_go->fit(measure);
  const int room = measure.screen.width() - 2 * measure.margin - kColumns * m_grid->spacing();
  const int wide = std::min(room / (kColumns + kWordColumns), measure.target * 5 / 4);
  for (PadButton* key : m_letters) key->setFixedSize(wide, measure.target);
  for (PadButton* word : {m_erase, m_go}) word->setFixedSize(wide * kWordColumns, measure.target);
}

}  // namespace ow::ui
