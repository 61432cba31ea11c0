// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/candidate_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "intake/core_text.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

QLabel* plainLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QString detailOf(const domain::Candidate& candidate) {
  QStringList parts;
  if (candidate.kind != domain::PartyKind::person) parts << words::of(candidate.kind);
  if (!candidate.birthYear.empty())
    parts << (candidate.kind == domain::PartyKind::person ? CandidateRow::tr("born %1") : CandidateRow::tr("since %1"))
                 .arg(fromCore(candidate.birthYear));
  const auto type = base::fromCode<domain::IdentifierType>(candidate.numberType);
  if (!candidate.number.empty()) parts << (type ? words::of(*type) + QLatin1Char(' ') : QString()) + fromCore(candidate.number);
  return parts.join(QStringLiteral("  ·  "));
}

QString hallsOf(const domain::Candidate& candidate) {
  QStringList halls;
  for (const std::string& hall : candidate.halls) halls << fromCore(hall);
  return CandidateRow::tr("Known at: %1", "names of halls").arg(halls.join(CandidateRow::tr(", ", "between names of halls")));
}

}  // namespace

CandidateRow::CandidateRow(const domain::Candidate& candidate, QWidget* parent)
    : QFrame(parent), m_candidate(candidate), m_button(new QPushButton(this)) {
  setObjectName(QStringLiteral("candidate_%1").arg(candidate.n));
  const QString name = fromCore(candidate.name);
  const bool isHere = candidate.party.has_value();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, px(Space::small), 0, px(Space::small));
  row->setSpacing(px(Space::large));
  auto* texts = new QVBoxLayout;
  texts->setSpacing(px(Space::hair));
  auto* title = plainLabel(name, this);
  title->setFont(ui::font(TextRole::heading));
  texts->addWidget(title);
  const QString detail = detailOf(candidate);
  if (!detail.isEmpty()) texts->addWidget(plainLabel(detail, this));
  auto* halls = plainLabel(isHere ? tr("Known in this hall already") : hallsOf(candidate), this);
  setLook(halls, Look::quiet);
  texts->addWidget(halls);
  row->addLayout(texts, 1);
  const QString what = isHere ? tr("Open") : tr("Take into this hall");
  m_button->setText(tr("%1  %2", "a digit key and what it does").arg(candidate.n).arg(what));
  m_button->setObjectName(QStringLiteral("candidateTake_%1").arg(candidate.n));
  m_button->setAccessibleName(tr("%1: %2, %3", "what the button does, to whom").arg(what, name, detail));
  m_button->setAutoDefault(true);  // Enter presses it
  connect(m_button, &QPushButton::clicked, this, &CandidateRow::chosen);
  row->addWidget(m_button, 0, Qt::AlignVCenter);
}

}  // namespace ow::ui
