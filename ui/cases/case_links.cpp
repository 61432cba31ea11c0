// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/case_links.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

#include "cases/one_line.h"
#include "intake/core_text.h"
#include "kit/elided_label.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using domain::CaseLinkKind;

QString linkWord(CaseLinkKind kind) {
  switch (kind) {
    case CaseLinkKind::related:
      return CaseLinks::tr("Related to");
    case CaseLinkKind::duplicateOf:
      return CaseLinks::tr("Duplicate of");
    case CaseLinkKind::followUpOf:
      return CaseLinks::tr("Follow-up of");
  }
  return {};
}

}  // namespace

CaseLinks::CaseLinks(QWidget* parent)
    : QWidget(parent),
      m_rows(new QWidget(this)),
      m_number(new QLineEdit(this)),
      m_kind(new QComboBox(this)),
      m_link(new QPushButton(tr("&Link"), this)) {
  m_number->setObjectName(QStringLiteral("caseLinkNumber"));
  m_number->setAccessibleName(tr("Number of the other case"));
  m_number->setPlaceholderText(tr("Number of the other case"));
  m_number->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhPreferNumbers);
  m_number->setMaxLength(100);
  m_kind->setObjectName(QStringLiteral("caseLinkKind"));
  m_kind->setAccessibleName(tr("How the cases belong together"));
  for (const CaseLinkKind kind : {CaseLinkKind::related, CaseLinkKind::duplicateOf, CaseLinkKind::followUpOf})
    m_kind->addItem(linkWord(kind), static_cast<int>(kind));
  m_link->setObjectName(QStringLiteral("caseLinkSave"));
  m_link->setAccessibleName(tr("Link"));

  m_list = new QVBoxLayout(m_rows);
  m_list->setContentsMargins(0, 0, 0, 0);
  m_list->setSpacing(0);
  auto* form = new QHBoxLayout;
  form->setSpacing(px(Space::small));
  form->addWidget(m_kind);
  form->addWidget(m_number, 1);
  form->addWidget(m_link);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addWidget(m_rows);
  column->addLayout(form);

  connect(m_number, &QLineEdit::textChanged, this, &CaseLinks::showState);
  connect(m_number, &QLineEdit::returnPressed, this, &CaseLinks::submit);
  connect(m_link, &QPushButton::clicked, this, &CaseLinks::submit);
  showState();
}

void CaseLinks::show(const std::vector<desk::CasePage::Link>& links) {
  while (QLayoutItem* item = m_list->takeAt(0)) {
    item->widget()->deleteLater();
    item->widget()->hide();
    delete item;
  }
  for (const desk::CasePage::Link& link : links) {
    auto* row = new QWidget(m_rows);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(Space::small));
    auto* kind = new QLabel(linkWord(link.kind), row);
    setLook(kind, Look::quiet);
    auto* open = new QPushButton(oneLine(link.number), row);
    open->setObjectName(QStringLiteral("caseLink_") + QString::fromStdString(link.id.text()));
    open->setAccessibleName(open->text());
    setLook(open, Look::quiet);
    auto* state = new QLabel(words::of(link.state), row);
    setLook(state, Look::quiet);
    line->addWidget(kind);
    line->addWidget(open);
    line->addWidget(new ElidedLabel(oneLine(link.title), row), 1);
    line->addWidget(state);
    m_list->addWidget(row);
    connect(open, &QPushButton::clicked, this, [this, id = link.id] { emit caseChosen(id); });
  }
  m_rows->setHidden(links.empty());
}

void CaseLinks::setRefusal(const QString& why) {
  m_refusal = why;
  showState();
}

void CaseLinks::settle() {
  m_number->clear();
}

bool CaseLinks::hasText() const {
  return !m_number->text().trimmed().isEmpty();
}

void CaseLinks::submit() {
  if (m_link->isEnabled())
    emit linkWanted(toCore(m_number->text().trimmed()), static_cast<CaseLinkKind>(m_kind->currentData().toInt()));
}

void CaseLinks::showState() {
  m_link->setEnabled(m_refusal.isEmpty() && hasText());
  m_link->setToolTip(m_refusal);
  m_link->setAccessibleDescription(m_refusal);
}

}  // namespace ow::ui
