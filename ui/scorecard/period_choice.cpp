// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/period_choice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <cstdio>

#include "kit/theme.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

std::string textOfYear(base::Date day) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%04d", static_cast<int>(day.year()));
  return text.data();
}

unsigned monthNumber(base::Date day) {
  return static_cast<unsigned>(day.month());
}

}  // namespace

PeriodChoice::PeriodChoice(base::Date today, QWidget* parent) : QWidget(parent), m_today(today) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(Space::hair));
  const auto stepper = [this](const char* name, const QString& text, const QString& says, int by) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(says);
    button->setAccessibleName(says);
    connect(button, &QToolButton::clicked, this, [this, by] { step(by); });
    return button;
  };
  row->addWidget(stepper("periodEarlier", QStringLiteral("‹"), tr("Earlier (Page Up)"), -1));
  m_name = new QLabel(this);
  m_name->setObjectName(QStringLiteral("periodName"));
  m_name->setFont(ui::font(TextRole::heading));
  m_name->setAlignment(Qt::AlignCenter);
  m_name->setMinimumWidth(scaled(150));
  row->addWidget(m_name);
  m_later = stepper("periodLater", QStringLiteral("›"), tr("Later (Page Down)"), 1);
  row->addWidget(m_later);
  m_length = new QComboBox(this);
  m_length->setObjectName(QStringLiteral("periodLength"));
  m_length->setAccessibleName(tr("Length of the period"));
  m_length->addItems({tr("Month"), tr("Quarter"), tr("Year")});
  row->addSpacing(px(Space::small));
  row->addWidget(m_length);
  connect(m_length, &QComboBox::activated, this, [this] {
    setPeriod(periodOf(length(), m_period.days.from));
    emit chosen();
  });
  setPeriod(periodOf(Length::month, today));
}

PeriodChoice::Length PeriodChoice::length() const {
  return static_cast<Length>(m_length->currentIndex());
}

insight::Period PeriodChoice::periodOf(Length length, base::Date day) const {
  if (length == Length::month) return insight::monthOf(day);
  std::string text = textOfYear(day);
  if (length == Length::quarter) text += "-Q" + std::to_string((monthNumber(day) + 2) / 3);
  return insight::parsePeriod(text).value();
}

bool PeriodChoice::setPeriod(const QString& text) {
  auto period = insight::parsePeriod(text.toStdString());
  if (!period) return false;
  setPeriod(std::move(period).value());
  return true;
}

void PeriodChoice::setPeriod(insight::Period period) {
  m_period = std::move(period);
  const bool isYear = m_period.text.size() == 4;
  const bool isQuarter = m_period.text.find("-Q") != std::string::npos;
  m_length->setCurrentIndex(static_cast<int>(isYear ? Length::year : isQuarter ? Length::quarter : Length::month));
  m_name->setText(words::ofPeriod(m_period));
  m_later->setEnabled(m_period.days.to < m_today);
}

void PeriodChoice::step(int by) {
  if (by > 0 && !m_later->isEnabled()) return;
  const auto edge = by > 0 ? std::chrono::sys_days{m_period.days.to} + std::chrono::days{1}
                           : std::chrono::sys_days{m_period.days.from} - std::chrono::days{1};
  setPeriod(periodOf(length(), base::Date{edge}));
  emit chosen();
}

}  // namespace ow::ui
