// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/rating_request.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "pad/pad.h"

namespace ow::ui {

RatingRequest::RatingRequest(Pad* pad, QWidget* page)
    : QWidget(page),
      m_pad(pad),
      m_ask(new QPushButton(tr("Ask for a rating  F4", "with its key"), this)),
      m_said(new QLabel(this)) {
  m_ask->setObjectName(QStringLiteral("caseAskRating"));
  m_ask->setAccessibleName(tr("Ask for a rating"));
  m_said->setObjectName(QStringLiteral("caseRatingSaid"));
  setLook(m_said, Look::quiet);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(Space::medium));
  row->addWidget(m_ask);
  row->addWidget(m_said);
  row->addStretch(1);
  setHidden(m_pad == nullptr);
  if (m_pad == nullptr) return;
  auto* key = new QShortcut(QKeySequence(Qt::Key_F4), page);
  key->setContext(Qt::WidgetWithChildrenShortcut);
  connect(key, &QShortcut::activated, this, &RatingRequest::ask);
  connect(m_ask, &QPushButton::clicked, this, &RatingRequest::ask);
  connect(m_pad, &Pad::changed, this, &RatingRequest::refresh);
  refresh();
}

void RatingRequest::setCase(domain::CaseId id) {
  m_case = id;
  refresh();
}

// The key tells why not; the button is grey then.
void RatingRequest::ask() {
  if (!m_case.isNil()) m_pad->askForRating(m_case);
}

void RatingRequest::refresh() {
  if (m_pad == nullptr) return;
  const QString why = m_pad->refusal();
  m_ask->setEnabled(why.isEmpty() && !m_case.isNil());
  m_ask->setToolTip(why.isEmpty() ? tr("F4: the question appears on the citizen's screen") : why);
  m_ask->setAccessibleDescription(why);
  switch (m_pad->saidOf(m_case)) {
    case Pad::Said::nothing:
      return m_said->clear();
    case Pad::Said::beingRated:
      return m_said->setText(tr("Being rated …"));
    case Pad::Said::finished:
      return m_said->setText(tr("Finished", "of a rating"));
  }
}

}  // namespace ow::ui
