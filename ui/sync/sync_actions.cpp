// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_actions.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

#include "cases/one_line.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "sync/sync_rows.h"
#include "sync/sync_words.h"

namespace ow::ui {

namespace {
constexpr std::size_t kMostRivals = 9;  // as many as there are digits
}

SyncActions::SyncActions(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
  setObjectName(QStringLiteral("syncActions"));
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(px(Space::small));
  m_accept = add(QStringLiteral("syncAccept"), tr("Accept (A)"));
  m_dismiss = add(QStringLiteral("syncDismiss"), tr("Dismiss (D)"));
  m_reveal = add(QStringLiteral("syncReveal"), tr("Show masked values (R)"));
  m_open = add(QStringLiteral("syncOpen"), tr("Open (Enter)"));
  m_row->addStretch(1);
  connect(m_accept, &QPushButton::clicked, this, &SyncActions::acceptChosen);
  connect(m_dismiss, &QPushButton::clicked, this, &SyncActions::dismissChosen);
  connect(m_reveal, &QPushButton::clicked, this, &SyncActions::revealChosen);
  connect(m_open, &QPushButton::clicked, this, &SyncActions::openChosen);
  show(nullptr, May::onlyLook);
}

QPushButton* SyncActions::add(const QString& name, const QString& text) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(name);
  button->setAccessibleName(text);
  // The keys belong to the list; a button is for the mouse, and is reached by Tab all the same.
  m_row->addWidget(button);
  return button;
}

void SyncActions::show(const SyncRow* row, May may) {
  const desk::OpenConflict* conflict = row != nullptr ? row->conflict() : nullptr;
  const desk::OpenProposal* proposal = row != nullptr ? row->proposal() : nullptr;
  showRivals(row, may);
  m_accept->setVisible(proposal != nullptr);
  m_accept->setEnabled(proposal != nullptr && proposal->canAccept && may == May::decide);
  m_accept->setToolTip(proposal != nullptr ? words::ofProposalRefusal(*proposal) : QString());
  m_accept->setAccessibleDescription(m_accept->toolTip());
  m_dismiss->setVisible(proposal != nullptr);
  m_dismiss->setEnabled(may == May::decide);
  m_reveal->setVisible(conflict != nullptr && conflict->subject.party.has_value());
  m_open->setVisible(row != nullptr && (row->subject().caseId || row->subject().party));
}

void SyncActions::showRivals(const SyncRow* row, May may) {
  const desk::OpenConflict* conflict = row != nullptr ? row->conflict() : nullptr;
  const std::size_t count = conflict != nullptr ? std::min(conflict->rivals.size(), kMostRivals) : 0;
  while (m_rivals.size() < count) {
    const int number = static_cast<int>(m_rivals.size()) + 1;
    auto* button = new QPushButton(this);
    button->setObjectName(QStringLiteral("syncRival_%1").arg(number));
    connect(button, &QPushButton::clicked, this, [this, number] { emit rivalChosen(number); });
    m_row->insertWidget(number - 1, button);
    m_rivals.push_back(button);
  }
  for (std::size_t i = 0; i < m_rivals.size(); ++i) {
    m_rivals[i]->setVisible(i < count);
    if (i >= count) continue;
    const auto& rival = conflict->rivals[i];
    const QString author = oneLine(rival.author);
    const QString text = rival.isMine       ? tr("Keep mine (%1)").arg(i + 1)
                         : author.isEmpty() ? tr("Keep the system's (%1)").arg(i + 1)
                                            : tr("Keep %2's (%1)", "key, name").arg(i + 1).arg(author);
    m_rivals[i]->setText(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")));
    m_rivals[i]->setAccessibleName(text);
    m_rivals[i]->setEnabled(may == May::decide);
  }
}

}  // namespace ow::ui
